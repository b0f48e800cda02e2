// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/freshnessguard.h"
#include "testlib/fakeclock.h"

#include <QtTest/QTest>

using namespace plimsoll;
using feed::FreshnessGuard;
using margin::Decimal;
using margin::PriceState;

namespace
{

constexpr std::int64_t kSecond = 1000;
constexpr std::int64_t kMinute = 60 * kSecond;
constexpr std::int64_t kClose = 1'784'000'000'000;

} // namespace

class TestFreshnessGuard : public QObject
{
    Q_OBJECT

private:
    testlib::FakeClock m_clock;

    [[nodiscard]] std::int64_t now() const { return m_clock.bootMs(); }

    // Polls every 5 s for `duration`, with a probe when it is due.
    void poll(FreshnessGuard &guard, std::int64_t duration, const std::function<std::int64_t()> &closeTime,
        const std::function<std::int64_t()> &price)
    {
        for (const std::int64_t end = now() + duration; now() < end; m_clock.advance(5 * kSecond)) {
            guard.onPrice(now(), "ETHUSDT", Decimal::fromInteger(price()));
            if (closeTime && guard.probeDue(now())) {
                guard.onCloseTimes(now(), { { "ETHUSDT", closeTime() } });
            }
        }
    }

private Q_SLOTS:
    void advancingTimesAreFresh();
    void frozenTimesAreNoticedWithinTwoMinutesAndAPoll();
    void movingPricesDoNotExcuseAFrozenTime();
    void aTimeThatGoesBackDoesNotCount();
    void suspendIsNotFrozen();
    void rotatingSymbols();
    void unchangedPriceWithoutProbe();
    void unchangedPriceWithProbeIsFresh();
    void gapsRestartTheUnchangedTime();
    void lostProbeKeepsTheVerdictUntilAPriceMoves();
    void failingProbeIsGivenUpForAWhile();
    void aProbeThatComesBackFrozenIsFrozenAtOnce();
};

void TestFreshnessGuard::advancingTimesAreFresh()
{
    FreshnessGuard guard;
    poll(
        guard, 60 * kMinute, [this] { return kClose + now(); }, [] { return 1; });
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
        guard, 130 * kSecond, [] { return kClose; }, [this] { return now(); });
    QVERIFY(guard.frozen(now()));
}

void TestFreshnessGuard::aTimeThatGoesBackDoesNotCount()
{
    FreshnessGuard guard;
    std::int64_t close = kClose;
    poll(
        guard, 130 * kSecond, [&close] { return close -= 1000; }, [] { return 1; });
    QVERIFY(guard.frozen(now()));
}

void TestFreshnessGuard::suspendIsNotFrozen()
{
    FreshnessGuard guard;
    poll(
        guard, 31 * kSecond, [] { return kClose; }, [] { return 1; });
    m_clock.advance(8 * 60 * kMinute);
    guard.onPrice(now(), "ETHUSDT", Decimal::fromInteger(1));
    QVERIFY(!guard.frozen(now()));
    guard.onCloseTimes(now(), { { "ETHUSDT", kClose + 8 * 60 * kMinute } });
    QVERIFY(!guard.frozen(now()));
}

void TestFreshnessGuard::rotatingSymbols()
{
    // The busy symbol has the newest time but is asked for only now and then; the quiet one's own progress counts.
    FreshnessGuard guard;
    guard.onCloseTimes(now(), { { "BUSY", kClose } });
    guard.onCloseTimes(now(), { { "QUIET", kClose - 500 * kSecond } });
    for (int i = 1; i <= 10; ++i) {
        m_clock.advance(30 * kSecond);
        guard.onCloseTimes(now(), { { "QUIET", kClose - 500 * kSecond + i } });
        QVERIFY(!guard.frozen(now()));
    }
}

void TestFreshnessGuard::unchangedPriceWithoutProbe()
{
    FreshnessGuard guard;
    guard.onProbeUnavailable(now());
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
        guard, 40 * kMinute, [this] { return kClose + now(); }, [] { return 7; });
    QCOMPARE(guard.stateOf("ETHUSDT", now()), PriceState::Known);
}

void TestFreshnessGuard::gapsRestartTheUnchangedTime()
{
    FreshnessGuard guard;
    guard.onProbeUnavailable(now());
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
    guard.onProbeUnavailable(now());
    QVERIFY(guard.frozen(now()));
    QVERIFY(!guard.probeDue(now() + 3599 * kSecond));
    QVERIFY(guard.probeDue(now() + 3600 * kSecond));
    guard.onPrice(now(), "ETHUSDT", Decimal::fromInteger(1));
    QVERIFY(guard.frozen(now()));
    guard.onPrice(now(), "ETHUSDT", Decimal::fromInteger(2));
    QVERIFY(!guard.frozen(now()));
}

void TestFreshnessGuard::failingProbeIsGivenUpForAWhile()
{
    FreshnessGuard guard;
    guard.onCloseTimes(now(), { { "ETHUSDT", kClose } });
    guard.onProbeFailed(now());
    guard.onProbeFailed(now());
    QVERIFY(guard.probeWorks());
    QVERIFY(guard.probeDue(now() + 30 * kSecond));
    guard.onProbeFailed(now());
    QVERIFY(!guard.probeWorks());
    QVERIFY(!guard.probeDue(now() + 60 * kSecond));
    QVERIFY(guard.probeDue(now() + 5 * kMinute));
}

void TestFreshnessGuard::aProbeThatComesBackFrozenIsFrozenAtOnce()
{
    FreshnessGuard guard;
    guard.onCloseTimes(now(), { { "ETHUSDT", kClose } });
    guard.onProbeUnavailable(now());
    m_clock.advance(60 * kMinute);
    guard.onCloseTimes(now(), { { "ETHUSDT", kClose } });
    QVERIFY(guard.frozen(now()));
    guard.onCloseTimes(now(), { { "ETHUSDT", kClose + 1 } });
    QVERIFY(!guard.frozen(now()));
}

QTEST_GUILESS_MAIN(TestFreshnessGuard)
#include "tst_freshnessguard.moc"
