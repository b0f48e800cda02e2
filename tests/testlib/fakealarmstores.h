// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/promise.h"
#include "ports/stores.h"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace plimsoll::testlib {

template<typename T>
Future<T> answer(T value)
{
    const Promise<T> promise;
    promise.finish(std::move(value));
    return promise.future();
}

/// The alarm half of FakeStores: what is recorded accumulates as in the real store and answers at once. `failNextAlarm`
/// makes the next recordAlarms() fail and store nothing. A test may fill the members before a monitor starts. One
/// thread.
class FakeAlarmStores : public monitor::Stores
{
public:
    alarm::SavedMoment moment; ///< of the newest record
    std::vector<monitor::AlarmStateRow> alarmStates; ///< ordered by key
    std::vector<monitor::AlarmEventRow> alarmEvents; ///< oldest first, with their sequence
    std::vector<monitor::OutboxRow> deliveries; ///< oldest first
    std::vector<alarm::Rule> alarmRules; ///< in the order they were made
    std::vector<monitor::AlarmRequest> openRequests; ///< not yet taken over
    std::int64_t handledRequests = 0; ///< the highest taken over
    std::vector<monitor::WatchMark> watchMarks; ///< every mark, oldest first
    std::map<std::string, margin::Decimal> lastLevels; ///< as a start finds them
    std::vector<monitor::AlarmRecord> alarmRecords; ///< every recordAlarms() that arrived, failed ones too
    std::optional<Error> failNextAlarm;
    monitor::Revision version {
        1, 1, 1}; ///< what dataVersion() answers: moves with the portfolio, rules and requests, not with recordAlarms()

    [[nodiscard]] const alarm::Alarm *alarmOf(const alarm::Key &key) const; ///< as stored; nullptr where nothing is

    Future<Result<monitor::StoredAlarms>> loadAlarms() override;
    Future<Result<Done>> recordAlarms(monitor::AlarmRecord record) override;
    Future<Result<std::vector<monitor::AlarmEventRow>>> alarmHistory(monitor::AlarmHistoryFilter filter) override;
    Future<Result<std::vector<monitor::OutboxRow>>> outbox(std::string occurrence) override;
    Future<Result<Done>> saveAlarmRule(alarm::Rule rule) override;
    Future<Result<Done>> removeAlarmRule(std::string id) override;
    Future<Result<Done>> addAlarmRequest(monitor::AlarmRequest request) override;
    Future<Result<std::vector<monitor::AlarmRequest>>> alarmRequests() override;
    Future<Result<Done>> markWatch(monitor::WatchMark mark) override;

private:
    void store(const monitor::AlarmStateRow &row);
    void store(const monitor::OutboxRow &row);

    std::int64_t m_lastEvent = 0;
    std::int64_t m_lastRequest = 0;
};

} // namespace plimsoll::testlib
