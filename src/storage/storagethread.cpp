// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/storagethread.h"

#include "storage/periodreader.h"
#include "storage/storage.h"

namespace plimsoll::storage {

using namespace Qt::StringLiterals;

StorageThread::StorageThread(const QString &directory, const monitor::Clock &clock, OpenRules rules)
    : m_mailbox(std::make_unique<QObject>())
{
    m_thread.setObjectName(u"storage"_s);
    m_mailbox->moveToThread(&m_thread);
    m_thread.start();
    QMetaObject::invokeMethod(
        m_mailbox.get(),
        [this, directory, &clock, rules] {
            auto opened = Storage::open(directory, clock, rules);
            if (opened) {
                m_storage = std::move(opened).value();
                m_opened = Done {};
            } else {
                m_opened = opened.error();
            }
        },
        Qt::QueuedConnection);
}

StorageThread::~StorageThread()
{
    QMetaObject::invokeMethod(
        m_mailbox.get(),
        [this] { // behind every call made before
            m_storage.reset();
            m_thread.quit();
        },
        Qt::QueuedConnection);
    m_thread.wait();
}

template<typename Work>
auto StorageThread::post(Work work) -> Future<std::invoke_result_t<Work, Storage &>>
{
    using Answer = std::invoke_result_t<Work, Storage &>;
    const Promise<Answer> promise;
    const std::lock_guard guard(m_order);
    m_newest.reset();
    QMetaObject::invokeMethod(
        m_mailbox.get(),
        [this, promise, work = std::move(work)] {
            promise.finish(m_storage ? work(*m_storage) : Answer(m_opened.error()));
        },
        Qt::QueuedConnection);
    return promise.future();
}

Future<Result<Done>> StorageThread::opened()
{
    return post([](Storage &) { return Result<Done>(Done {}); });
}

Future<Result<margin::Portfolio>> StorageThread::loadPortfolio()
{
    return post([](Storage &storage) { return storage.loadPortfolio(); });
}

Future<Result<monitor::Revision>> StorageThread::dataVersion()
{
    return post([](Storage &storage) { return storage.dataVersion(); });
}

Future<Result<monitor::Receipt>> StorageThread::book(monitor::OperationRequest request)
{
    return post([request = std::move(request)](Storage &storage) { return storage.book(request); });
}

Future<Result<Done>> StorageThread::changeAccount(monitor::AccountChange change)
{
    return post([change = std::move(change)](Storage &storage) { return storage.changeAccount(change); });
}

Future<Result<Done>> StorageThread::importPortfolio(margin::Portfolio portfolio)
{
    return post([portfolio = std::move(portfolio)](Storage &storage) { return storage.importPortfolio(portfolio); });
}

Future<Result<Done>> StorageThread::renameWallet(std::string id, std::string name)
{
    return post(
        [id = std::move(id), name = std::move(name)](Storage &storage) { return storage.renameWallet(id, name); });
}

Future<Result<Done>> StorageThread::announceBars(std::string account, margin::AnnouncedBars bars)
{
    return post([account = std::move(account), bars](Storage &storage) { return storage.announceBars(account, bars); });
}

Future<Result<Done>> StorageThread::withdrawBars(std::string account, WallTime from)
{
    return post([account = std::move(account), from](Storage &storage) { return storage.withdrawBars(account, from); });
}

Future<Result<int>> StorageThread::putBarsInForce(WallTime until)
{
    return post([until](Storage &storage) { return storage.putBarsInForce(until); });
}

Future<Result<int>> StorageThread::accrueInterest(WallTime until)
{
    return post([until](Storage &storage) { return storage.accrueInterest(until); });
}

Future<Result<std::vector<monitor::JournalRow>>> StorageThread::journal(monitor::JournalFilter filter)
{
    return post([filter = std::move(filter)](Storage &storage) { return storage.journal(filter); });
}

Future<Result<std::vector<margin::Profile>>> StorageThread::profiles()
{
    return post([](Storage &storage) { return storage.profiles(); });
}

Future<Result<Done>> StorageThread::saveProfile(margin::Profile profile)
{
    return post([profile = std::move(profile)](Storage &storage) { return storage.saveProfile(profile); });
}

Future<Result<QHash<QString, QString>>> StorageThread::settings()
{
    return post([](Storage &storage) { return storage.settings(); });
}

Future<Result<Done>> StorageThread::setSetting(QString key, QString value)
{
    return post(
        [key = std::move(key), value = std::move(value)](Storage &storage) { return storage.setSetting(key, value); });
}

Future<Result<Done>> StorageThread::appendHistory(monitor::HistoryBatch batch)
{
    return post([batch = std::move(batch)](Storage &storage) { return storage.appendHistory(batch); });
}

// Those that came since the last other call, in one transaction: each would wait for the disk by itself.
Future<Result<Done>> StorageThread::appendStatus(monitor::StatusRecord record)
{
    const std::lock_guard guard(m_order);
    if (!m_newest) {
        m_newest = std::make_shared<Statuses>();
        QMetaObject::invokeMethod(
            m_mailbox.get(), [this, statuses = m_newest] { write(statuses); }, Qt::QueuedConnection);
    }
    m_newest->records.push_back(std::move(record));
    return m_newest->answers.emplace_back().future();
}

void StorageThread::write(const std::shared_ptr<Statuses> &statuses)
{
    {
        const std::lock_guard guard(m_order);
        if (m_newest == statuses) {
            m_newest.reset(); // what comes now is another call
        }
    }
    const std::vector<Result<Done>> results = m_storage
        ? m_storage->appendStatuses(statuses->records)
        : std::vector<Result<Done>>(statuses->records.size(), m_opened.error());
    for (std::size_t i = 0; i < results.size(); ++i) {
        statuses->answers[i].finish(results[i]);
    }
}

Future<Result<std::vector<monitor::LevelPoint>>> StorageThread::levelHistory(std::string account, WallTime from,
                                                                             WallTime to, int maxPoints)
{
    return post([account = std::move(account), from, to, maxPoints](Storage &storage) {
        return storage.levelHistory(account, from, to, maxPoints);
    });
}

Future<Result<monitor::LevelTrack>> StorageThread::levelTrack(std::string account, WallTime from, WallTime to,
                                                              std::int64_t width)
{
    return post([account = std::move(account), from, to, width](Storage &storage) {
        return storage.levelTrack(account, from, to, width);
    });
}

Future<Result<monitor::LevelTracks>> StorageThread::levelTracks(WallTime from, WallTime to, std::int64_t width)
{
    return post([from, to, width](Storage &storage) { return storage.levelTracks(from, to, width); });
}

Future<Result<std::vector<monitor::BalanceRepair>>> StorageThread::balanceRepairs(std::int64_t after)
{
    return post([after](Storage &storage) { return storage.balanceRepairs(after); });
}

Future<Result<std::vector<monitor::StatusRecord>>> StorageThread::statusHistory(std::string account, int limit)
{
    return post(
        [account = std::move(account), limit](Storage &storage) { return storage.statusHistory(account, limit); });
}

Future<Result<std::vector<monitor::BarChange>>> StorageThread::barChanges(std::string account, int limit)
{
    return post([account = std::move(account), limit](Storage &storage) { return storage.barChanges(account, limit); });
}

Future<Result<std::vector<monitor::KeptPrices>>> StorageThread::keptPrices(WallTime from, WallTime to)
{
    return post([from, to](Storage &storage) { return storage.keptPrices(from, to); });
}

Future<Result<std::vector<monitor::KeptPrice>>> StorageThread::symbolPrices(std::string symbol, WallTime from,
                                                                            WallTime to, std::int64_t width)
{
    return post([symbol = std::move(symbol), from, to, width](Storage &storage) {
        return storage.symbolPrices(symbol, from, to, width);
    });
}

Future<Result<monitor::Period>> StorageThread::period(WallTime from, WallTime to)
{
    return post([from, to](Storage &storage) { return readPeriod(storage, from, to); });
}

Future<Result<monitor::StoredAlarms>> StorageThread::loadAlarms()
{
    return post([](Storage &storage) { return storage.loadAlarms(); });
}

Future<Result<Done>> StorageThread::recordAlarms(monitor::AlarmRecord record)
{
    return post([record = std::move(record)](Storage &storage) { return storage.recordAlarms(record); });
}

Future<Result<std::vector<monitor::AlarmEventRow>>> StorageThread::alarmHistory(monitor::AlarmHistoryFilter filter)
{
    return post([filter = std::move(filter)](Storage &storage) { return storage.alarmHistory(filter); });
}

Future<Result<std::vector<monitor::OutboxRow>>> StorageThread::outbox(std::string occurrence)
{
    return post([occurrence = std::move(occurrence)](Storage &storage) { return storage.outbox(occurrence); });
}

Future<Result<Done>> StorageThread::saveAlarmRule(alarm::Rule rule)
{
    return post([rule = std::move(rule)](Storage &storage) { return storage.saveAlarmRule(rule); });
}

Future<Result<Done>> StorageThread::removeAlarmRule(std::string id)
{
    return post([id = std::move(id)](Storage &storage) { return storage.removeAlarmRule(id); });
}

Future<Result<std::vector<margin::PreparedPlan>>> StorageThread::plans()
{
    return post([](Storage &storage) { return storage.plans(); });
}

Future<Result<Done>> StorageThread::savePlan(margin::PreparedPlan plan)
{
    return post([plan = std::move(plan)](Storage &storage) { return storage.savePlan(plan); });
}

Future<Result<Done>> StorageThread::removePlan(std::string id)
{
    return post([id = std::move(id)](Storage &storage) { return storage.removePlan(id); });
}

Future<Result<Done>> StorageThread::addAlarmRequest(monitor::AlarmRequest request)
{
    return post([request = std::move(request)](Storage &storage) { return storage.addAlarmRequest(request); });
}

Future<Result<std::vector<monitor::AlarmRequest>>> StorageThread::alarmRequests()
{
    return post([](Storage &storage) { return storage.alarmRequests(); });
}

Future<Result<Done>> StorageThread::markWatch(monitor::WatchMark mark)
{
    return post([mark](Storage &storage) { return storage.markWatch(mark); });
}

} // namespace plimsoll::storage
