// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/forms/changepreview.h"

#include "viewmodels/common/accounttext.h"
#include "viewmodels/common/levelscale.h"

namespace plimsoll::viewmodels {

ChangePreview::ChangePreview(const DisplayFormat &format, QObject *parent)
    : QObject(parent)
    , m_format(format)
{
}

void ChangePreview::set(const margin::Account &account, const margin::Rates &rates,
                        const std::optional<margin::Account> &after, const std::string &inHand)
{
    const LevelScale scale(account.thresholds);
    const margin::Assessment assessed = margin::assess(account, rates);
    m_now.set(account, assessed, m_format, inHand);
    m_nowPosition = scale.of(assessed);
    m_liquidationPosition = scale.at(account.thresholds.liquidation);
    m_callPosition = scale.at(account.thresholds.marginCall);
    m_initialPosition = scale.at(account.thresholds.initial);
    m_liquidationText = tr("liq %1").arg(ratioText(m_format, account.thresholds.liquidation));
    m_callText = tr("call %1").arg(ratioText(m_format, account.thresholds.marginCall));
    m_initialText = tr("initial %1").arg(ratioText(m_format, account.thresholds.initial));
    m_afterPosition = -1;
    if (after) {
        const margin::Assessment then = margin::assess(*after, rates);
        m_after.set(*after, then, m_format, inHand);
        m_afterPosition = scale.of(then);
    } else {
        m_after.clear();
    }
    Q_EMIT changed();
}

void ChangePreview::clear()
{
    m_now.clear();
    m_after.clear();
    m_nowPosition = m_afterPosition = m_liquidationPosition = m_callPosition = m_initialPosition = -1;
    m_liquidationText.clear();
    m_callText.clear();
    m_initialText.clear();
    Q_EMIT changed();
}

} // namespace plimsoll::viewmodels
