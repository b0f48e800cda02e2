// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/barskeeper.h"
#include "keeperbench.h"
#include "testlib/testprogram.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace plimsoll;
using namespace plimsoll::monitor;
using testlib::dec;
using testlib::EngineBench;
using testlib::FakeClock;

namespace {

constexpr std::int64_t kHour = 3'600'000;
constexpr WallTime kFrom = FakeClock::kStartWall + kHour;
const margin::Thresholds kAnnounced {dec("1.5"), dec("1.2"), dec("1.1")};

// The isolated BCH account has them ahead of it.
margin::Portfolio announced()
{
    margin::Portfolio portfolio = testlib::referencePortfolio();
    portfolio.accounts.back().announced = {{kFrom, kAnnounced}};
    return portfolio;
}

// The keeper with a book of accounts.
struct Bench : testlib::KeeperBench<BarsKeeper> {
    Bench()
        : KeeperBench(announced())
    {
        for (const margin::Account &account : stores.portfolio.accounts) {
            book.upsert(std::make_shared<const margin::Account>(account));
        }
        book.evaluate();
    }

    margin::RiskBook book;
};

} // namespace

class TestBarsKeeper : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksWhenTheirMomentHasCome()
    {
        Bench bench;
        bench.time.compare(0);
        bench.clock.advance(kHour - 1);
        bench.keeper.look(bench.book);
        QVERIFY(bench.stores.inForceUntil.empty());
        bench.clock.advance(1);
        bench.keeper.look(bench.book);
        QCOMPARE(bench.stores.inForceUntil, (std::vector<WallTime> {kFrom}));
    }

    void waitsForTheClockOfThePrices()
    {
        Bench bench;
        bench.clock.jumpWall(2 * kHour);
        bench.keeper.look(bench.book);
        bench.clock.advance(ExchangeTime::kWaitMs - 1);
        bench.keeper.look(bench.book);
        QVERIFY(bench.stores.inForceUntil.empty());
        bench.time.compare(2 * kHour); // it was the clock
        bench.clock.advance(kHour / 2);
        bench.keeper.look(bench.book);
        QVERIFY(bench.stores.inForceUntil.empty());
        bench.clock.advance(kHour / 2);
        bench.keeper.look(bench.book);
        QCOMPARE(bench.stores.inForceUntil.size(), std::size_t {1});
    }

    void anAnswerOnItsWayIsWaitedFor()
    {
        Bench bench;
        bench.time.compare(0);
        bench.clock.advance(2 * kHour);
        bench.stores.heldAll = true;
        bench.keeper.look(bench.book);
        bench.keeper.look(bench.book);
        QCOMPARE(bench.stores.inForceUntil.size(), std::size_t {1});
        bench.stores.release();
    }

    void whatFailsIsSaidAndTriedAgain()
    {
        Bench bench;
        bench.time.compare(0);
        bench.clock.advance(2 * kHour);
        QSignalSpy reported(&bench.keeper, &BarsKeeper::reported);
        bench.stores.failNext = Error {ErrorCode::CannotWrite, "", "full"};
        bench.keeper.look(bench.book);
        QTRY_COMPARE(reported.size(), 1);
        bench.keeper.look(bench.book);
        QTRY_COMPARE(reported.size(), 2);
        QCOMPARE(reported[0][1].toBool(), false);
        QCOMPARE(reported[1][1].toBool(), true);
    }

    void whatFailedAndIsGoneIsNotHeldAgainstIt()
    {
        Bench bench;
        bench.time.compare(0);
        bench.clock.advance(2 * kHour);
        QSignalSpy reported(&bench.keeper, &BarsKeeper::reported);
        bench.stores.failNext = Error {ErrorCode::CannotWrite, "", "full"};
        bench.keeper.look(bench.book);
        QTRY_COMPARE(reported.size(), 1);
        bench.keeper.look(margin::RiskBook()); // a person withdrew them
        bench.keeper.look(margin::RiskBook());
        QCOMPARE(reported.size(), 2);
        QCOMPARE(reported[1][1].toBool(), true);
    }

    // As any call: the level stands still, the bars rise above it.
    void theCallThatFollowsIsTold()
    {
        EngineBench bench(false, announced(), true, nullptr, true);
        QTRY_VERIFY(bench.isReady());
        bench.prices("200", "184"); // 920 / 800 = 1.15
        const std::string bch = testlib::referencePortfolio().accounts.back().id;
        QCOMPARE(bench.status(bch.c_str()), margin::Status::Normal);
        bench.events.clear();
        Q_EMIT bench.source->clockCompared(0);
        bench.clock.advance(kHour);
        bench.prices("200", "184");
        testlib::isCalled(bench, bch);
        QVERIFY(bench.snapshot->find(bch)->account->thresholds == kAnnounced);

        bench.clock.jumpWall(-10 * kHour);
        QVERIFY(bench.ticks(3));
        QCOMPARE(bench.status(bch.c_str()), margin::Status::MarginCall);
        QCOMPARE(bench.stores.inForceUntil.size(), std::size_t {1});
    }

    void aStandByLeavesItToTheMonitor()
    {
        testlib::besideAMonitor(announced(),
                                [](const EngineBench &bench) { QVERIFY(bench.stores.inForceUntil.empty()); });
    }

    void aStoryPutsNothingInForce()
    {
        EngineBench bench(false, announced());
        QTRY_VERIFY(bench.isReady());
        Q_EMIT bench.source->clockCompared(0);
        bench.clock.advance(2 * kHour);
        QVERIFY(bench.ticks(5));
        QVERIFY(bench.stores.inForceUntil.empty());
    }
};

PLIMSOLL_TEST(TestBarsKeeper)
#include "tst_barskeeper.moc"
