// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/storage.h"

#include "storage/databaseaudit.h"
#include "storage/sql/sqlstatement.h"
#include "storage/tables/alarmrequeststore.h"
#include "storage/tables/alarmrulestore.h"
#include "storage/tables/alarmstore.h"
#include "storage/tables/announcedbarsstore.h"
#include "storage/tables/historystore.h"
#include "storage/tables/journalstore.h"
#include "storage/tables/planstore.h"
#include "storage/tables/portfoliostore.h"
#include "storage/tables/profilestore.h"
#include "storage/tables/settingsstore.h"
#include "storage/tables/watchmarkstore.h"

#include <QtCore/QDir>

#include <algorithm>
#include <iterator>

namespace plimsoll::storage {

using namespace Qt::StringLiterals;

namespace {
constexpr std::int64_t kRetentionInterval = 3'600'000;
} // namespace

Storage::Storage(const QString &path, const monitor::Clock &clock, OpenRules rules)
    : m_path(path)
    , m_rules(rules)
    , m_clock(clock)
    , m_lastRetention(clock.bootTime())
{
}

QString Storage::databasePath(const QString &directory)
{
    return QDir(QDir(directory).absolutePath()).filePath(u"plimsoll.db"_s);
}

Result<std::unique_ptr<Storage>> Storage::open(const QString &directory, const monitor::Clock &clock, OpenRules rules)
{
    if (directory.isEmpty()) {
        return Error {ErrorCode::CannotOpen, "data directory", "no folder is named"};
    }
    std::unique_ptr<Storage> storage(new Storage(databasePath(directory), clock, rules));
    if (const auto opened = storage->openDatabase(); !opened) {
        return opened.error();
    }
    storage->m_migration = storage->m_database->migration();
    storage->m_rules.mayCreate = false; // a file that is gone while it is in use is not replaced by an empty one
    return storage;
}

Result<QStringList> Storage::verify(const QString &directory)
{
    const QString path = databasePath(directory);
    return attempt([&] {
        if (orThrow(fileKind(path)) == FileKind::Absent) {
            refuse(ErrorCode::CannotOpen, path.toStdString(), "there is no database");
        }
        WriteLock lock(path + u".lock"_s);
        const WriteLockGuard guard(lock);
        const auto findings = attempt([&] {
            const DatabaseHeader header = orThrow(readHeader(path));
            const auto connection = openForChecks(path);
            const std::int64_t version = queryInteger(connection->database(), u"PRAGMA user_version");
            const int newest = embeddedMigrations().back().version;
            if (std::max<std::int64_t>(version, header.version) > newest) {
                refuse(ErrorCode::DatabaseIsNewer, path.toStdString(), "a newer program made it; update Plimsoll");
            }
            return auditFindings(connection->database());
        });
        if (!findings && findings.error().code == ErrorCode::DatabaseIsBroken) {
            return QStringList {QString::fromStdString(findings.error().message())};
        }
        return orThrow(findings);
    });
}

Result<Done> Storage::openDatabase()
{
    m_database.reset(); // the old connection first: two of one process would fight over file locks
    auto opened = Database::open(m_path, embeddedMigrations(), m_rules);
    if (!opened) {
        return opened.error();
    }
    m_database = std::move(opened).value();
    return Done {};
}

template<typename Work>
auto Storage::with(Work &&work) -> std::invoke_result_t<Work, Database &>
{
    if (!m_database || m_database->isPoisoned()) {
        if (const auto opened = openDatabase(); !opened) {
            return opened.error();
        }
    }
    return work(*m_database);
}

Result<margin::Portfolio> Storage::loadPortfolio()
{
    return with([](Database &database) { return PortfolioStore(database).load(); });
}

Result<monitor::Revision> Storage::dataVersion()
{
    return with([](Database &database) { return PortfolioStore(database).revision(); });
}

Result<monitor::Receipt> Storage::book(const monitor::OperationRequest &request)
{
    return with([&](Database &database) { return JournalStore(database).book(request, m_clock.wallTime()); });
}

Result<Done> Storage::changeAccount(const monitor::AccountChange &change)
{
    return with([&](Database &database) { return PortfolioStore(database).change(change, m_clock.wallTime()); });
}

Result<Done> Storage::importPortfolio(const margin::Portfolio &portfolio)
{
    return with([&](Database &database) { return PortfolioStore(database).import(portfolio, m_clock.wallTime()); });
}

Result<Done> Storage::renameWallet(const std::string &id, const std::string &name)
{
    return with([&](Database &database) { return PortfolioStore(database).renameWallet(id, name); });
}

Result<Done> Storage::announceBars(const std::string &account, const margin::AnnouncedBars &bars)
{
    return with(
        [&](Database &database) { return AnnouncedBarsStore(database).announce(account, bars, m_clock.wallTime()); });
}

Result<Done> Storage::withdrawBars(const std::string &account, WallTime from)
{
    return with([&](Database &database) { return AnnouncedBarsStore(database).withdraw(account, from); });
}

Result<int> Storage::putBarsInForce(WallTime until)
{
    return with([&](Database &database) { return AnnouncedBarsStore(database).putInForce(until); });
}

Result<int> Storage::accrueInterest(WallTime until)
{
    return with([&](Database &database) { return JournalStore(database).accrueInterest(until, m_clock.wallTime()); });
}

Result<std::vector<monitor::JournalRow>> Storage::journal(const monitor::JournalFilter &filter)
{
    return with([&](Database &database) { return JournalStore(database).list(filter); });
}

Result<std::vector<margin::Profile>> Storage::profiles()
{
    return with([](Database &database) { return ProfileStore(database).all(); });
}

Result<Done> Storage::saveProfile(const margin::Profile &profile)
{
    return with([&](Database &database) { return ProfileStore(database).save(profile, m_clock.wallTime()); });
}

Result<QHash<QString, QString>> Storage::settings()
{
    return with([](Database &database) { return SettingsStore(database).all(); });
}

Result<Done> Storage::setSetting(const QString &key, const QString &value)
{
    return with([&](Database &database) { return SettingsStore(database).set(key, value); });
}

Result<Done> Storage::appendHistory(const monitor::HistoryBatch &batch)
{
    return with([&](Database &database) -> Result<Done> {
        if (auto appended = HistoryStore(database).append(batch, bootMoment()); !appended) {
            return appended;
        }
        return runRetention(database);
    });
}

BootMoment Storage::bootMoment() const
{
    return {m_clock.bootId(), m_clock.bootTime()};
}

Result<Done> Storage::runRetention(Database &database)
{
    if (m_clock.bootTime() - m_lastRetention < kRetentionInterval) {
        return Done {};
    }
    m_lastRetention = m_clock.bootTime();
    // Alarms first: the last step of the history forgets when an hour was recorded.
    const auto alarms = AlarmStore(database).runRetention(bootMoment());
    const auto history = HistoryStore(database).runRetention(bootMoment());
    return history ? alarms : history;
}

Result<Done> Storage::appendStatus(const monitor::StatusRecord &record)
{
    return with([&](Database &database) { return HistoryStore(database).appendStatuses({record}); });
}

std::vector<Result<Done>> Storage::appendStatuses(const std::vector<monitor::StatusRecord> &records)
{
    const auto together = with([&](Database &database) { return HistoryStore(database).appendStatuses(records); });
    if (together || records.size() == 1) {
        return {records.size(), together};
    }
    std::vector<Result<Done>> answers;
    std::ranges::transform(records, std::back_inserter(answers),
                           [this](const monitor::StatusRecord &record) { return appendStatus(record); });
    return answers;
}

Result<WallTime> Storage::newestPriceTime(const std::string &symbol)
{
    return with([&](Database &database) { return HistoryStore(database).newestPriceTime(symbol); });
}

Result<std::vector<monitor::PriceRecord>> Storage::priceHistory(const std::string &symbol, WallTime from, WallTime to)
{
    return with([&](Database &database) { return HistoryStore(database).prices(symbol, from, to); });
}

Result<std::vector<monitor::KeptPrices>> Storage::keptPrices(WallTime from, WallTime to)
{
    return with([&](Database &database) { return HistoryStore(database).keptPrices(from, to); });
}

Result<std::vector<monitor::KeptPrice>> Storage::symbolPrices(const std::string &symbol, WallTime from, WallTime to,
                                                              std::int64_t width)
{
    return with([&](Database &database) { return HistoryStore(database).symbolPrices(symbol, from, to, width); });
}

Result<std::vector<monitor::LevelPoint>> Storage::levelHistory(const std::string &account, WallTime from, WallTime to,
                                                               int maxPoints)
{
    return with([&](Database &database) { return HistoryStore(database).levels(account, from, to, maxPoints); });
}

Result<std::optional<monitor::LevelPoint>> Storage::newestLevel(const std::string &account, WallTime from)
{
    return with([&](Database &database) { return HistoryStore(database).newestLevel(account, from); });
}

Result<monitor::LevelTrack> Storage::levelTrack(const std::string &account, WallTime from, WallTime to,
                                                std::int64_t width)
{
    return with([&](Database &database) { return HistoryStore(database).track(account, from, to, width); });
}

Result<monitor::LevelTracks> Storage::levelTracks(WallTime from, WallTime to, std::int64_t width)
{
    return with([&](Database &database) { return HistoryStore(database).tracks(from, to, width); });
}

Result<std::vector<monitor::BalanceRepair>> Storage::balanceRepairs(std::int64_t after)
{
    return with([&](Database &database) {
        return attempt([&] { return database.read([&] { return readBalanceRepairs(database.connection(), after); }); });
    });
}

Result<std::vector<monitor::BarChange>> Storage::barChanges(const std::string &account, int limit)
{
    return with([&](Database &database) { return HistoryStore(database).barChanges(account, limit); });
}

Result<std::vector<monitor::StatusRecord>> Storage::statusHistory(const std::string &account, int limit)
{
    return with([&](Database &database) { return HistoryStore(database).statuses(account, limit); });
}

Result<monitor::StoredAlarms> Storage::loadAlarms()
{
    return with([](Database &database) { return AlarmStore(database).load(); });
}

Result<Done> Storage::recordAlarms(const monitor::AlarmRecord &record)
{
    return with([&](Database &database) { return AlarmStore(database).record(record); });
}

Result<std::vector<monitor::AlarmEventRow>> Storage::alarmHistory(const monitor::AlarmHistoryFilter &filter)
{
    return with([&](Database &database) { return AlarmStore(database).history(filter); });
}

Result<std::vector<monitor::OutboxRow>> Storage::outbox(const std::string &occurrence)
{
    return with([&](Database &database) { return AlarmStore(database).outbox(occurrence); });
}

Result<Done> Storage::saveAlarmRule(const alarm::Rule &rule)
{
    return with([&](Database &database) { return AlarmRuleStore(database).save(rule); });
}

Result<std::vector<margin::PreparedPlan>> Storage::plans()
{
    return with([](Database &database) { return PlanStore(database).all(); });
}

Result<Done> Storage::savePlan(const margin::PreparedPlan &plan)
{
    return with([&](Database &database) { return PlanStore(database).save(plan); });
}

Result<Done> Storage::removePlan(const std::string &id)
{
    return with([&](Database &database) { return PlanStore(database).remove(id); });
}

Result<Done> Storage::removeAlarmRule(const std::string &id)
{
    return with([&](Database &database) { return AlarmRuleStore(database).remove(id); });
}

Result<Done> Storage::addAlarmRequest(const monitor::AlarmRequest &request)
{
    return with([&](Database &database) { return AlarmRequestStore(database).add(request); });
}

Result<std::vector<monitor::AlarmRequest>> Storage::alarmRequests()
{
    return with([](Database &database) { return AlarmRequestStore(database).open(); });
}

Result<Done> Storage::markWatch(const monitor::WatchMark &mark)
{
    return with([&](Database &database) -> Result<Done> {
        if (auto marked = WatchMarkStore(database).mark(mark); !marked) {
            return marked;
        }
        return runRetention(database);
    });
}

} // namespace plimsoll::storage
