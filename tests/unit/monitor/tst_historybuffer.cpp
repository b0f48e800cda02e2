// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/historybuffer.h"
#include "testlib/testprogram.h"

#include <QtTest/QTest>

using namespace plimsoll;
using monitor::HistoryBuffer;

namespace {

margin::Verdict verdict(std::int64_t assets, std::int64_t debt, margin::Status status = margin::Status::Normal)
{
    auto account = std::make_shared<margin::Account>();
    account->id = "a";
    margin::Verdict result;
    result.account = account;
    result.status = status;
    const auto one = margin::Decimal::fromInteger(1);
    result.exactLevel = {margin::Wide::product(margin::Decimal::fromInteger(assets), one),
                         margin::Wide::product(margin::Decimal::fromInteger(debt), one)};
    return result;
}

} // namespace

class TestHistoryBuffer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheLowestAndTheLastLevelOfAPeriod()
    {
        HistoryBuffer buffer;
        buffer.note(verdict(1250, 1000), 1, false);
        buffer.note(verdict(1100, 1000), 2, false);
        buffer.note(verdict(1300, 1000), 3, false);
        const auto batch = buffer.take(10'000);
        QCOMPARE(batch.levels.size(), 2U);
        QCOMPARE(batch.levels.front().point.level, std::optional<std::int64_t>(130'000'000));
        QCOMPARE(batch.levels.back().point.level, std::optional<std::int64_t>(110'000'000));
        QCOMPARE(batch.levels.back().point.time, WallTime {2});
        QVERIFY(buffer.empty());
    }

    void aStretchGrowsWithPricesOnly()
    {
        HistoryBuffer buffer;
        buffer.note(verdict(1250, 1000), 10, true);
        buffer.confirm("a", 20);
        buffer.confirm("a", 15); // older than what is known
        buffer.note(verdict(1100, 1000, margin::Status::Unknown), 60, true); // known until 20, found out at 60
        buffer.confirm("a", 70);
        buffer.note(verdict(1300, 1000), 80, true);
        const auto batch = buffer.take(0);
        QCOMPARE(batch.spans.size(), 2U);
        QCOMPARE(batch.spans[0].span, (monitor::LevelSpan {10, 20, 125'000'000}));
        QCOMPARE(batch.spans[1].span, (monitor::LevelSpan {80, 80, 130'000'000}));
    }

    void nothingIsConfirmedOverAnInterruption()
    {
        HistoryBuffer buffer;
        buffer.note(verdict(1250, 1000), 10, true);
        buffer.confirm("a", 20);
        buffer.interrupt(500);
        buffer.confirm("a", 20); // the price of before
        buffer.confirm("a", 510);
        const auto batch = buffer.take(0);
        QCOMPARE(batch.spans.size(), 2U);
        QCOMPARE(batch.spans[0].span, (monitor::LevelSpan {10, 20, 125'000'000}));
        QCOMPARE(batch.spans[1].span, (monitor::LevelSpan {510, 510, 125'000'000}));
    }

    void aClockThatWasSetBackBeginsAnew()
    {
        HistoryBuffer buffer;
        buffer.note(verdict(1250, 1000), 100, true);
        buffer.note(verdict(1200, 1000), 50, false);
        const auto batch = buffer.take(0);
        QCOMPARE(batch.spans.size(), 2U);
        QCOMPARE(batch.spans[0].span.begin, WallTime {50});
        QCOMPARE(batch.spans[1].span, (monitor::LevelSpan {100, 100, 125'000'000}));
    }

    void keepsEveryChangeOfStatus()
    {
        HistoryBuffer buffer;
        buffer.note(verdict(1100, 1000, margin::Status::MarginCall), 1, true);
        buffer.note(verdict(1250, 1000), 2, true);
        QCOMPARE(buffer.take(0).levels.size(), 2U);
    }

    void anUnknownLevelIsAPointWithoutValue()
    {
        HistoryBuffer buffer;
        buffer.note(verdict(1100, 1000, margin::Status::Unknown), 1, true);
        const auto batch = buffer.take(0);
        QVERIFY(!batch.levels.front().point.level);
        QCOMPARE(batch.levels.front().point.status, margin::Status::Unknown);
    }

    void isDueOncePerPeriod()
    {
        HistoryBuffer buffer;
        QVERIFY(buffer.empty());
        buffer.notePrice("ETHUSDT", margin::Decimal::fromInteger(200), 1);
        QVERIFY(buffer.due(HistoryBuffer::kPeriodMs));
        buffer.take(HistoryBuffer::kPeriodMs);
        buffer.notePrice("ETHUSDT", margin::Decimal::fromInteger(201), 2);
        QVERIFY(!buffer.due(HistoryBuffer::kPeriodMs + 1));
    }
};

PLIMSOLL_TEST(TestHistoryBuffer)
#include "tst_historybuffer.moc"
