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
auto StorageThread::post(Work work) -> QFuture<std::invoke_result_t<Work, Storage &>>
{
    using Answer = std::invoke_result_t<Work, Storage &>;
    auto promise = std::make_shared<QPromise<Answer>>();
    QFuture<Answer> future = promise->future();
    promise->start();
    const std::lock_guard guard(m_order);
    m_newest.reset();
    QMetaObject::invokeMethod(
        m_mailbox.get(),
        [this, promise, work = std::move(work)] {
            promise->addResult(m_storage ? work(*m_storage) : Answer(m_opened.error()));
            promise->finish();
        },
        Qt::QueuedConnection);
    return future;
}

QFuture<Result<Done>> StorageThread::opened()
{
    return post([](Storage &) { return Result<Done>(Done {}); });
}

QFuture<Result<margin::Portfolio>> StorageThread::loadPortfolio()
{
    return post([](Storage &storage) { return storage.loadPortfolio(); });
}

QFuture<Result<monitor::Revision>> StorageThread::dataVersion()
{
    return post([](Storage &storage) { return storage.dataVersion(); });
}

QFuture<Result<monitor::Receipt>> StorageThread::book(monitor::OperationRequest request)
{
    return post([request = std::move(request)](Storage &storage) { return storage.book(request); });
}

QFuture<Result<Done>> StorageThread::changeAccount(monitor::AccountChange change)
{
    return post([change = std::move(change)](Storage &storage) { return storage.changeAccount(change); });
}

QFuture<Result<Done>> StorageThread::importPortfolio(margin::Portfolio portfolio)
{
    return post([portfolio = std::move(portfolio)](Storage &storage) { return storage.importPortfolio(portfolio); });
}

QFuture<Result<Done>> StorageThread::renameWallet(std::string id, std::string name)
{
    return post(
        [id = std::move(id), name = std::move(name)](Storage &storage) { return storage.renameWallet(id, name); });
}

QFuture<Result<Done>> StorageThread::announceBars(std::string account, margin::AnnouncedBars bars)
{
    return post([account = std::move(account), bars](Storage &storage) { return storage.announceBars(account, bars); });
}

QFuture<Result<Done>> StorageThread::withdrawBars(std::string account, WallTime from)
{
    return post([account = std::move(account), from](Storage &storage) { return storage.withdrawBars(account, from); });
}

QFuture<Result<int>> StorageThread::putBarsInForce(WallTime until)
{
    return post([until](Storage &storage) { return storage.putBarsInForce(until); });
}

QFuture<Result<int>> StorageThread::accrueInterest(WallTime until)
{
    return post([until](Storage &storage) { return storage.accrueInterest(until); });
}

QFuture<Result<std::vector<monitor::JournalRow>>> StorageThread::journal(monitor::JournalFilter filter)
{
    return post([filter = std::move(filter)](Storage &storage) { return storage.journal(filter); });
}

QFuture<Result<std::vector<margin::Profile>>> StorageThread::profiles()
{
    return post([](Storage &storage) { return storage.profiles(); });
}

QFuture<Result<Done>> StorageThread::saveProfile(margin::Profile profile)
{
    return post([profile = std::move(profile)](Storage &storage) { return storage.saveProfile(profile); });
}

QFuture<Result<QHash<QString, QString>>> StorageThread::settings()
{
    return post([](Storage &storage) { return storage.settings(); });
}

QFuture<Result<Done>> StorageThread::setSetting(QString key, QString value)
{
    return post(
        [key = std::move(key), value = std::move(value)](Storage &storage) { return storage.setSetting(key, value); });
}

QFuture<Result<Done>> StorageThread::appendHistory(monitor::HistoryBatch batch)
{
    return post([batch = std::move(batch)](Storage &storage) { return storage.appendHistory(batch); });
}

// Those that came since the last other call, in one transaction: each would wait for the disk by itself.
QFuture<Result<Done>> StorageThread::appendStatus(monitor::StatusRecord record)
{
    const std::lock_guard guard(m_order);
    if (!m_newest) {
        m_newest = std::make_shared<Statuses>();
        QMetaObject::invokeMethod(
            m_mailbox.get(), [this, statuses = m_newest] { write(statuses); }, Qt::QueuedConnection);
    }
    m_newest->records.push_back(std::move(record));
    QPromise<Result<Done>> &answer = m_newest->answers.emplace_back();
    answer.start();
    return answer.future();
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
        statuses->answers[i].addResult(results[i]);
        statuses->answers[i].finish();
    }
}

QFuture<Result<std::vector<monitor::LevelPoint>>> StorageThread::levelHistory(std::string account, WallTime from,
                                                                              WallTime to, int maxPoints)
{
    return post([account = std::move(account), from, to, maxPoints](Storage &storage) {
        return storage.levelHistory(account, from, to, maxPoints);
    });
}

QFuture<Result<monitor::LevelTrack>> StorageThread::levelTrack(std::string account, WallTime from, WallTime to,
                                                               std::int64_t width)
{
    return post([account = std::move(account), from, to, width](Storage &storage) {
        return storage.levelTrack(account, from, to, width);
    });
}

QFuture<Result<monitor::LevelTracks>> StorageThread::levelTracks(WallTime from, WallTime to, std::int64_t width)
{
    return post([from, to, width](Storage &storage) { return storage.levelTracks(from, to, width); });
}

QFuture<Result<std::vector<monitor::BalanceRepair>>> StorageThread::balanceRepairs(std::int64_t after)
{
    return post([after](Storage &storage) { return storage.balanceRepairs(after); });
}

QFuture<Result<std::vector<monitor::StatusRecord>>> StorageThread::statusHistory(std::string account, int limit)
{
    return post(
        [account = std::move(account), limit](Storage &storage) { return storage.statusHistory(account, limit); });
}

QFuture<Result<std::vector<monitor::BarChange>>> StorageThread::barChanges(std::string account, int limit)
{
    return post([account = std::move(account), limit](Storage &storage) { return storage.barChanges(account, limit); });
}

QFuture<Result<std::vector<monitor::KeptPrices>>> StorageThread::keptPrices(WallTime from, WallTime to)
{
    return post([from, to](Storage &storage) { return storage.keptPrices(from, to); });
}

QFuture<Result<std::vector<monitor::KeptPrice>>> StorageThread::symbolPrices(std::string symbol, WallTime from,
                                                                             WallTime to, std::int64_t width)
{
    return post([symbol = std::move(symbol), from, to, width](Storage &storage) {
        return storage.symbolPrices(symbol, from, to, width);
    });
}

QFuture<Result<monitor::Period>> StorageThread::period(WallTime from, WallTime to)
{
    return post([from, to](Storage &storage) { return readPeriod(storage, from, to); });
}

QFuture<Result<monitor::StoredAlarms>> StorageThread::loadAlarms()
{
    return post([](Storage &storage) { return storage.loadAlarms(); });
}

QFuture<Result<Done>> StorageThread::recordAlarms(monitor::AlarmRecord record)
{
    return post([record = std::move(record)](Storage &storage) { return storage.recordAlarms(record); });
}

QFuture<Result<std::vector<monitor::AlarmEventRow>>> StorageThread::alarmHistory(monitor::AlarmHistoryFilter filter)
{
    return post([filter = std::move(filter)](Storage &storage) { return storage.alarmHistory(filter); });
}

QFuture<Result<std::vector<monitor::OutboxRow>>> StorageThread::outbox(std::string occurrence)
{
    return post([occurrence = std::move(occurrence)](Storage &storage) { return storage.outbox(occurrence); });
}

QFuture<Result<Done>> StorageThread::saveAlarmRule(alarm::Rule rule)
{
    return post([rule = std::move(rule)](Storage &storage) { return storage.saveAlarmRule(rule); });
}

QFuture<Result<Done>> StorageThread::removeAlarmRule(std::string id)
{
    return post([id = std::move(id)](Storage &storage) { return storage.removeAlarmRule(id); });
}

QFuture<Result<std::vector<margin::PreparedPlan>>> StorageThread::plans()
{
    return post([](Storage &storage) { return storage.plans(); });
}

QFuture<Result<Done>> StorageThread::savePlan(margin::PreparedPlan plan)
{
    return post([plan = std::move(plan)](Storage &storage) { return storage.savePlan(plan); });
}

QFuture<Result<Done>> StorageThread::removePlan(std::string id)
{
    return post([id = std::move(id)](Storage &storage) { return storage.removePlan(id); });
}

QFuture<Result<Done>> StorageThread::addAlarmRequest(monitor::AlarmRequest request)
{
    return post([request = std::move(request)](Storage &storage) { return storage.addAlarmRequest(request); });
}

QFuture<Result<std::vector<monitor::AlarmRequest>>> StorageThread::alarmRequests()
{
    return post([](Storage &storage) { return storage.alarmRequests(); });
}

QFuture<Result<Done>> StorageThread::markWatch(monitor::WatchMark mark)
{
    return post([mark](Storage &storage) { return storage.markWatch(mark); });
}

} // namespace plimsoll::storage
