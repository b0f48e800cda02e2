// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/activealarms.h"

#include "cli/alarmlines.h"

#include <algorithm>
#include <set>

namespace plimsoll::cli {

using monitor::AlarmRequest;

ActiveAlarms::ActiveAlarms(storage::Storage &storage, const monitor::Clock &clock, monitor::StoredAlarms stored)
    : m_storage(storage)
    , m_now {clock.bootId(), clock.bootTime(), clock.wallTime()}
    , m_stored(std::move(stored))
{
    const alarm::Ms shift = alarm::shiftSince(m_stored.moment, m_now);
    m_machine.setRules(m_stored.rules, m_now.bootTime);
    for (const monitor::AlarmStateRow &row : m_stored.states) {
        alarm::ActiveAlarm active;
        active.key = row.key;
        active.alarm = alarm::shifted(row.alarm, shift);
        m_machine.restore(active);
    }
    m_machine.tick(m_now.bootTime);
    m_changes = m_machine.takeChanges();
    for (const AlarmRequest &request : m_stored.requests) {
        apply(request);
    }
}

Result<ActiveAlarms> ActiveAlarms::load(storage::Storage &storage, const monitor::Clock &clock)
{
    auto stored = storage.loadAlarms();
    if (!stored) {
        return stored.error();
    }
    return ActiveAlarms(storage, clock, std::move(stored).value());
}

bool ActiveAlarms::hasHeartbeat() const
{
    constexpr std::int64_t kSilence = 2 * alarm::kMinute;
    const std::int64_t age = m_now.wallTime - m_stored.mark.time;
    return m_stored.mark.running && age <= kSilence && age >= -kSilence;
}

// Levels are written every few seconds, changes of status at once.
ActiveAlarms::KnownLevel ActiveAlarms::newestLevel(const std::string &account) const
{
    constexpr margin::Int128 kUnit = margin::Decimal::kOne / 100'000'000;
    if (account.empty()) {
        return {};
    }
    const WallTime from = m_now.wallTime - 24 * alarm::kHour;
    KnownLevel known;
    if (const auto point = m_storage.newestLevel(account, from); point && point.value()) {
        known = {margin::Decimal::fromMantissa(*point.value()->level * kUnit), point.value()->time};
    }
    if (const auto changes = m_storage.statusHistory(account, 1); changes && !changes->empty()) {
        const monitor::StatusRecord &last = changes->front();
        known = last.level && last.time >= std::max(from, known.time) ? KnownLevel {last.level, last.time} : known;
    }
    return known;
}

bool ActiveAlarms::isLiquidated(const std::string &account) const
{
    const alarm::Alarm *alarm = m_machine.find({account, alarm::Condition::Liquidation, {}});
    return alarm != nullptr && alarm::isActive(alarm->state);
}

void ActiveAlarms::see(const margin::Account &account)
{
    const auto level = newestLevel(account.id).level;
    const alarm::Alarm *alarm = m_machine.find({account.id, alarm::Condition::Liquidation, {}});
    if (!level || alarm == nullptr || alarm->hold) {
        return; // nor does the monitor know it
    }
    alarm::Sample sample;
    sample.time = sample.oldestPrice = m_now.bootTime;
    sample.kind = alarm::Sample::Kind::Valid;
    sample.thresholds = account.thresholds;
    const margin::Decimal one = margin::Decimal::fromInteger(1);
    sample.level = {margin::Wide::product(*level, one), margin::Wide::product(one, one)};
    m_machine.judge(account.id, sample);
    m_machine.takeChanges(); // the monitor's own steps, not this command's
}

std::vector<alarm::Change> ActiveAlarms::apply(const AlarmRequest &request)
{
    const alarm::Request when(m_now.bootTime - std::max<std::int64_t>(m_now.wallTime - request.time, 0),
                              m_now.bootTime);
    switch (request.kind) {
    case AlarmRequest::Kind::Acknowledge: m_machine.acknowledge(request.account, request.condition, when); break;
    case AlarmRequest::Kind::Snooze: m_machine.snooze(request.account, request.span, when); break;
    case AlarmRequest::Kind::Handle: m_machine.handle(request.account, when); break;
    }
    const std::vector<alarm::Change> changes = m_machine.takeChanges();
    for (const alarm::Change &change : changes) { // nobody watches: what the person saw is what was known last
        alarm::Alarm &alarm = *m_machine.find(change.key);
        const bool isSilent = change.to == alarm::State::ActiveAcknowledged || change.to == alarm::State::Snoozed;
        alarm.levelAt = isSilent && !alarm.levelAt ? newestLevel(change.key.account).level : alarm.levelAt;
    }
    m_changes.insert(m_changes.end(), changes.begin(), changes.end());
    return changes;
}

Result<Done> ActiveAlarms::save()
{
    monitor::AlarmRecord record;
    record.moment = m_now;
    std::set<alarm::Key> changed;
    for (const alarm::Change &change : m_changes) {
        changed.insert(change.key);
        if (isNews(change)) {
            record.events.push_back({0, wallOf(change.time), change.key, change.occurrence, change.from, change.to,
                                     change.cause, change.level, "{}"});
        }
    }
    for (const alarm::Key &key : changed) {
        record.states.push_back({key, alarm(key)});
    }
    for (const AlarmRequest &request : m_stored.requests) {
        record.handledRequests = std::max(record.handledRequests, request.sequence);
    }
    return m_storage.recordAlarms(record);
}

} // namespace plimsoll::cli
