// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/margincallviewmodel.h"

#include "margin/assessment.h"
#include "viewmodels/accounttext.h"
#include "viewmodels/alarmviews.h"
#include "viewmodels/dashboardviewmodel.h"
#include "viewmodels/margincalltext.h"

#include <algorithm>
#include <tuple>

namespace plimsoll::viewmodels {

using margin::Status;

namespace {

bool inCall(Status status)
{
    return status == Status::MarginCall || status == Status::Liquidation;
}

} // namespace

MarginCallViewModel::MarginCallViewModel(const Services &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_format(services.format)
    , m_accounts(new MarginCallModel(this))
{
    connect(&services.relay, &monitor::SnapshotRelay::snapshotReady, this, &MarginCallViewModel::take);
    connect(&m_timer, &QTimer::timeout, this, &MarginCallViewModel::tick);
    m_timer.start(1000);
    if (services.relay.current()) {
        take(services.relay.current());
    }
}

void MarginCallViewModel::take(const monitor::SnapshotPtr &snapshot)
{
    m_snapshot = snapshot->alarms ? std::make_shared<const monitor::RiskSnapshot>(inTimeOf(m_services.clock, *snapshot))
                                  : snapshot;
    if (!snapshot->loaded) {
        return;
    }
    std::erase_if(m_entries, [&](const auto &entry) { return snapshot->find(entry.first) == nullptr; });
    if (snapshot->alarms) {
        followAlarms(*m_snapshot);
    } else {
        for (std::size_t i = 0; i < snapshot->verdicts.size(); ++i) {
            if (snapshot->verdicts[i].account) {
                follow(snapshot->verdicts[i], *snapshot);
            }
        }
    }
    m_first = false;
    show();
}

void MarginCallViewModel::follow(const margin::Verdict &verdict, const monitor::RiskSnapshot &snapshot)
{
    const auto found = m_entries.find(verdict.account->id);
    if (inCall(verdict.status)) {
        const bool isNew = found == m_entries.end() || found->second.endedAt != 0;
        if (isNew) {
            enter(verdict.account->id, verdict.status, snapshot.wallTime);
            return;
        }
        follow(found->second, verdict.status, snapshot.wallTime);
        return;
    }
    if (found == m_entries.end() || found->second.endedAt != 0 || snapshot.bootTime < found->second.enteredBoot) {
        return; // nothing to end, or a snapshot from before the crossing
    }
    found->second.now = verdict.status;
    if (verdict.status != Status::Unknown) {
        end(found->second, verdict, snapshot);
        if (found->second.acknowledged && !m_isOpen) {
            m_entries.erase(found);
        }
    }
}

void MarginCallViewModel::follow(Entry &entry, Status status, std::int64_t time)
{
    entry.now = status;
    if (status == Status::Liquidation && entry.stage == Status::MarginCall) { // a worse stage breaks an acknowledgement
        entry.stage = Status::Liquidation;
        entry.since = time;
        entry.acknowledged = false;
        m_shownAt = m_services.clock.bootMs();
        m_isOpen = true;
    } else if (status == Status::MarginCall && entry.acknowledged) {
        entry.stage = Status::MarginCall; // what was acknowledged is over: falling again is news
    }
}

void MarginCallViewModel::enter(const std::string &id, margin::Status status, std::int64_t time)
{
    Entry entry;
    entry.stage = entry.now = status;
    entry.since = time;
    entry.enteredBoot = m_services.clock.bootMs();
    m_entries.insert_or_assign(id, entry);
    m_shownAt = m_services.clock.bootMs();
    m_isOpen = true;
    if (m_first) { // it was in call before this program started
        askSince(id);
    }
}

void MarginCallViewModel::askSince(const std::string &id)
{
    constexpr int kEnough = 20;
    m_services.stores.statusHistory(id, kEnough)
        .then(this, [this, id](const Result<std::vector<monitor::StatusRecord>> &records) {
            const auto entry = m_entries.find(id);
            if (!records || entry == m_entries.end()) {
                return;
            }
            std::int64_t latest = 0; // a first evaluation (no `from`) is this program's start, not the call's
            for (const monitor::StatusRecord &record : *records) {
                if (record.to == entry->second.stage && record.from && record.from != record.to) {
                    latest = std::max(latest, record.time);
                }
            }
            if (latest > 0 && latest < entry->second.since) {
                entry->second.since = latest;
            }
            show();
        });
}

void MarginCallViewModel::end(Entry &entry, const margin::Verdict &verdict, const monitor::RiskSnapshot &snapshot)
{
    entry.endedAt = std::max(snapshot.wallTime, entry.since);
    const QString label = accountLabel(*verdict.account);
    if (verdict.status == Status::Liquidated) {
        entry.endText = tr("%1 was liquidated").arg(label);
        return;
    }
    const auto assessment = snapshot.describe(verdict);
    entry.endText = verdict.status == Status::NoDebt
        ? tr("%1 has recovered: nothing is owed any more").arg(label)
        : tr("%1 has recovered to %2").arg(label, levelOrDash(m_format, assessment));
}

void MarginCallViewModel::onStatusChanged(const monitor::StatusEvent &event)
{
    if (!m_snapshot || m_snapshot->find(event.account) == nullptr) {
        return; // the first snapshot will tell
    }
    if (m_snapshot->alarms) {
        return; // an alarm outlasts the time between two snapshots
    }
    const auto found = m_entries.find(event.account);
    const bool isOver = found == m_entries.end() || found->second.endedAt != 0;
    if (inCall(event.to)) {
        isOver ? enter(event.account, event.to, event.time) : follow(found->second, event.to, event.time);
        show();
    } else if (!isOver && event.to != Status::Unknown && found->second.acknowledged) {
        m_entries.erase(found); // it recovered after the person had seen it: falling again is news
        show();
    }
}

void MarginCallViewModel::acknowledge()
{
    if (!hasSettled()) {
        return;
    }
    m_services.alarms.acknowledgeAlarms("*", std::nullopt);
    if (m_snapshot && m_snapshot->alarms) {
        const bool anyActive = std::ranges::any_of(m_alarms,
                                                   [](const CallAlarm &alarm) { return alarm::isActive(alarm.state); });
        Q_EMIT acknowledged(anyActive ? tr("Acknowledged. It comes back when it gets worse, or when its time is over.")
                                      : tr("Seen. None of these alarms is active any more."));
    }
    answer();
}

void MarginCallViewModel::open()
{
    if (!m_entries.empty() && !m_isOpen) {
        m_isOpen = true;
        m_byPerson = true;
        m_shownAt = m_services.clock.bootMs();
        show();
    }
}

void MarginCallViewModel::tick()
{
    if (m_isOpen) {
        show();
    }
}

void MarginCallViewModel::show()
{
    struct Sorted {
        std::tuple<int, margin::Decimal, std::string> rank;
        MarginCallView view;
    };
    const std::int64_t age = m_snapshot ? std::max<std::int64_t>(m_services.clock.bootMs() - m_snapshot->bootTime, 0)
                                        : 0;
    std::vector<Sorted> sorted;
    for (const auto &[id, entry] : m_entries) {
        const margin::Verdict *verdict = m_snapshot->find(id);
        if (entry.endedAt != 0 || verdict == nullptr) {
            MarginCallView view;
            view.accountId = QString::fromStdString(id);
            view.active = false;
            view.state = entry.now == Status::Liquidated ? RiskState::Liquidated : RiskState::Normal;
            view.headline = entry.endText;
            view.sinceText = m_format.moment(entry.endedAt, m_snapshot->wallTime);
            sorted.push_back({{9, {}, id}, std::move(view)});
            continue;
        }
        MarginCallView view = marginCallView(*verdict, *m_snapshot, m_format, m_services.clock.bootMs());
        if (age > DashboardViewModel::kSilenceMs) { // figures that do not move are not news
            view.state = RiskState::Unknown;
        }
        view.sinceText = tr("since %1").arg(m_format.moment(entry.since, m_snapshot->wallTime));
        const bool waits = m_snapshot->alarms && isAboutToClear(id, *m_snapshot);
        if (!inCall(entry.now) && view.state != RiskState::Unknown
            && !waits) { // an alarm of one's own, or of a level that falls fast
            view.lossText = ownAlarmText(id);
        }
        const auto distance = m_snapshot->describe(*verdict).distanceToLiquidation;
        const int stage = entry.now == Status::Liquidation ? 0 : entry.now == Status::MarginCall ? 1 : 2;
        sorted.push_back({{stage, distance.value_or(margin::Decimal()), id}, std::move(view)});
    }
    std::sort(sorted.begin(), sorted.end(), [](const Sorted &a, const Sorted &b) { return a.rank < b.rank; });
    std::vector<MarginCallView> views;
    for (Sorted &row : sorted) {
        views.push_back(std::move(row.view));
    }
    m_hasActive = std::any_of(views.begin(), views.end(), [](const MarginCallView &view) { return view.active; });
    m_worstState = views.empty() ? RiskState::Normal : views.front().state;
    m_title = views.size() > 1 ? tr("%1 accounts need attention").arg(views.size()) : QString();
    m_updatedText = tr("updated %1 ago").arg(m_format.age(age));
    m_accounts->setRows(std::move(views));
    Q_EMIT changed();
}

} // namespace plimsoll::viewmodels
