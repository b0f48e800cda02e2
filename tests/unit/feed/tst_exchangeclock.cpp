// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/clockcomparison.h"
#include "feed/exchangeclock.h"
#include "feed/pricedoubts.h"
#include "testlib/testprogram.h"

#include <QtTest/QTest>

using namespace plimsoll;
using feed::ExchangeClock;
using feed::leastClockError;
using feed::PriceDoubts;

namespace {

constexpr WallTime kThere = 1'784'000'000'000;
constexpr std::int64_t kDay = 86'400'000;

margin::Decimal dec(const char *text)
{
    return *margin::Decimal::parse(text);
}

} // namespace

class TestExchangeClock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theServersTimeCountsBeforeTheDate()
    {
        ExchangeClock clock;
        QVERIFY(!clock.at(0));
        clock.onCloseTime(1000, kThere);
        QCOMPARE(clock.at(3000), std::optional(kThere + 2000));
        clock.onDate(1000, kThere + 60'000);
        QCOMPARE(clock.at(1000), std::optional(kThere + 60'000));
        clock.onServerTime(1000, kThere + 30'000);
        QCOMPARE(clock.at(1000), std::optional(kThere + 30'000));
        clock.onCloseTime(2000, kThere + 90'000); // no trade lies in the future
        QCOMPARE(clock.at(2000), std::optional(kThere + 90'000));
    }

    // One pair whose time is wrong must not make all others look silent.
    void aPairsTimeFarAheadIsItsOwnMistake()
    {
        ExchangeClock clock;
        clock.onServerTime(1000, kThere);
        clock.onCloseTime(1000, kThere + ExchangeClock::kLeadMs);
        QCOMPARE(clock.at(1000), std::optional(kThere + ExchangeClock::kLeadMs));
        clock.onCloseTime(1000, kThere + ExchangeClock::kLeadMs + 1);
        QCOMPARE(clock.at(1000), std::optional(kThere));
        clock.onCloseTime(2000, kThere + 3650 * kDay);
        QCOMPARE(clock.at(2000), std::optional(kThere + 1000));
        QCOMPARE(leastClockError(kThere, kThere + 100, kThere, kThere + 3650 * kDay), std::optional<std::int64_t>(0));
    }

    void readingsGrowOld()
    {
        ExchangeClock clock;
        clock.onServerTime(0, kThere + kDay);
        clock.onCloseTime(0, kThere);
        QCOMPARE(clock.at(600'000), std::optional(kThere + kDay + 600'000));
        QVERIFY(!clock.at(600'001));
        clock.onCloseTime(600'001, kThere - 5);
        QCOMPARE(clock.at(600'001), std::optional(kThere - 5));
    }

    void aDateOfAnotherWorldIsNotUsed()
    {
        ExchangeClock clock;
        clock.onDate(0, kThere + kDay);
        clock.onCloseTime(0, kThere);
        QCOMPARE(clock.at(0), std::optional(kThere + kDay));
        clock.onDate(0, kThere + kDay + 1);
        QCOMPARE(clock.at(0), std::optional(kThere));
    }

    void onlyWhatIsSureIsAnErrorOfOurClock_data()
    {
        QTest::addColumn<qint64>("sent"); // against the whole second of the Date
        QTest::addColumn<qint64>("received");
        QTest::addColumn<qint64>("error");
        QTest::newRow("within the second") << qint64 {500} << qint64 {600} << qint64 {0};
        QTest::newRow("a long way") << qint64 {-4000} << qint64 {4000} << qint64 {0};
        QTest::newRow("at its end") << qint64 {999} << qint64 {1100} << qint64 {0};
        QTest::newRow("ahead") << qint64 {7000} << qint64 {7200} << qint64 {6001};
        QTest::newRow("behind") << qint64 {-6200} << qint64 {-6000} << qint64 {-6000};
        QTest::newRow("perhaps behind, but the way was long") << qint64 {-9000} << qint64 {-100} << qint64 {-100};
    }

    void onlyWhatIsSureIsAnErrorOfOurClock()
    {
        QFETCH(const qint64, sent);
        QFETCH(const qint64, received);
        QTEST(static_cast<qint64>(*leastClockError(kThere + sent, kThere + received, kThere, 0)), "error");
    }

    void tradesDoNotLieInTheFuture()
    {
        QCOMPARE(leastClockError(kThere, kThere + 100, std::nullopt, kThere + 8100),
                 std::optional<std::int64_t>(-8000));
        QCOMPARE(leastClockError(kThere, kThere + 100, std::nullopt, kThere - 900'000),
                 std::optional<std::int64_t>(0)); // an old trade says nothing
        QCOMPARE(leastClockError(kThere, kThere + 100, kThere, kThere + 8100), std::optional<std::int64_t>(-8000));
        QVERIFY(!leastClockError(kThere, kThere, std::nullopt, 0));
    }

    void moreThanATenthIsDoubted()
    {
        PriceDoubts doubts;
        QVERIFY(!doubts.note("A", dec("100")));
        QVERIFY(!doubts.note("A", dec("110")));
        QVERIFY(!doubts.note("A", dec("99")));
        QVERIFY(doubts.note("A", dec("89.099999999999999999")));
        QVERIFY(!doubts.note("A", dec("89.1")));
        QVERIFY(doubts.note("A", dec("200")));
        QVERIFY(doubts.isDoubtful("A") && !doubts.isDoubtful("B"));
        QVERIFY(doubts.agrees("A", dec("181")) && !doubts.agrees("A", dec("89")));
        doubts.confirm("A");
        QVERIFY(!doubts.isDoubtful("A"));
        QVERIFY(!doubts.note("A", dec("201")));
        QVERIFY(doubts.note("A", dec("1")));
        QVERIFY(!doubts.note("A", dec("200"))); // it is back
    }
};

PLIMSOLL_TEST(TestExchangeClock)
#include "tst_exchangeclock.moc"
