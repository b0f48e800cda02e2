// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/monitor.h"
#include "margin/assessment.h"
#include "testlib/enginebench.h"
#include "testlib/sent.h"
#include "testlib/testprogram.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace plimsoll;
using namespace plimsoll::monitor;
using namespace std::chrono_literals;
using testlib::dec;
using testlib::FakeClock;
using testlib::FakeStores;
using testlib::sample;
using testlib::ScriptedSource;
using Bench = testlib::EngineBench;

class TestMonitor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_bench = std::make_unique<Bench>();
        QTRY_VERIFY(m_bench->isReady());
    }

    void asksTheSourceForWhatTheAccountsNeed()
    {
        QCOMPARE(m_bench->source->wanted, (std::vector<std::string> {"BCHUSDT", "ETHUSDT"}));
    }

    void decidesTheReferenceExampleAtTheFirstSample()
    {
        const std::string bch = bchAccount();
        m_bench->prices("200", "200");
        m_bench->events.clear();
        m_bench->prices("230", "170");
        QCOMPARE(m_bench->events, QStringList {QString::fromStdString(bch + " margin_call")});
        QCOMPARE(m_bench->status(bch.c_str()), margin::Status::MarginCall);
    }

    // A copy: what is tried out with it changes nothing here.
    void handsOutThePricesItJudgesBy()
    {
        m_bench->prices("230", "170");
        Future<margin::QuoteBoard> asked = m_bench->engine->quotes();
        QTRY_VERIFY(asked.isFinished());
        margin::QuoteBoard board = asked.result();
        QCOMPARE(board.priceOf("BCHUSDT"), std::optional(dec("170")));
        board.setPrice(*board.findSymbol("BCHUSDT"), dec("1"), INT64_MAX);
        board.evaluate();
        QCOMPARE(m_bench->status(bchAccount().c_str()), margin::Status::MarginCall);
        QCOMPARE(m_bench->engine->quotes().result().priceOf("BCHUSDT"), std::optional(dec("170")));
    }

    void tellsEveryCrossingEvenBetweenTwoSnapshotsOfTheScreen()
    {
        m_bench->prices("200", "200");
        m_bench->events.clear();
        m_bench->prices("200", "170");
        m_bench->prices("200", "200");
        QCOMPARE(m_bench->events.size(), 2);
    }

    void decidesExactlyOnTheBar_data()
    {
        QTest::addColumn<QString>("price");
        QTest::addColumn<int>("status");
        QTest::newRow("on the call bar") << "176" << static_cast<int>(margin::Status::MarginCall);
        QTest::newRow("the smallest step above it")
            << "176.000000000000000001" << static_cast<int>(margin::Status::Normal);
        QTest::newRow("on the liquidation bar") << "168" << static_cast<int>(margin::Status::Liquidation);
        QTest::newRow("the smallest step above that")
            << "168.000000000000000001" << static_cast<int>(margin::Status::MarginCall);
    }

    void decidesExactlyOnTheBar()
    {
        QFETCH(QString, price);
        QFETCH(int, status);
        m_bench->prices("200", price.toLatin1().constData());
        QCOMPARE(static_cast<int>(m_bench->status(bchAccount().c_str())), status);
    }

    void silenceMakesAccountsUnknownAtTheStaleLimitAndNotBefore()
    {
        m_bench->prices("200", "200");
        m_bench->clock.advance(29'999);
        const auto before = m_bench->snapshot->sequence;
        QTRY_VERIFY(m_bench->snapshot->sequence > before + 2);
        QCOMPARE(m_bench->status(bchAccount().c_str()), margin::Status::Normal);
        m_bench->clock.advance(2);
        QTRY_COMPARE(m_bench->status(bchAccount().c_str()), margin::Status::Unknown);
        QCOMPARE(m_bench->snapshot->feed.state, FeedState::Stale);
        m_bench->prices("200", "200");
        QCOMPARE(m_bench->status(bchAccount().c_str()), margin::Status::Normal);
        QCOMPARE(m_bench->snapshot->feed.state, FeedState::Live);
    }

    void theHistoryEndsWithTheLastPriceAndBeginsWithTheNext()
    {
        const WallTime start = m_bench->clock.wallTime();
        m_bench->prices("200", "200");
        m_bench->clock.advance(5'000);
        m_bench->prices("200", "200"); // confirms, and changes nothing
        QTRY_VERIFY(!m_bench->stores.history.empty());
        m_bench->clock.advance(31'000);
        QTRY_COMPARE(m_bench->status(bchAccount().c_str()), margin::Status::Unknown);
        m_bench->prices("200", "170");
        m_bench->engine->stop();
        const auto track = m_bench->stores.levelTrack(bchAccount(), 0, m_bench->clock.wallTime()).result();
        const auto picture = track->stretches(0, m_bench->clock.wallTime());
        QCOMPARE(picture.size(), std::size_t {2});
        QCOMPARE(picture[0].front(), (monitor::LevelSample {start, 125'000'000}));
        QCOMPARE(picture[0].back(), (monitor::LevelSample {start + 5'000, 125'000'000}));
        QCOMPARE(picture[1].front(), (monitor::LevelSample {start + 36'000, 106'250'000}));
    }

    void theHistoryBreaksWhileTheComputerSleeps()
    {
        m_bench->engine->setInterval(60s); // prices may be 3 minutes old
        QVERIFY(m_bench->ticks(2));
        const WallTime start = m_bench->clock.wallTime();
        m_bench->prices("200", "200");
        QVERIFY(m_bench->ticks(2));
        m_bench->clock.advance(90'000);
        QVERIFY(m_bench->ticks(2));
        QCOMPARE(m_bench->status(bchAccount().c_str()), margin::Status::Normal);
        m_bench->prices("200", "200");
        m_bench->engine->stop();
        const auto track = m_bench->stores.levelTrack(bchAccount(), 0, m_bench->clock.wallTime()).result();
        const auto picture = track->stretches(0, m_bench->clock.wallTime());
        QCOMPARE(picture.size(), std::size_t {2});
        QCOMPARE(picture[0].back().time, start);
        QCOMPARE(picture[1].front().time, start + 90'000);
    }

    void aJumpOfTheWallClockChangesNothing()
    {
        m_bench->prices("200", "200");
        m_bench->events.clear();
        m_bench->clock.jumpWall(86'400'000);
        const auto before = m_bench->snapshot->sequence;
        QTRY_VERIFY(m_bench->snapshot->sequence > before + 2);
        QVERIFY(m_bench->events.isEmpty());
    }

    void aSymbolThatIsMissingMakesOnlyItsAccountsUnknown()
    {
        m_bench->prices("200", "200");
        m_bench->source->tell({sample("ETHUSDT", "200"), {"BCHUSDT", {}, margin::PriceState::Missing}}, m_bench->clock);
        QCOMPARE(m_bench->status(bchAccount().c_str()), margin::Status::Unknown);
        QCOMPARE(m_bench->status(ethAccount().c_str()), margin::Status::Normal);
    }

    void aBookedTopUpIsInTheNextSnapshot()
    {
        m_bench->prices("230", "170");
        auto booked = m_bench->engine->book({"11111111-2222-4333-8444-555555555555",
                                             bchAccount(),
                                             TopUp {"USDT", dec("150"), "spot"},
                                             {},
                                             m_bench->snapshot->rates});
        QTRY_VERIFY(booked.isFinished());
        QVERIFY(booked.result().hasValue());
        QCOMPARE(m_bench->status(bchAccount().c_str()), margin::Status::Normal);
        QCOMPARE(margin::assess(*m_bench->snapshot->find(bchAccount())->account, *m_bench->snapshot->rates).levelText,
                 std::string("1.25"));
    }

    void aRefusedBookingChangesNothing()
    {
        m_bench->prices("230", "170");
        auto refused = m_bench->engine->book({"11111111-2222-4333-8444-555555555556",
                                              bchAccount(),
                                              TopUp {"BTC", dec("1"), {}},
                                              {},
                                              m_bench->snapshot->rates});
        QTRY_VERIFY(refused.isFinished());
        QVERIFY(!refused.result().hasValue());
        QCOMPARE(m_bench->status(bchAccount().c_str()), margin::Status::MarginCall);
    }

    void aBookingMadeElsewhereIsNoticed()
    {
        m_bench->prices("230", "170");
        testlib::sent(m_bench->stores.book({"11111111-2222-4333-8444-555555555557",
                                            bchAccount(),
                                            TopUp {"USDT", dec("150"), {}},
                                            {},
                                            m_bench->snapshot->rates}));
        QTRY_COMPARE(m_bench->status(bchAccount().c_str()), margin::Status::Normal);
    }

    void ownBookingsAreLoadedOnce()
    {
        m_bench->prices("230", "170");
        QVERIFY(m_bench->ticks(3));
        const int before = m_bench->stores.loads;
        auto booked = m_bench->engine->book({"11111111-2222-4333-8444-555555555558",
                                             bchAccount(),
                                             TopUp {"USDT", dec("150"), {}},
                                             {},
                                             m_bench->snapshot->rates});
        QTRY_VERIFY(booked.isFinished());
        QVERIFY(m_bench->ticks(5));
        QCOMPARE(m_bench->stores.loads, before + 1);
    }

    void settingsAndAlarmsLoadNoAccounts()
    {
        m_bench->prices("230", "170");
        QVERIFY(m_bench->ticks(3));
        const int before = m_bench->stores.loads;
        ++m_bench->stores.version.settings;
        ++m_bench->stores.version.alarms;
        QVERIFY(m_bench->ticks(5));
        QCOMPARE(m_bench->stores.loads, before);
    }

    void whatCannotBeRecordedIsAnAlarm()
    {
        m_bench->stores.historyFails = Error {ErrorCode::CannotWrite, {}, "disk full"};
        const auto ledger = [this](const char *what) {
            const alarm::Alarm *alarm = m_bench->engine->alarms().machine().find({{}, alarm::Condition::Ledger, what});
            return alarm != nullptr ? alarm->state : alarm::State::Normal;
        };
        m_bench->prices("230", "170"); // a status changes
        QTRY_COMPARE(ledger("status"), alarm::State::ActiveUnacknowledged);
        m_bench->clock.advance(6'000);
        QTRY_COMPARE(ledger("history"), alarm::State::ActiveUnacknowledged);
        m_bench->stores.historyFails.reset();
        m_bench->prices("230", "200");
        m_bench->clock.advance(6'000);
        QTRY_COMPARE(ledger("status"), alarm::State::Normal);
        QTRY_COMPARE(ledger("history"), alarm::State::Normal);
    }

    void liveAccountsStayOpenAtLiquidation()
    {
        m_bench->prices("200", "120");
        QCOMPARE(m_bench->status(bchAccount().c_str()), margin::Status::Liquidation);
        m_bench->prices("200", "200");
        QCOMPARE(m_bench->status(bchAccount().c_str()), margin::Status::Normal);
    }

    void theExampleClosesThatAccountOnlyAndForGood()
    {
        Bench example(true);
        QTRY_VERIFY(example.isReady());
        example.prices("220", "120");
        QTRY_COMPARE(example.status(bchAccount().c_str()), margin::Status::Liquidated);
        example.prices("220", "200");
        QCOMPARE(example.status(bchAccount().c_str()), margin::Status::Liquidated);
        QCOMPARE(example.status(ethAccount().c_str()), margin::Status::Normal);
        QVERIFY(example.events.contains(QString::fromStdString(bchAccount() + " liquidation")));
        QTRY_COMPARE(example.stores.requests.size(), 1U);
    }

    void aClosingThatWasTakenBackCanBeBookedAgain()
    {
        Bench closing(true);
        QTRY_VERIFY(closing.isReady());
        closing.prices("220", "120");
        QTRY_COMPARE(closing.stores.requests.size(), 1U);
        closing.prices("220", "200");
        closing.stores.portfolio = testlib::referencePortfolio(); // as a reversal leaves it
        ++closing.stores.version.portfolio;
        QTRY_COMPARE(closing.status(bchAccount().c_str()), margin::Status::Normal);
        closing.clock.advance(60'000);
        closing.prices("220", "120");
        QTRY_COMPARE(closing.stores.requests.size(), 2U);
        QVERIFY(closing.stores.requests[0].id != closing.stores.requests[1].id);
    }

    void anUnconfirmedPriceIsToldAndNotBooked()
    {
        Bench closing(true);
        QTRY_VERIFY(closing.isReady());
        closing.prices("220", "200");
        const auto tell = [this, &closing](bool unconfirmed) {
            closing.source->tell(
                {sample("ETHUSDT", "220"), {"BCHUSDT", dec("120"), margin::PriceState::Known, unconfirmed}},
                closing.clock);
            return closing.status(bchAccount().c_str());
        };
        QCOMPARE(tell(true), margin::Status::Liquidation);
        QCOMPARE(tell(true), margin::Status::Liquidation);
        QVERIFY(closing.stores.requests.empty());
        closing.prices("220", "200"); // it was one wild price
        QCOMPARE(closing.status(bchAccount().c_str()), margin::Status::Normal);
        QCOMPARE(tell(true), margin::Status::Liquidation);
        QCOMPARE(tell(false), margin::Status::Liquidated); // said twice
    }

    void theSourceIsHurriedWhileAnAccountIsCloseToItsCall()
    {
        QTRY_VERIFY(m_bench->source->urgent); // nothing is known yet
        m_bench->prices("400", "400"); // levels of 2.5
        QTRY_VERIFY(!m_bench->source->urgent);
        m_bench->prices("400", "220"); // 1.375 = 1.25 x 1.1
        QTRY_VERIFY(m_bench->source->urgent);
        m_bench->clock.advance(31'000); // it was close when it was last known
        QVERIFY(m_bench->ticks(3));
        QCOMPARE(m_bench->status(bchAccount().c_str()), margin::Status::Unknown);
        QVERIFY(m_bench->source->urgent);
        m_bench->prices("400", "221");
        QTRY_VERIFY(!m_bench->source->urgent);
    }

    void aNetworkThatIsBackMeansAPollAtOnce()
    {
        const int polls = m_bench->source->polls;
        m_bench->engine->networkReturned();
        QTRY_VERIFY(m_bench->source->polls > polls);
    }

    void aNewIntervalReachesTheSource()
    {
        m_bench->engine->setInterval(60s);
        QTRY_COMPARE(m_bench->source->interval, std::chrono::milliseconds(60s));
    }

    void answersWithoutAnyUsablePriceDoNotCountAsFresh()
    {
        m_bench->prices("200", "200");
        m_bench->clock.advance(31'000);
        m_bench->source->tell({{"ETHUSDT", {}, margin::PriceState::Stale}, {"BCHUSDT", {}, margin::PriceState::Stale}},
                              m_bench->clock);
        QCOMPARE(m_bench->snapshot->feed.state, FeedState::Stale);
        QCOMPARE(m_bench->status(bchAccount().c_str()), margin::Status::Unknown);
    }

    void nothingToPriceIsLiveAsSoonAsTheSourceAnswers()
    {
        Bench empty(false, {});
        QTRY_VERIFY(empty.isReady());
        Q_EMIT empty.source->reported({SourceReport::Kind::Answered, {}, 0});
        QCOMPARE(empty.snapshot->feed.state, FeedState::Live);
    }

    void everySnapshotOfAClosedAccountSaysLiquidated()
    {
        Bench example(true);
        QTRY_VERIFY(example.isReady());
        example.prices("220", "120");
        QCOMPARE(example.status(bchAccount().c_str()), margin::Status::Liquidated); // at once: never unknown in between
        const QString id = QString::fromStdString(bchAccount());
        QCOMPARE(example.events.filter(id).mid(example.events.filter(id).size() - 2),
                 (QStringList {id + QStringLiteral(" liquidation"), id + QStringLiteral(" liquidated")}));
    }

    void aReplacedSourceIsAskedForTheSamePrices()
    {
        auto next = std::make_unique<ScriptedSource>();
        ScriptedSource *raw = next.get();
        m_bench->engine->replaceSource(std::move(next));
        QTRY_VERIFY(raw->started);
        QCOMPARE(raw->wanted, (std::vector<std::string> {"BCHUSDT", "ETHUSDT"}));
    }

private:
    [[nodiscard]] std::string accountOn(const char *symbol) const
    {
        for (const margin::Account &account : m_bench->stores.portfolio.accounts) {
            if (account.symbol == symbol) {
                return account.id;
            }
        }
        return {};
    }

    [[nodiscard]] std::string bchAccount() const { return accountOn("BCHUSDT"); }
    [[nodiscard]] std::string ethAccount() const { return accountOn("ETHUSDT"); }

    std::unique_ptr<Bench> m_bench;
};

PLIMSOLL_TEST(TestMonitor)
#include "tst_monitor.moc"
