// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/gapviewmodel.h"

#include "viewmodels/common/accounttext.h"
#include "wording/alarmtext.h"
#include "wording/reasontext.h"

#include <algorithm>

namespace plimsoll::desktop {

using monitor::GapReport;

GapViewModel::GapViewModel(monitor::AlarmCommands &alarms, monitor::SnapshotRelay &relay,
                           const viewmodels::DisplayFormat &format, QObject *parent)
    : QObject(parent)
    , m_alarms(alarms)
    , m_format(format)
    , m_accounts(new GapAccountModel(this))
{
    connect(&relay, &monitor::SnapshotRelay::snapshotReady, this, &GapViewModel::take);
    if (relay.current()) {
        take(relay.current());
    }
}

void GapViewModel::take(const monitor::SnapshotPtr &snapshot)
{
    const auto report = snapshot->alarms ? snapshot->alarms->gap : nullptr;
    if (!report) {
        if (m_isOpen) { // seen elsewhere
            m_isOpen = false;
            Q_EMIT changed();
        }
        return;
    }
    const int further = snapshot->alarms->furtherGaps;
    if (m_report && *report == *m_report && (further == m_further || !m_isOpen)) {
        return; // shown, or seen and that is on its way to the engine
    }
    m_report = report;
    m_further = further;
    m_isOpen = true;
    show(*snapshot);
}

void GapViewModel::show(const monitor::RiskSnapshot &snapshot)
{
    const GapReport &report = *m_report;
    const QString sentence = report.reason == GapReport::Reason::Asleep ? tr("This computer slept from %1 to %2 (%3)")
                                                                        : tr("Monitoring was off from %1 to %2 (%3)");
    const auto moment = [&](WallTime time) { return m_format.moment(time, snapshot.wallTime); };
    m_title = sentence.arg(moment(report.from), moment(report.to), m_format.age(report.to - report.from));
    m_detail = wording::reasonText(viewmodels::plainName(report.detail.toStdString(), 300));
    m_isAsking = report.state == GapReport::State::Asking;
    const auto fired = [](const monitor::GapAccount &account) { return !account.wouldHaveFired.empty(); };
    m_wouldHaveFired = std::ranges::any_of(report.accounts, fired);
    switch (report.state) {
    case GapReport::State::Asking: m_stateText = tr("Asking the exchange what happened…"); break;
    case GapReport::State::Failed:
        m_stateText = tr("The exchange could not be asked what happened. Look at your accounts there.");
        break;
    case GapReport::State::Ready: m_stateText = answerText(); break;
    }
    m_furtherText = m_further > 0 ? tr("Reports that follow: %1").arg(m_further) : QString();
    std::vector<GapRow> rows;
    rows.reserve(report.accounts.size());
    for (const monitor::GapAccount &account : report.accounts) {
        rows.push_back(rowOf(account, snapshot));
    }
    m_accounts->setRows(std::move(rows));
    Q_EMIT changed();
}

QString GapViewModel::answerText() const
{
    if (m_report->allClear()) {
        return tr("No alarm would have reached you in that time.");
    }
    const bool unjudged = std::ranges::any_of(m_report->accounts, &monitor::GapAccount::wasBlind);
    if (!m_wouldHaveFired) {
        return tr("Not every account could be judged. Look at those at the exchange.");
    }
    return unjudged ? tr("Alarms would have reached you in that time, and not every account could be judged.")
                    : tr("Alarms would have reached you in that time.");
}

GapRow GapViewModel::rowOf(const monitor::GapAccount &account, const monitor::RiskSnapshot &snapshot) const
{
    const margin::Verdict *verdict = snapshot.find(account.account);
    const margin::Thresholds *bars = verdict != nullptr ? &verdict->account->thresholds : nullptr;
    GapRow row;
    row.account = verdict != nullptr ? viewmodels::accountLabel(*verdict->account)
                                     : viewmodels::plainName(account.account);
    const auto &lowest = account.lowestLevel;
    row.lowestText = lowest ? tr("lowest level %1 at %2")
                                  .arg(wording::alarmLevelText(m_format, *lowest, bars),
                                       m_format.moment(account.lowestAt, snapshot.wallTime))
                            : tr("lowest level not known");
    QStringList fired;
    for (const alarm::Condition condition : account.wouldHaveFired) {
        fired << wording::conditionName(condition);
    }
    row.wouldHaveFired = !fired.isEmpty();
    row.isUnjudged = account.wasBlind;
    const QString unjudged = lowest ? tr("Could not be judged all the time")
                                    : tr("Could not be judged: no candles of its prices");
    row.firedText = row.wouldHaveFired ? tr("Missed: %1").arg(fired.join(QStringLiteral(", ")))
        : row.isUnjudged               ? unjudged
                                       : tr("No alarm");
    if (row.wouldHaveFired && row.isUnjudged) {
        row.firedText += QStringLiteral(" · ") + unjudged;
    }
    return row;
}

void GapViewModel::seen()
{
    if (m_isOpen) {
        m_isOpen = false;
        m_alarms.gapSeen(m_report);
        Q_EMIT changed();
    }
}

} // namespace plimsoll::desktop
