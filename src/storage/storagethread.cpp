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

template<typename Call, typename... Arguments>
auto StorageThread::run(Call call, Arguments... arguments)
    -> Future<std::invoke_result_t<Call, Storage &, Arguments...>>
{
    using Answer = std::invoke_result_t<Call, Storage &, Arguments...>;
    const Promise<Answer> promise;
    const std::lock_guard guard(m_order);
    m_newest.reset();
    QMetaObject::invokeMethod(
        m_mailbox.get(),
        [this, promise, call, ... arguments = std::move(arguments)] {
            promise.finish(m_storage ? std::invoke(call, *m_storage, arguments...) : Answer(m_opened.error()));
        },
        Qt::QueuedConnection);
    return promise.future();
}

Future<Result<Done>> StorageThread::opened()
{
    return run([](Storage &) { return Result<Done>(Done {}); });
}

Future<Result<margin::Portfolio>> StorageThread::loadPortfolio()
{
    return run(&Storage::loadPortfolio);
}

Future<Result<monitor::Revision>> StorageThread::dataVersion()
{
    return run(&Storage::dataVersion);
}

Future<Result<monitor::Receipt>> StorageThread::book(monitor::OperationRequest request)
{
    return run(&Storage::book, std::move(request));
}

Future<Result<Done>> StorageThread::changeAccount(monitor::AccountChange change)
{
    return run(&Storage::changeAccount, std::move(change));
}

Future<Result<Done>> StorageThread::importPortfolio(margin::Portfolio portfolio)
{
    return run(&Storage::importPortfolio, std::move(portfolio));
}

Future<Result<Done>> StorageThread::renameWallet(std::string id, std::string name)
{
    return run(&Storage::renameWallet, std::move(id), std::move(name));
}

Future<Result<Done>> StorageThread::announceBars(std::string account, margin::AnnouncedBars bars)
{
    return run(&Storage::announceBars, std::move(account), bars);
}

Future<Result<Done>> StorageThread::withdrawBars(std::string account, WallTime from)
{
    return run(&Storage::withdrawBars, std::move(account), from);
}

Future<Result<int>> StorageThread::putBarsInForce(WallTime until)
{
    return run(&Storage::putBarsInForce, until);
}

Future<Result<int>> StorageThread::accrueInterest(WallTime until)
{
    return run(&Storage::accrueInterest, until);
}

Future<Result<std::vector<monitor::JournalRow>>> StorageThread::journal(monitor::JournalFilter filter)
{
    return run(&Storage::journal, std::move(filter));
}

Future<Result<std::vector<margin::Profile>>> StorageThread::profiles()
{
    return run(&Storage::profiles);
}

Future<Result<Done>> StorageThread::saveProfile(margin::Profile profile)
{
    return run(&Storage::saveProfile, std::move(profile));
}

Future<Result<QHash<QString, QString>>> StorageThread::settings()
{
    return run(&Storage::settings);
}

Future<Result<Done>> StorageThread::setSetting(QString key, QString value)
{
    return run(&Storage::setSetting, std::move(key), std::move(value));
}

Future<Result<Done>> StorageThread::appendHistory(monitor::HistoryBatch batch)
{
    return run(&Storage::appendHistory, std::move(batch));
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
    return run(&Storage::levelHistory, std::move(account), from, to, maxPoints);
}

Future<Result<monitor::LevelTrack>> StorageThread::levelTrack(std::string account, WallTime from, WallTime to,
                                                              std::int64_t width)
{
    return run(&Storage::levelTrack, std::move(account), from, to, width);
}

Future<Result<monitor::LevelTracks>> StorageThread::levelTracks(WallTime from, WallTime to, std::int64_t width)
{
    return run(&Storage::levelTracks, from, to, width);
}

Future<Result<std::vector<monitor::BalanceRepair>>> StorageThread::balanceRepairs(std::int64_t after)
{
    return run(&Storage::balanceRepairs, after);
}

Future<Result<std::vector<monitor::StatusRecord>>> StorageThread::statusHistory(std::string account, int limit)
{
    return run(&Storage::statusHistory, std::move(account), limit);
}

Future<Result<std::vector<monitor::BarChange>>> StorageThread::barChanges(std::string account, int limit)
{
    return run(&Storage::barChanges, std::move(account), limit);
}

Future<Result<std::vector<monitor::KeptPrices>>> StorageThread::keptPrices(WallTime from, WallTime to)
{
    return run(&Storage::keptPrices, from, to);
}

Future<Result<std::vector<monitor::KeptPrice>>> StorageThread::symbolPrices(std::string symbol, WallTime from,
                                                                            WallTime to, std::int64_t width)
{
    return run(&Storage::symbolPrices, std::move(symbol), from, to, width);
}

Future<Result<monitor::Period>> StorageThread::period(WallTime from, WallTime to)
{
    return run(&readPeriod, from, to);
}

Future<Result<monitor::StoredAlarms>> StorageThread::loadAlarms()
{
    return run(&Storage::loadAlarms);
}

Future<Result<Done>> StorageThread::recordAlarms(monitor::AlarmRecord record)
{
    return run(&Storage::recordAlarms, std::move(record));
}

Future<Result<std::vector<monitor::AlarmEventRow>>> StorageThread::alarmHistory(monitor::AlarmHistoryFilter filter)
{
    return run(&Storage::alarmHistory, std::move(filter));
}

Future<Result<std::vector<monitor::OutboxRow>>> StorageThread::outbox(std::string occurrence)
{
    return run(&Storage::outbox, std::move(occurrence));
}

Future<Result<Done>> StorageThread::saveAlarmRule(alarm::Rule rule)
{
    return run(&Storage::saveAlarmRule, std::move(rule));
}

Future<Result<Done>> StorageThread::removeAlarmRule(std::string id)
{
    return run(&Storage::removeAlarmRule, std::move(id));
}

Future<Result<std::vector<margin::PreparedPlan>>> StorageThread::plans()
{
    return run(&Storage::plans);
}

Future<Result<Done>> StorageThread::savePlan(margin::PreparedPlan plan)
{
    return run(&Storage::savePlan, std::move(plan));
}

Future<Result<Done>> StorageThread::removePlan(std::string id)
{
    return run(&Storage::removePlan, std::move(id));
}

Future<Result<Done>> StorageThread::addAlarmRequest(monitor::AlarmRequest request)
{
    return run(&Storage::addAlarmRequest, std::move(request));
}

Future<Result<std::vector<monitor::AlarmRequest>>> StorageThread::alarmRequests()
{
    return run(&Storage::alarmRequests);
}

Future<Result<Done>> StorageThread::markWatch(monitor::WatchMark mark)
{
    return run(&Storage::markWatch, mark);
}

} // namespace plimsoll::storage
