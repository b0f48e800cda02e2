// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/app/repairnoticeviewmodel.h"

#include "viewmodels/alarms/alarmviews.h"
#include "viewmodels/common/accounttext.h"
#include "viewmodels/common/choices.h"
#include "viewmodels/common/refusaltext.h"
#include "viewmodels/common/settingkeys.h"

#include <algorithm>

namespace plimsoll::viewmodels {

using monitor::BalanceRepair;

RepairNoticeViewModel::RepairNoticeViewModel(const Services &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
{
    m_services.stores.settings().then(this, [this](const Result<QHash<QString, QString>> &read) {
        m_told = read ? read->value(SettingKeys::repairsTold).toLongLong() : 0;
        ask();
    });
    connect(&m_services.relay, &monitor::SnapshotRelay::snapshotReady, this, &RepairNoticeViewModel::follow);
}

void RepairNoticeViewModel::follow(const monitor::SnapshotPtr &snapshot)
{
    if (snapshot->wallets != m_wallets) {
        m_wallets = snapshot->wallets;
        ask();
    }
}

void RepairNoticeViewModel::ask()
{
    if (m_told) {
        m_services.stores.balanceRepairs(*m_told).then(this, [this](const Result<std::vector<BalanceRepair>> &read) {
            if (read) {
                show(*read);
            }
        });
    }
}

void RepairNoticeViewModel::show(const std::vector<BalanceRepair> &repairs)
{
    QString text;
    if (!repairs.empty() && repairs.back().sequence > *m_told) {
        const BalanceRepair &newest = repairs.back();
        const auto now = m_services.relay.current();
        const bool isAccount = now && now->find(newest.holder) != nullptr;
        const QString who = isAccount ? labelOf(newest.holder, *now) : walletName(newest.holder, now);
        const QString asset = plainName(newest.asset, 20);
        const QString right = m_services.format.full(newest.summed, 2);
        text = newest.kept.isEmpty()
            ? tr("The balance of %1 in %2 was missing; the journal adds up to %3, which counts now.")
                  .arg(asset, who, right)
            : tr("The balance of %1 in %2 was stored as %3; the journal adds up to %4, which counts now.")
                  .arg(asset, who, plainName(newest.kept.toStdString(), 40), right);
        if (repairs.size() > 1) {
            text += u' '
                + tr("More figures put right: %1.")
                      .arg(m_services.format.locale().toString(static_cast<qulonglong>(repairs.size() - 1)));
        }
        m_newest = newest.sequence;
    }
    if (text != m_text) {
        m_text = text;
        Q_EMIT changed();
    }
}

void RepairNoticeViewModel::dismiss()
{
    if (m_told && !m_text.isEmpty()) {
        m_told = std::max(*m_told, m_newest);
        // not kept: the next start tells it again
        static_cast<void>(m_services.stores.setSetting(SettingKeys::repairsTold, QString::number(*m_told)));
        m_text.clear();
        Q_EMIT changed();
    }
}

} // namespace plimsoll::viewmodels
