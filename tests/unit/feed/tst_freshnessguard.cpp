// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/freshnessguard.h"
#include "testlib/fakeclock.h"
#include "testlib/testprogram.h"

#include <QtTest/QTest>

using namespace plimsoll;
using feed::FreshnessGuard;
using margin::Decimal;
using margin::PriceState;

namespace {

constexpr std::int64_t kSecond = 1000;
constexpr std::int64_t kMinute = 60 * kSecond;
constexpr WallTime kClose = 1'784'000'000'000;

} // namespace

class TestFreshnessGuard : public QObject
{
    Q_OBJECT

private:
    testlib::FakeClock m_clock;

    [[nodiscard]] BootTime now() const { return m_clock.bootTime(); }
    [[nodiscard]] WallTime there() const { return kClose + now().ms(); } // at an exchange whose clock runs

    // Polls every 5 s for `duration`, with a probe when it is due.
    void poll(FreshnessGuard &guard, std::int64_t duration, const std::function<WallTime()> &closeTime,
              const std::function<std::int64_t()> &price)
    {
        for (const BootTime end = now() + duration; now() < end; m_clock.advance(5 * kSecond)) {
            guard.onPrice(now(), "ETHUSDT", Decimal::fromInteger(price()));
            if (closeTime && guard.timesDue(now(), {})) {
                guard.onTimes(now(), {{"ETHUSDT", closeTime()}});
            }
        }
    }

private Q_SLOTS:
    void advancingTimesAreFresh();
    void frozenTimesAreNoticedWithinTwoMinutesAndAPoll();
    void movingPricesDoNotExcuseAFrozenTime();
    void aTimeThatGoesBackDoesNotCount();
    void timesThatTakeTurnsAreFrozen();
    void aWrongTimeIsForgotten();
    void suspendIsNotFrozen();
    void rotatingSymbols();
    void unchangedPriceWithoutProbe();
    void unchangedPriceWithProbeIsFresh();
    void gapsRestartTheUnchangedTime();
    void lostProbeKeepsTheVerdictUntilAPriceMoves();
    void failingProbeIsGivenUpForAWhile();
    void aProbeThatComesBackFrozenIsFrozenAtOnce();
    void aPairThatStandsStillIsHaltedWhileOthersTrade();
    void aPairIsHaltedAtTheFirstLook_data();
    void aPairIsHaltedAtTheFirstLook();
    void thinPairsAreNotHit();
    void whatTheStatusSaysIsBelieved();
    void aHaltedPairIsAskedAboutWithEveryPoll();
    void thinPairsAloneDoNotLookFrozen();
    void aSilentPairStaysSoWhileItsCountFalls();
};

void TestFreshnessGuard::advancingTimesAreFresh()
{
    FreshnessGuard guard;
    poll(
        guard, 60 * kMinute, [this] { return there(); }, [] { return 1; });
    QVERIFY(!guard.frozen(now()));
    QCOMPARE(guard.stateOf("ETHUSDT", now()), PriceState::Known);
}

void TestFreshnessGuard::frozenTimesAreNoticedWithinTwoMinutesAndAPoll()
{
    FreshnessGuard guard;
    const auto frozen = [] { return kClose; };
    const auto same = [] { return 1; };
    poll(guard, 120 * kSecond, frozen, same);
    QVERIFY(!guard.frozen(now()));
    poll(guard, 5 * kSecond, frozen, same);
    QVERIFY(guard.frozen(now()));
    QCOMPARE(guard.stateOf("ETHUSDT", now()), PriceState::Stale);
    QCOMPARE(guard.stateOf("NEVERSEEN", now()), PriceState::Stale);
    poll(
        guard, 40 * kSecond, [] { return kClose + 1; }, same);
    QVERIFY(!guard.frozen(now()));
    QCOMPARE(guard.stateOf("ETHUSDT", now()), PriceState::Known);
}

void TestFreshnessGuard::movingPricesDoNotExcuseAFrozenTime()
{
    FreshnessGuard guard;
    poll(
        guard, 130 * kSecond, [] { return kClose; }, [this] { return now().ms(); });
    QVERIFY(guard.frozen(now()));
}

void TestFreshnessGuard::aTimeThatGoesBackDoesNotCount()
{
    FreshnessGuard guard;
    WallTime close = kClose;
    poll(
        guard, 130 * kSecond, [&close] { return close -= 1000; }, [] { return 1; });
    QVERIFY(guard.frozen(now()));
}

// Two caches of a dead exchange, asked in turn: what the newer one says again is no news.
void TestFreshnessGuard::timesThatTakeTurnsAreFrozen()
{
    FreshnessGuard guard;
    int turn = 0;
    const BootTime start = now();
    for (; now() - start <= 130 * kSecond; m_clock.advance(5 * kSecond)) {
        guard.onTimes(now(), {{"ETHUSDT", kClose + (++turn % 2) * 5000}});
        guard.onStatuses(now(), {kClose + (turn % 2) * 5000, {{"ETHUSDT", "TRADING"}}});
    }
    QVERIFY(guard.frozen(now()));
    FreshnessGuard thin;
    for (const BootTime end = now() + 130 * kSecond; now() <= end; m_clock.advance(5 * kSecond)) {
        thin.onTimes(now(), {{"THIN", kClose, 24}});
        thin.onStatuses(now(), {kClose + (++turn % 2) * 5000, {{"THIN", "TRADING"}}});
    }
    QVERIFY(thin.frozen(now()));
}

void TestFreshnessGuard::aWrongTimeIsForgotten()
{
    FreshnessGuard guard;
    guard.onTimes(now(), {{"ETHUSDT", kClose}});
    guard.onTimes(now(), {{"ETHUSDT", kClose + 24 * 60 * kMinute}}); // once, and never again
    const BootTime start = now();
    for (; now() - start <= 12 * kMinute; m_clock.advance(5 * kSecond)) {
        guard.onTimes(now(), {{"ETHUSDT", kClose + (now() - start)}});
        guard.onStatuses(now(), {kClose + (now() - start), {{"ETHUSDT", "TRADING"}}});
    }
    QVERIFY(!guard.frozen(now()));
    QCOMPARE(guard.stateOf("ETHUSDT", now()), PriceState::Known);
}

void TestFreshnessGuard::suspendIsNotFrozen()
{
    FreshnessGuard guard;
    poll(
        guard, 31 * kSecond, [] { return kClose; }, [] { return 1; });
    m_clock.advance(8 * 60 * kMinute);
    guard.onPrice(now(), "ETHUSDT", Decimal::fromInteger(1));
    QVERIFY(!guard.frozen(now()));
    guard.onTimes(now(), {{"ETHUSDT", kClose + 8 * 60 * kMinute}});
    QVERIFY(!guard.frozen(now()));
}

void TestFreshnessGuard::rotatingSymbols()
{
    // The busy symbol has the newest time but is asked for only now and then; the quiet one's own progress counts.
    FreshnessGuard guard;
    guard.onTimes(now(), {{"BUSY", kClose}});
    guard.onTimes(now(), {{"QUIET", kClose - 500 * kSecond}});
    for (int i = 1; i <= 10; ++i) {
        m_clock.advance(30 * kSecond);
        guard.onTimes(now(), {{"QUIET", kClose - 500 * kSecond + i}});
        QVERIFY(!guard.frozen(now()));
    }
}

void TestFreshnessGuard::unchangedPriceWithoutProbe()
{
    FreshnessGuard guard;
    guard.onTimesMissing(now());
    poll(guard, 30 * kMinute, {}, [] { return 7; });
    QCOMPARE(guard.stateOf("ETHUSDT", now()), PriceState::Known);
    poll(guard, 5 * kSecond, {}, [] { return 7; });
    QCOMPARE(guard.stateOf("ETHUSDT", now()), PriceState::Stale);
    QCOMPARE(guard.stateOf("OTHER", now()), PriceState::Known);
    poll(guard, 5 * kSecond, {}, [] { return 8; });
    QCOMPARE(guard.stateOf("ETHUSDT", now()), PriceState::Known);
}

void TestFreshnessGuard::unchangedPriceWithProbeIsFresh()
{
    FreshnessGuard guard;
    poll(
        guard, 40 * kMinute, [this] { return there(); }, [] { return 7; });
    QCOMPARE(guard.stateOf("ETHUSDT", now()), PriceState::Known);
}

void TestFreshnessGuard::gapsRestartTheUnchangedTime()
{
    FreshnessGuard guard;
    guard.onTimesMissing(now());
    poll(guard, 20 * kMinute, {}, [] { return 7; });
    m_clock.advance(20 * kMinute);
    poll(guard, 5 * kSecond, {}, [] { return 7; });
    QCOMPARE(guard.stateOf("ETHUSDT", now()), PriceState::Known);
}

void TestFreshnessGuard::lostProbeKeepsTheVerdictUntilAPriceMoves()
{
    FreshnessGuard guard;
    poll(
        guard, 130 * kSecond, [] { return kClose; }, [] { return 1; });
    QVERIFY(guard.frozen(now()));
    guard.onTimesMissing(now());
    QVERIFY(guard.frozen(now()));
    QVERIFY(!guard.timesDue(now() + 299 * kSecond, {}));
    QVERIFY(guard.timesDue(now() + 300 * kSecond, {}));
    guard.onPrice(now(), "ETHUSDT", Decimal::fromInteger(1));
    QVERIFY(guard.frozen(now()));
    guard.onPrice(now(), "ETHUSDT", Decimal::fromInteger(2));
    QVERIFY(!guard.frozen(now()));
}

void TestFreshnessGuard::failingProbeIsGivenUpForAWhile()
{
    FreshnessGuard guard;
    guard.onTimes(now(), {{"ETHUSDT", kClose}});
    guard.onTimesFailed(now());
    guard.onTimesFailed(now());
    QVERIFY(guard.timesWork());
    QVERIFY(guard.timesDue(now() + 30 * kSecond, {}));
    guard.onTimesFailed(now());
    QVERIFY(!guard.timesWork());
    QVERIFY(!guard.timesDue(now() + 60 * kSecond, {}));
    QVERIFY(guard.timesDue(now() + 5 * kMinute, {}));
}

void TestFreshnessGuard::aProbeThatComesBackFrozenIsFrozenAtOnce()
{
    FreshnessGuard guard;
    guard.onTimes(now(), {{"ETHUSDT", kClose}});
    guard.onTimesMissing(now());
    m_clock.advance(60 * kMinute);
    guard.onTimes(now(), {{"ETHUSDT", kClose}});
    QVERIFY(guard.frozen(now()));
    guard.onTimes(now(), {{"ETHUSDT", kClose + 1}});
    QVERIFY(!guard.frozen(now()));
}

void TestFreshnessGuard::aPairThatStandsStillIsHaltedWhileOthersTrade()
{
    FreshnessGuard guard;
    const WallTime halted = there();
    const auto look = [&] {
        guard.onTimes(now(), {{"LUNAUSDT", halted, 500'000}, {"BTCUSDT", there(), 900'000}});
        return guard.stateOf("LUNAUSDT", now());
    };
    QCOMPARE(look(), PriceState::Known);
    m_clock.advance(5 * kMinute);
    QCOMPARE(look(), PriceState::Known);
    m_clock.advance(1);
    QCOMPARE(look(), PriceState::Halted);
    QCOMPARE(guard.stateOf("BTCUSDT", now()), PriceState::Known);
    m_clock.advance(12 * 60 * kMinute);
    QCOMPARE(look(), PriceState::Halted);
    QVERIFY(!guard.frozen(now()));
    guard.onTimes(now(), {{"LUNAUSDT", there(), 10}, {"BTCUSDT", there(), 900'000}});
    QCOMPARE(guard.stateOf("LUNAUSDT", now()), PriceState::Known);
}

void TestFreshnessGuard::aPairIsHaltedAtTheFirstLook_data()
{
    QTest::addColumn<int>("clock"); // who says what time it is at the exchange
    QTest::newRow("another pair") << 0;
    QTest::newRow("the Date of the answer") << 1;
    QTest::newRow("the server time") << 2;
}

void TestFreshnessGuard::aPairIsHaltedAtTheFirstLook()
{
    QFETCH(const int, clock);
    FreshnessGuard guard;
    const WallTime there = kClose;
    std::vector<wire::TickerTime> times {{"LUNAUSDT", there - 6 * kMinute, 500'000}};
    if (clock == 0) {
        times.push_back({"BTCUSDT", there, 900'000});
    } else if (clock == 1) {
        guard.onDate(now(), there);
    } else {
        guard.onStatuses(now(), {there, {}});
    }
    guard.onTimes(now(), times);
    QCOMPARE(guard.stateOf("LUNAUSDT", now()), PriceState::Halted);
}

void TestFreshnessGuard::thinPairsAreNotHit()
{
    FreshnessGuard guard;
    const auto stateAfter = [&](std::int64_t silence, std::optional<std::int64_t> count) {
        guard = {};
        guard.onStatuses(now(), {kClose, {}});
        guard.onTimes(now(), {{"THIN", kClose - silence, count}});
        return guard.stateOf("THIN", now());
    };
    QCOMPARE(stateAfter(90 * kMinute, 24), PriceState::Known); // trades once an hour
    QCOMPARE(stateAfter(6 * 60 * kMinute + 1, 24), PriceState::Halted);
    QCOMPARE(stateAfter(436 * kSecond, 695), PriceState::Known); // EOSETH as recorded
    QCOMPARE(stateAfter(23 * 60 * kMinute, 0), PriceState::Known);
    QCOMPARE(stateAfter(24 * 60 * kMinute + 1, 0), PriceState::Halted);
    QCOMPARE(stateAfter(30 * kMinute, std::nullopt), PriceState::Known);
    QCOMPARE(stateAfter(30 * kMinute + 1, std::nullopt), PriceState::Halted);
}

void TestFreshnessGuard::whatTheStatusSaysIsBelieved()
{
    for (const char *word : {"HALT", "BREAK", "CANCEL_ONLY", "END_OF_DAY"}) {
        FreshnessGuard guard;
        guard.onTimes(now(), {{"LUNAUSDT", kClose, 500'000}});
        guard.onStatuses(now(), {kClose, {{"LUNAUSDT", word}}});
        QCOMPARE(guard.stateOf("LUNAUSDT", now()), PriceState::Halted);
        guard.onPrice(now(), "LUNAUSDT", Decimal::fromInteger(1)); // a price that moves is no excuse
        guard.onPrice(now(), "LUNAUSDT", Decimal::fromInteger(2));
        QCOMPARE(guard.stateOf("LUNAUSDT", now()), PriceState::Halted);
        guard.onStatuses(now(), {kClose, {{"LUNAUSDT", "TRADING"}}});
        QCOMPARE(guard.stateOf("LUNAUSDT", now()), PriceState::Known);
    }
}

void TestFreshnessGuard::aHaltedPairIsAskedAboutWithEveryPoll()
{
    FreshnessGuard guard;
    const std::vector<std::string> both {"ETHUSDT", "LUNAUSDT"};
    QVERIFY(guard.anyNew(now(), both));
    guard.asked(now(), both);
    guard.onTimes(now(), {{"ETHUSDT", kClose, 500'000}, {"LUNAUSDT", kClose, 500'000}});
    guard.onStatuses(now(), {kClose, {{"LUNAUSDT", "TRADING"}}});
    QVERIFY(!guard.anyNew(now(), both) && !guard.timesDue(now() + 1, both) && !guard.statusesDue(now() + 1, both));
    guard.onStatuses(now(), {kClose, {{"LUNAUSDT", "HALT"}}});
    QVERIFY(guard.timesDue(now() + 1, both) && guard.statusesDue(now() + 1, both));
    QVERIFY(!guard.statusesDue(now() + 1, {"ETHUSDT"}));
    QVERIFY(guard.timesDue(now() + 1, {"NEWUSDT"}) && guard.anyNew(now(), {"NEWUSDT"}));
    QVERIFY(guard.anyNew(now() + 5 * kMinute + 1, both)); // long not asked about
}

void TestFreshnessGuard::thinPairsAloneDoNotLookFrozen()
{
    FreshnessGuard guard;
    const BootTime start = now();
    for (; now() - start < 10 * kMinute; m_clock.advance(30 * kSecond)) {
        guard.onTimes(now(), {{"THIN", kClose, 24}});
        guard.onStatuses(now(), {kClose + (now() - start), {{"THIN", "TRADING"}}});
        QCOMPARE(guard.stateOf("THIN", now()), PriceState::Known);
    }
    for (const BootTime stood = now(); now() - stood < 200 * kSecond;
         m_clock.advance(30 * kSecond)) { // its clock stands, too
        guard.onTimes(now(), {{"THIN", kClose, 24}});
        guard.onStatuses(now(), {kClose + (stood - start), {{"THIN", "TRADING"}}});
    }
    QVERIFY(guard.frozen(now()));
}

void TestFreshnessGuard::aSilentPairStaysSoWhileItsCountFalls()
{
    FreshnessGuard guard;
    const WallTime halted = there();
    for (std::int64_t hours = 0; hours < 30; ++hours) { // what it traded leaves the 24 hours
        const std::int64_t count = std::max<std::int64_t>(500'000 - hours * 21'000, 0);
        guard.onTimes(now(), {{"LUNAUSDT", halted, count}, {"BTCUSDT", there(), 900'000}});
        QCOMPARE(guard.stateOf("LUNAUSDT", now()), hours == 0 ? PriceState::Known : PriceState::Halted);
        m_clock.advance(60 * kMinute);
    }
}

PLIMSOLL_TEST(TestFreshnessGuard)
#include "tst_freshnessguard.moc"
