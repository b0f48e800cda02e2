// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarmkit.h"

#include "storage/storagethread.h"
#include "testlib/testprogram.h"

using plimsoll::WallTime;

using namespace alarmkit;
using storage::StorageThread;

/// The port on its thread: order, answers to everything, nothing lost at the end.
class TestStorageThread : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersInTheOrderOfCalls();
    void alarmsAreRecordedInTheOrderOfCalls();
    void changesOfStatusInARowAreAnsweredEachByItself();
    void anotherProcessIsHeard();
    void destructionDrainsEveryCall();
    void whoHasGoneHoldsUpNoCall();
    void everyCallAnswersWhereOpeningFailed();
    void callsComeFromManyThreads();
    void twoProcessesShareOneDatabase();
};

void TestStorageThread::answersInTheOrderOfCalls()
{
    Home home;
    StorageThread store(home.path(), home.clock);
    WORKS(store.opened().result());
    sent(store.importPortfolio(smallPortfolio()));
    std::vector<Future<Result<monitor::Receipt>>> receipts;
    for (int i = 0; i < 50; ++i) {
        receipts.push_back(store.book(topUp("b-ethusdt", "1")));
    }
    auto rows = store.journal({}).result();

    QVERIFY(rows.hasValue());
    std::vector<std::string> order;
    for (const monitor::JournalRow &row : *rows) {
        if (row.row.kind == margin::EntryKind::TopUp) {
            order.push_back(row.operationId);
        }
    }
    QCOMPARE(order.size(), receipts.size());
    for (std::size_t i = 0; i < receipts.size(); ++i) {
        QCOMPARE(order[i], receipts[i].result().value().operationId);
    }
}

// They share a transaction, but not what becomes of them; a call between them keeps its place.
void TestStorageThread::changesOfStatusInARowAreAnsweredEachByItself()
{
    const auto turned = [](WallTime time, const char *account) {
        return monitor::StatusRecord {time, account, std::nullopt, margin::Status::Normal, std::nullopt, "{}"};
    };
    Home home;
    StorageThread store(home.path(), home.clock);
    std::vector<Future<Result<Done>>> answers;
    answers.push_back(store.appendStatus(turned(1, "b-ethusdt"))); // before there is an account
    sent(store.importPortfolio(smallPortfolio()));
    for (std::int64_t time = 2; time < 100; ++time) {
        answers.push_back(store.appendStatus(turned(WallTime::ofMs(time), time == 50 ? "nobody" : "b-ethusdt")));
    }
    auto statuses = store.statusHistory("b-ethusdt", 0).result();

    QVERIFY(statuses.hasValue());
    QCOMPARE(statuses->size(), std::size_t {97});
    for (std::size_t i = 0; i < answers.size(); ++i) {
        const std::int64_t time = static_cast<std::int64_t>(i) + 1;
        QCOMPARE(answers[i].result().hasValue(), time != 1 && time != 50);
    }
    QCOMPARE(statuses->front().time, WallTime {2});
    QCOMPARE(statuses->back().time, WallTime {99});
    QVERIFY(std::ranges::is_sorted(*statuses, {}, &monitor::StatusRecord::time));
}

void TestStorageThread::alarmsAreRecordedInTheOrderOfCalls()
{
    const Key key {"b-ethusdt", Condition::Call, {}};
    Home home;
    {
        StorageThread store(home.path(), home.clock);
        for (std::uint32_t i = 1; i <= 50; ++i) {
            sent(store.recordAlarms(raise(key, i, WallTime::ofMs(i))));
        }
        auto told = pending(key, 50, 0, Channel::Desktop);
        told.result = OutboxRow::Result::Delivered;
        sent(store.recordAlarms({kMoment, {}, {}, {told}, 0}));
        sent(store.markWatch({50, false})); // the last call before the end
        QCOMPARE(store.alarmHistory({}).result().value().size(), std::size_t {50});
        QCOMPARE(store.outbox(told.occurrence).result().value().front().result, OutboxRow::Result::Delivered);
    }

    VALUE_OF(stored, home.open().loadAlarms());
    VALUE_OF(events, home.store->alarmHistory({}));
    QCOMPARE(stored.states, (std::vector {AlarmStateRow {key, busyAlarm(50)}}));
    QCOMPARE(stored.pending.size(), std::size_t {49});
    QCOMPARE(stored.mark, (WatchMark {50, false}));
    for (std::size_t i = 0; i < events.size(); ++i) {
        QCOMPARE(events[i].occurrence, static_cast<std::uint32_t>(i) + 1);
    }
}

// The terminal program asks, the desktop program finds it by the version it looks at anyway.
void TestStorageThread::anotherProcessIsHeard()
{
    Home home;
    StorageThread desktop(home.path(), home.clock);
    StorageThread terminal(home.path(), home.clock);
    const monitor::Revision before = desktop.dataVersion().result().value();
    QVERIFY(desktop.alarmRequests().result().value().empty());

    WORKS(terminal.addAlarmRequest({0, 1, AlarmRequest::Kind::Acknowledge, "*", {}, 0}).result());
    WORKS(terminal.saveAlarmRule({"r", "", alarm::Rule::Kind::Level, amount("1.3"), {}, alarm::Stage::Notice, true})
              .result());
    WORKS(terminal.removeAlarmRule("r").result());

    QVERIFY(desktop.dataVersion().result().value() != before);
    VALUE_OF(requests, desktop.alarmRequests().result());
    QCOMPARE(requests.size(), std::size_t {1});
    AlarmRecord record;
    record.moment = kMoment;
    record.handledRequests = requests.front().sequence;
    WORKS(desktop.recordAlarms(record).result());
    QVERIFY(terminal.alarmRequests().result().value().empty());
    VALUE_OF(stored, desktop.loadAlarms().result());
    QVERIFY(stored.requests.empty() && stored.rules.empty());
}

void TestStorageThread::destructionDrainsEveryCall()
{
    Home home;
    std::vector<Future<Result<monitor::Receipt>>> receipts;
    {
        StorageThread store(home.path(), home.clock);
        sent(store.importPortfolio(smallPortfolio()));
        for (int i = 0; i < 100; ++i) {
            receipts.push_back(store.book(topUp("b-ethusdt", "1")));
        }
    }

    for (auto &receipt : receipts) {
        QVERIFY(receipt.isFinished() && !receipt.isCanceled());
        WORKS(receipt.result());
    }
    VALUE_OF(portfolio, home.open().loadPortfolio());
    QCOMPARE(freeOf(portfolio, "b-ethusdt", "USDT"), amount("100"));
}

// A window that is closed while its questions are on their way, and what was booked behind them.
void TestStorageThread::whoHasGoneHoldsUpNoCall()
{
    Home home;
    auto asker = std::make_unique<QObject>();
    bool told = false;
    {
        StorageThread store(home.path(), home.clock);
        store.importPortfolio(smallPortfolio()).then(asker.get(), [&told](const Result<Done> &) { told = true; });
        store.settings().then(asker.get(), [&told](const auto &) { told = true; });
        asker.reset();
        sent(store.book(topUp("b-ethusdt", "1")));
    }
    QCoreApplication::processEvents();
    QVERIFY(!told);
    StorageThread store(home.path(), home.clock);
    QCOMPARE(store.journal({"b-ethusdt", {}, 1}).result().value().front().row.kind, margin::EntryKind::TopUp);
}

void TestStorageThread::everyCallAnswersWhereOpeningFailed()
{
    Home home;
    home.open();
    home.close();
    writeBytes(home.file(), QByteArray(8192, 'x'));

    StorageThread store(home.path(), home.clock);

    REFUSES(store.opened().result(), ErrorCode::DatabaseIsBroken);
    REFUSES(store.loadPortfolio().result(), ErrorCode::DatabaseIsBroken);
    REFUSES(store.book(topUp("b-ethusdt", "1")).result(), ErrorCode::DatabaseIsBroken);
    REFUSES(store.settings().result(), ErrorCode::DatabaseIsBroken);
    REFUSES(store.loadAlarms().result(), ErrorCode::DatabaseIsBroken);
    REFUSES(store.recordAlarms({}).result(), ErrorCode::DatabaseIsBroken);
}

void TestStorageThread::callsComeFromManyThreads()
{
    Home home;
    {
        StorageThread store(home.path(), home.clock);
        sent(store.importPortfolio(smallPortfolio()));
        std::vector<std::unique_ptr<QThread>> callers;
        for (int i = 0; i < 4; ++i) {
            callers.emplace_back(QThread::create([&store] {
                for (int k = 0; k < 25; ++k) {
                    sent(store.book(topUp("b-ethusdt", "1", "spot")));
                }
            }));
            callers.back()->start();
        }
        for (const auto &caller : callers) {
            QVERIFY(caller->wait());
        }
    }

    VALUE_OF(portfolio, home.open().loadPortfolio());
    QCOMPARE(freeOf(portfolio, "b-ethusdt", "USDT"), amount("100"));
    QCOMPARE(portfolio.wallet("spot")->free("USDT"), amount("900"));
}

// Two connections stand for the desktop program and the command line; both spend the same wallet.
void TestStorageThread::twoProcessesShareOneDatabase()
{
    Home home;
    home.openWith(smallPortfolio());
    home.close();
    int booked = 0;
    {
        StorageThread first(home.path(), home.clock);
        StorageThread second(home.path(), home.clock);
        std::vector<Future<Result<monitor::Receipt>>> receipts;
        for (int i = 0; i < 60; ++i) {
            receipts.push_back((i % 2 == 0 ? first : second).book(topUp("b-ethusdt", "30", "spot")));
        }
        for (auto &receipt : receipts) {
            const auto answer = receipt.result();
            QVERIFY(answer.hasValue() || answer.error().code == ErrorCode::NotEnough);
            booked += answer.hasValue() ? 1 : 0;
        }
    }

    QCOMPARE(booked, 33); // 1000 / 30
    VALUE_OF(portfolio, home.open().loadPortfolio());
    QCOMPARE(portfolio.wallet("spot")->free("USDT"), amount("10"));
    VALUE_OF(findings, Storage::verify(home.path()));
    QVERIFY2(findings.isEmpty(), qPrintable(findings.join(u'\n')));
}

PLIMSOLL_TEST(TestStorageThread)
#include "tst_storagethread.moc"
