// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/interestkeeper.h"
#include "keeperbench.h"
#include "margin/interest.h"
#include "testlib/testprogram.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace plimsoll;
using namespace plimsoll::monitor;
using testlib::dec;
using testlib::EngineBench;
using testlib::FakeClock;

namespace {

constexpr std::int64_t kHour = margin::kHourMs;

using Bench = testlib::KeeperBench<InterestKeeper>;

// The isolated BCH account with a level just above its call, and a rate.
margin::Portfolio nearCall()
{
    margin::Portfolio portfolio = testlib::referencePortfolio();
    for (margin::Account &account : portfolio.accounts) {
        account.balances.back().dailyInterest = dec("0.0002");
    }
    return portfolio;
}

} // namespace

class TestInterestKeeper : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksOnceInEveryHour()
    {
        Bench bench;
        bench.time.compare(0);
        QTRY_VERIFY(bench.loader.isLoaded());
        for (const std::int64_t pause : {std::int64_t {0}, kHour / 2, kHour / 2, kHour / 4, 100 * kHour}) {
            bench.clock.advance(pause);
            bench.keeper.look();
            QCoreApplication::processEvents();
            bench.keeper.look();
            QCoreApplication::processEvents();
        }
        const WallTime start = FakeClock::kStartWall;
        QCOMPARE(bench.stores.accruals,
                 (std::vector<WallTime> {start, start + kHour, start + 101 * kHour + kHour / 4}));
    }

    void asksNothingBeforeTheAccountsAreKnown()
    {
        FakeClock clock;
        testlib::FakeStores stores {clock};
        PortfolioLoader loader {stores, nullptr};
        ExchangeTime time {clock};
        time.compare(0);
        InterestKeeper keeper {stores, time, loader, nullptr};
        keeper.look();
        QVERIFY(stores.accruals.empty());
    }

    void waitsForTheClockOfThePricesButNotForEver()
    {
        Bench bench;
        QTRY_VERIFY(bench.loader.isLoaded());
        bench.keeper.look();
        bench.clock.advance(ExchangeTime::kWaitMs - 1);
        bench.keeper.look();
        QVERIFY(bench.stores.accruals.empty());
        bench.clock.advance(1);
        bench.keeper.look();
        QCOMPARE(bench.stores.accruals.size(), std::size_t {1});
    }

    void aClockThatIsAheadBooksNothingEarly()
    {
        Bench bench;
        QTRY_VERIFY(bench.loader.isLoaded());
        bench.clock.jumpWall(365 * 24 * kHour);
        bench.keeper.look();
        bench.time.compare(365 * 24 * kHour);
        bench.keeper.look();
        QCOMPARE(bench.stores.accruals, (std::vector<WallTime> {FakeClock::kStartWall}));
    }

    void aClockThatIsBehindWaits()
    {
        Bench bench;
        QTRY_VERIFY(bench.loader.isLoaded());
        bench.time.compare(-5 * kHour);
        bench.keeper.look();
        QCOMPARE(bench.stores.accruals, (std::vector<WallTime> {FakeClock::kStartWall}));
    }

    void whatCouldNotBeBookedIsTriedAgainAndSaid()
    {
        Bench bench;
        QTRY_VERIFY(bench.loader.isLoaded());
        QSignalSpy reported(&bench.keeper, &InterestKeeper::reported);
        bench.time.compare(0);
        bench.stores.failNext = Error {ErrorCode::CannotWrite, "", "full"};
        bench.keeper.look();
        QTRY_COMPARE(reported.size(), 1);
        bench.keeper.look();
        QTRY_COMPARE(reported.size(), 2);
        QCOMPARE(reported[0][1].toBool(), false);
        QCOMPARE(reported[1][1].toBool(), true);
        QCOMPARE(bench.stores.accruals.size(), std::size_t {2});
    }

    void anAnswerOnItsWayIsWaitedFor()
    {
        Bench bench;
        QTRY_VERIFY(bench.loader.isLoaded());
        bench.time.compare(0);
        bench.stores.heldAll = true;
        bench.keeper.look();
        bench.clock.advance(kHour);
        bench.keeper.look();
        QCOMPARE(bench.stores.accruals.size(), std::size_t {1});
        bench.stores.release();
    }

    // The level falls like after any booking, and the same decision calls: prices stand still.
    void interestAloneRaisesTheCall()
    {
        EngineBench bench(false, nearCall(), true, nullptr, true);
        QTRY_VERIFY(bench.isReady());
        bench.prices("200", "176.1"); // 880.5 / 800 = 1.100625
        const std::string bch = testlib::referencePortfolio().accounts.back().id;
        QCOMPARE(bench.status(bch.c_str()), margin::Status::Normal);
        bench.events.clear();
        bench.stores.onAccrual = [&bench, &bch] { // two units of interest, booked while it slept
            for (margin::Account &account : bench.stores.portfolio.accounts) {
                if (account.id == bch) {
                    account.balances.back().interest = dec("2");
                }
            }
            return 1;
        };
        QVERIFY(bench.ticks(3)); // it has looked once, and waits for the clock
        bench.clock.advance(ExchangeTime::kWaitMs + kHour);
        bench.prices("200", "176.1");
        testlib::isCalled(bench, bch);
    }

    void aStandByBooksNothing()
    {
        testlib::besideAMonitor(nearCall(), [](const EngineBench &bench) { QVERIFY(bench.stores.accruals.empty()); });
    }

    void aStoryBooksNothing()
    {
        EngineBench bench(false, nearCall());
        QTRY_VERIFY(bench.isReady());
        bench.clock.advance(ExchangeTime::kWaitMs + kHour);
        QVERIFY(bench.ticks(5));
        QVERIFY(bench.stores.accruals.empty());
    }
};

PLIMSOLL_TEST(TestInterestKeeper)
#include "tst_interestkeeper.moc"
