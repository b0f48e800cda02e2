// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/moment.h"
#include "ports/clock.h"
#include "ports/promise.h"
#include "ports/stores.h"
#include "storage/opening/purpose.h"

#include <QtCore/QThread>

#include <memory>
#include <mutex>
#include <vector>

namespace plimsoll::storage {

class Storage;

/// The port Stores on a thread of its own, the only one that touches the database. Construction starts the thread and
/// returns at once; opening is the first thing done there. Calls are served in the order they were made; the destructor
/// waits until every call made before it was answered. Where opening failed, every call answers with that error.
/// `clock` must outlive it. Any thread may call.
class StorageThread final : public monitor::Stores
{
public:
    StorageThread(const QString &directory, const monitor::Clock &clock, OpenRules rules = {});
    ~StorageThread() override;

    /// Whether the database could be opened: for the first screen.
    Future<Result<Done>> opened();

    Future<Result<margin::Portfolio>> loadPortfolio() override;
    Future<Result<monitor::Revision>> dataVersion() override;
    Future<Result<monitor::Receipt>> book(monitor::OperationRequest request) override;
    Future<Result<Done>> changeAccount(monitor::AccountChange change) override;
    Future<Result<Done>> importPortfolio(margin::Portfolio portfolio) override;
    Future<Result<Done>> renameWallet(std::string id, std::string name) override;
    Future<Result<Done>> announceBars(std::string account, margin::AnnouncedBars bars) override;
    Future<Result<Done>> withdrawBars(std::string account, WallTime from) override;
    Future<Result<int>> putBarsInForce(WallTime until) override;
    Future<Result<int>> accrueInterest(WallTime until) override;
    Future<Result<std::vector<monitor::JournalRow>>> journal(monitor::JournalFilter filter) override;
    Future<Result<std::vector<margin::Profile>>> profiles() override;
    Future<Result<Done>> saveProfile(margin::Profile profile) override;
    Future<Result<QHash<QString, QString>>> settings() override;
    Future<Result<Done>> setSetting(QString key, QString value) override;
    Future<Result<Done>> appendHistory(monitor::HistoryBatch batch) override;
    Future<Result<Done>> appendStatus(monitor::StatusRecord record) override;
    Future<Result<std::vector<monitor::LevelPoint>>> levelHistory(std::string account, WallTime from, WallTime to,
                                                                  int maxPoints) override;
    Future<Result<monitor::LevelTrack>> levelTrack(std::string account, WallTime from, WallTime to,
                                                   std::int64_t width) override;
    Future<Result<std::vector<monitor::BalanceRepair>>> balanceRepairs(std::int64_t after) override;
    Future<Result<monitor::LevelTracks>> levelTracks(WallTime from, WallTime to, std::int64_t width) override;
    Future<Result<std::vector<monitor::StatusRecord>>> statusHistory(std::string account, int limit) override;
    Future<Result<std::vector<monitor::BarChange>>> barChanges(std::string account, int limit) override;

    Future<Result<std::vector<monitor::KeptPrices>>> keptPrices(WallTime from, WallTime to) override;
    Future<Result<std::vector<monitor::KeptPrice>>> symbolPrices(std::string symbol, WallTime from, WallTime to,
                                                                 std::int64_t width) override;
    Future<Result<monitor::Period>> period(WallTime from, WallTime to) override;

    Future<Result<monitor::StoredAlarms>> loadAlarms() override;
    Future<Result<Done>> recordAlarms(monitor::AlarmRecord record) override;
    Future<Result<std::vector<monitor::AlarmEventRow>>> alarmHistory(monitor::AlarmHistoryFilter filter) override;
    Future<Result<std::vector<monitor::OutboxRow>>> outbox(std::string occurrence) override;
    Future<Result<Done>> saveAlarmRule(alarm::Rule rule) override;
    Future<Result<Done>> removeAlarmRule(std::string id) override;
    Future<Result<Done>> addAlarmRequest(monitor::AlarmRequest request) override;
    Future<Result<std::vector<monitor::AlarmRequest>>> alarmRequests() override;
    Future<Result<std::vector<margin::PreparedPlan>>> plans() override;
    Future<Result<Done>> savePlan(margin::PreparedPlan plan) override;
    Future<Result<Done>> removePlan(std::string id) override;
    Future<Result<Done>> markWatch(monitor::WatchMark mark) override;

private:
    /// Changes of status that came in a row, each with its answer: a fall may turn every account at one moment.
    struct Statuses {
        std::vector<monitor::StatusRecord> records;
        std::vector<Promise<Result<Done>>> answers;
    };

    void write(const std::shared_ptr<Statuses> &statuses);
    /// The answer of `call` with the open storage and these arguments, from the thread; why it is not open, else.
    template<typename Call, typename... Arguments>
    auto run(Call call, Arguments... arguments) -> Future<std::invoke_result_t<Call, Storage &, Arguments...>>;

    QThread m_thread;
    std::mutex m_order; ///< of calls; guards m_newest
    std::shared_ptr<Statuses> m_newest; ///< the newest call, if it is one of statuses that has not begun
    std::unique_ptr<QObject> m_mailbox; ///< lives on m_thread; its event queue is the order of calls
    std::unique_ptr<Storage> m_storage; ///< made, used and destroyed on m_thread only
    Result<Done> m_opened = Error {ErrorCode::CannotOpen, {}, "the database is not open"}; ///< m_thread only
};

} // namespace plimsoll::storage
