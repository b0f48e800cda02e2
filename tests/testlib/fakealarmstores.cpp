// SPDX-License-Identifier: GPL-3.0-or-later
#include "testlib/fakealarmstores.h"

#include <algorithm>

namespace plimsoll::testlib {

using monitor::AlarmEventRow;
using monitor::AlarmStateRow;
using monitor::OutboxRow;

namespace {

constexpr std::size_t kNewestDeliveries = 1000;

bool isWorthKeeping(const alarm::Alarm &alarm)
{
    const bool rests = alarm.state == alarm::State::Disarmed || alarm.state == alarm::State::Unknown
        || alarm.state == alarm::State::Normal;
    return !rests || alarm.occurrence > 0 || alarm.flaps != alarm::FlapHistory {};
}

template<typename T>
std::vector<T> newest(std::vector<T> rows, std::size_t count)
{
    if (count > 0 && rows.size() > count) {
        rows.erase(rows.begin(), rows.end() - static_cast<std::ptrdiff_t>(count));
    }
    return rows;
}

} // namespace

const alarm::Alarm *FakeAlarmStores::alarmOf(const alarm::Key &key) const
{
    const auto found = std::ranges::find(alarmStates, key, &AlarmStateRow::key);
    return found == alarmStates.end() ? nullptr : &found->alarm;
}

Future<Result<monitor::StoredAlarms>> FakeAlarmStores::loadAlarms()
{
    std::vector<OutboxRow> pending;
    const auto isPending = [](const OutboxRow &row) { return row.result == OutboxRow::Result::Pending; };
    std::ranges::copy_if(deliveries, std::back_inserter(pending), isPending);
    const monitor::WatchMark mark = watchMarks.empty() ? monitor::WatchMark {} : watchMarks.back();
    return answer(
        Result<monitor::StoredAlarms>({moment, alarmStates, alarmRules, openRequests, pending, mark, lastLevels}));
}

void FakeAlarmStores::store(const AlarmStateRow &row)
{
    const auto place = std::ranges::lower_bound(alarmStates, row.key, {}, &AlarmStateRow::key);
    const bool isThere = place != alarmStates.end() && place->key == row.key;
    if (!isWorthKeeping(row.alarm)) {
        if (isThere) {
            alarmStates.erase(place);
        }
    } else if (isThere) {
        place->alarm = row.alarm;
    } else {
        alarmStates.insert(place, row);
    }
}

void FakeAlarmStores::store(const OutboxRow &row)
{
    const auto same = [&row](const OutboxRow &other) {
        return other.occurrence == row.occurrence && other.number == row.number && other.channel == row.channel;
    };
    const auto found = std::ranges::find_if(deliveries, same);
    if (found == deliveries.end()) {
        deliveries.push_back(row);
    } else {
        found->result = row.result;
        found->detail = row.detail;
    }
}

Future<Result<Done>> FakeAlarmStores::recordAlarms(monitor::AlarmRecord record)
{
    alarmRecords.push_back(record);
    if (failNextAlarm) {
        return answer(Result<Done>(*std::exchange(failNextAlarm, std::nullopt)));
    }
    if (!moment.boot.empty()
        && moment.boot != record.moment.boot) { // the real store moves what a record does not bring along
        for (AlarmStateRow &row : alarmStates) {
            row.alarm = shifted(row.alarm, shiftSince(moment, record.moment));
        }
    }
    moment = record.moment;
    for (const AlarmStateRow &row : record.states) {
        store(row);
    }
    for (AlarmEventRow &event : record.events) {
        event.sequence = ++m_lastEvent;
        event.inputs = event.inputs.empty() ? "{}" : event.inputs;
        alarmEvents.push_back(event);
    }
    for (const OutboxRow &row : record.outbox) {
        store(row);
    }
    handledRequests = std::max(handledRequests, record.handledRequests);
    std::erase_if(openRequests,
                  [this](const monitor::AlarmRequest &request) { return request.sequence <= handledRequests; });
    return answer(Result<Done>(Done {}));
}

Future<Result<std::vector<AlarmEventRow>>> FakeAlarmStores::alarmHistory(monitor::AlarmHistoryFilter filter)
{
    std::vector<AlarmEventRow> found;
    std::ranges::copy_if(alarmEvents, std::back_inserter(found), [&filter](const AlarmEventRow &event) {
        return (filter.account.empty() || event.key.account == filter.account)
            && (!filter.condition || event.key.condition == *filter.condition) && event.time >= filter.from
            && event.time <= filter.to;
    });
    return answer(Result<std::vector<AlarmEventRow>>(
        newest(std::move(found), static_cast<std::size_t>(std::max(filter.limit, 0)))));
}

Future<Result<std::vector<OutboxRow>>> FakeAlarmStores::outbox(std::string occurrence)
{
    if (occurrence.empty()) {
        return answer(Result<std::vector<OutboxRow>>(newest(deliveries, kNewestDeliveries)));
    }
    std::vector<OutboxRow> found;
    const auto isOfIt = [&occurrence](const OutboxRow &row) { return row.occurrence == occurrence; };
    std::ranges::copy_if(deliveries, std::back_inserter(found), isOfIt);
    return answer(Result<std::vector<OutboxRow>>(std::move(found)));
}

Future<Result<Done>> FakeAlarmStores::saveAlarmRule(alarm::Rule rule)
{
    const auto sound = validated(std::move(rule));
    if (!sound) {
        return answer(Result<Done>(sound.error()));
    }
    const auto found = std::ranges::find(alarmRules, sound->id, &alarm::Rule::id);
    if (found == alarmRules.end()) {
        alarmRules.push_back(*sound);
    } else {
        *found = *sound;
    }
    ++version.alarms;
    return answer(Result<Done>(Done {}));
}

Future<Result<Done>> FakeAlarmStores::removeAlarmRule(std::string id)
{
    if (std::erase_if(alarmRules, [&id](const alarm::Rule &rule) { return rule.id == id; }) == 0) {
        return answer(Result<Done>(Error {ErrorCode::NotFound, "id", "there is no alarm \"" + id + "\""}));
    }
    ++version.alarms;
    return answer(Result<Done>(Done {}));
}

Future<Result<Done>> FakeAlarmStores::addAlarmRequest(monitor::AlarmRequest request)
{
    request.sequence = ++m_lastRequest;
    openRequests.push_back(std::move(request));
    ++version.alarms;
    return answer(Result<Done>(Done {}));
}

Future<Result<std::vector<monitor::AlarmRequest>>> FakeAlarmStores::alarmRequests()
{
    return answer(Result<std::vector<monitor::AlarmRequest>>(openRequests));
}

Future<Result<Done>> FakeAlarmStores::markWatch(monitor::WatchMark mark)
{
    watchMarks.push_back(mark);
    return answer(Result<Done>(Done {}));
}

} // namespace plimsoll::testlib
