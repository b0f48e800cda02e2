// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/moment.h"
#include "ports/clock.h"
#include "ports/stores.h"
#include "storage/opening/database.h"
#include "storage/tables/recordage.h"

#include <QtCore/QStringList>

#include <memory>

namespace plimsoll::storage {

/// All stores over the one database of a data directory, as plain calls: what the command line uses, and what
/// StorageThread runs on its thread. Belongs to the thread that opened it; `clock` must outlive it and stamps bookings.
/// After an error of the disk the next call opens the database anew, with all checks, before it does anything. The
/// meaning of each call is that of monitor::Stores.
class Storage
{
public:
    /// Errors: those of Database::open(); CannotOpen where `directory` is "": that would be the folder the program
    /// happens to run in.
    static Result<std::unique_ptr<Storage>> open(const QString &directory, const monitor::Clock &clock,
                                                 OpenRules rules = {});

    /// What is wrong with the database of a directory, nothing where all is well; for a damaged one too, which open()
    /// refuses. Writes nothing. Errors: CannotOpen where there is none, DatabaseIsNewer, CannotWrite (lock),
    /// InputOutput.
    static Result<QStringList> verify(const QString &directory);

    static QString databasePath(const QString &directory);

    [[nodiscard]] const MigrationReport &migration() const { return m_migration; }

    Result<margin::Portfolio> loadPortfolio();
    Result<monitor::Revision> dataVersion();
    Result<monitor::Receipt> book(const monitor::OperationRequest &request);
    Result<Done> changeAccount(const monitor::AccountChange &change);
    Result<Done> importPortfolio(const margin::Portfolio &portfolio);
    Result<Done> renameWallet(const std::string &id, const std::string &name);
    Result<Done> announceBars(const std::string &account, const margin::AnnouncedBars &bars);
    Result<Done> withdrawBars(const std::string &account, WallTime from);
    Result<int> putBarsInForce(WallTime until);
    Result<int> accrueInterest(WallTime until);
    Result<std::vector<monitor::JournalRow>> journal(const monitor::JournalFilter &filter);

    Result<std::vector<margin::Profile>> profiles();
    Result<Done> saveProfile(const margin::Profile &profile);
    Result<QHash<QString, QString>> settings();
    Result<Done> setSetting(const QString &key, const QString &value);

    /// Also runs the retention, at most once an hour.
    Result<Done> appendHistory(const monitor::HistoryBatch &batch);
    Result<Done> appendStatus(const monitor::StatusRecord &record);
    /// In one transaction; where one of them is refused, each by itself. An answer for each.
    std::vector<Result<Done>> appendStatuses(const std::vector<monitor::StatusRecord> &records);
    /// Wall ms of the newest stored price of a symbol; 0 = none.
    Result<WallTime> newestPriceTime(const std::string &symbol);
    /// All that is kept of a symbol in [from, to], oldest first.
    Result<std::vector<monitor::PriceRecord>> priceHistory(const std::string &symbol, WallTime from, WallTime to);
    Result<std::vector<monitor::KeptPrices>> keptPrices(WallTime from, WallTime to);
    Result<std::vector<monitor::KeptPrice>> symbolPrices(const std::string &symbol, WallTime from, WallTime to,
                                                         std::int64_t width);
    Result<std::vector<monitor::LevelPoint>> levelHistory(const std::string &account, WallTime from, WallTime to,
                                                          int maxPoints);
    /// The newest sample since `from` that has a level; nothing where there is none.
    Result<std::optional<monitor::LevelPoint>> newestLevel(const std::string &account, WallTime from);
    Result<monitor::LevelTrack> levelTrack(const std::string &account, WallTime from, WallTime to,
                                           std::int64_t width = 0);
    Result<monitor::LevelTracks> levelTracks(WallTime from, WallTime to, std::int64_t width);
    Result<std::vector<monitor::BalanceRepair>> balanceRepairs(std::int64_t after);
    Result<std::vector<monitor::StatusRecord>> statusHistory(const std::string &account, int limit);
    Result<std::vector<monitor::BarChange>> barChanges(const std::string &account, int limit);

    Result<monitor::StoredAlarms> loadAlarms();
    Result<Done> recordAlarms(const monitor::AlarmRecord &record);
    Result<std::vector<monitor::AlarmEventRow>> alarmHistory(const monitor::AlarmHistoryFilter &filter);
    Result<std::vector<monitor::OutboxRow>> outbox(const std::string &occurrence);
    Result<Done> saveAlarmRule(const alarm::Rule &rule);
    Result<Done> removeAlarmRule(const std::string &id);
    Result<Done> addAlarmRequest(const monitor::AlarmRequest &request);
    Result<std::vector<monitor::AlarmRequest>> alarmRequests();
    Result<std::vector<margin::PreparedPlan>> plans();
    Result<Done> savePlan(const margin::PreparedPlan &plan);
    Result<Done> removePlan(const std::string &id);
    /// Also runs the retention, at most once an hour.
    Result<Done> markWatch(const monitor::WatchMark &mark);

private:
    Storage(const QString &path, const monitor::Clock &clock, OpenRules rules);

    Result<Done> openDatabase();
    [[nodiscard]] BootMoment bootMoment() const;
    Result<Done> runRetention(Database &database);
    /// The answer of `work(database)`, or why there is no usable database.
    template<typename Work>
    auto with(Work &&work) -> std::invoke_result_t<Work, Database &>;

    QString m_path;
    OpenRules m_rules;
    const monitor::Clock &m_clock;
    std::unique_ptr<Database> m_database;
    MigrationReport m_migration;
    BootTime m_lastRetention;
};

} // namespace plimsoll::storage
