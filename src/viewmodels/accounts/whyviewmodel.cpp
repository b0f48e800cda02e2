// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/accounts/whyviewmodel.h"

#include "margin/assessment.h"
#include "viewmodels/accounts/whytext.h"
#include "viewmodels/common/accounttext.h"
#include "wording/reasontext.h"

#include <algorithm>

namespace plimsoll::viewmodels {

WhyViewModel::WhyViewModel(monitor::PortfolioPort &portfolio, monitor::SnapshotRelay &relay,
                           const monitor::Clock &clock, const DisplayFormat &format, QObject *parent)
    : QObject(parent)
    , m_portfolio(portfolio)
    , m_clock(clock)
    , m_format(format)
    , m_snapshot(relay.current())
{
    connect(&relay, &monitor::SnapshotRelay::snapshotReady, this, &WhyViewModel::take);
    connect(&m_timer, &QTimer::timeout, this, &WhyViewModel::show);
    m_timer.setInterval(1000);
}

QStringList WhyViewModel::figureNames() const
{
    return {tr("Level"), tr("Call price"), tr("Liquidation price"), tr("To initial"), tr("Equity")};
}

void WhyViewModel::setFigure(Figure figure)
{
    m_figure = std::clamp(figure, Level, Equity);
    show();
}

void WhyViewModel::open(const QString &accountId, Figure figure)
{
    m_accountId = accountId.toStdString();
    m_timer.start();
    m_portfolio.profiles().then(this, [this](const Result<std::vector<margin::Profile>> &profiles) {
        if (profiles) {
            m_ownProfiles = *profiles;
            show();
        }
    });
    setFigure(figure);
}

void WhyViewModel::close()
{
    m_accountId.clear();
    m_timer.stop();
    Q_EMIT changed();
}

QString WhyViewModel::copyText() const
{
    QStringList lines {m_title, QString()};
    lines << m_formula << QString() << tr("Prices") << m_prices << QString() << tr("Bars") << m_bars << QString()
          << m_rounding;
    return lines.join(u'\n');
}

void WhyViewModel::take(const monitor::SnapshotPtr &snapshot)
{
    m_snapshot = snapshot;
    show();
}

const margin::Profile *WhyViewModel::profile(const std::string &name) const
{
    const auto own = std::ranges::find(m_ownProfiles, name, &margin::Profile::name);
    return own != m_ownProfiles.end() ? &*own : margin::findBuiltInProfile(name);
}

void WhyViewModel::show()
{
    const margin::Verdict *verdict = m_snapshot && isOpen() ? m_snapshot->find(m_accountId) : nullptr;
    if (verdict != nullptr) {
        const margin::Account &account = *verdict->account;
        const margin::Assessment assessment = m_snapshot->describe(*verdict);
        const QString source = wording::reasonText(plainName(m_snapshot->source.toStdString(), 40));
        m_title = tr("%1: %2").arg(accountLabel(account), figureNames().at(m_figure));
        m_formula = formulaOf(m_figure, account, assessment, m_format);
        m_prices = pricesOf(account, assessment, source, m_clock.bootTime(), m_format);
        m_bars = barsOf(account, profile(account.profile), m_format);
        m_rounding = roundingOf(m_figure);
    }
    Q_EMIT changed();
}

} // namespace plimsoll::viewmodels
