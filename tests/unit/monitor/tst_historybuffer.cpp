// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/historybuffer.h"

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
    result.assets = margin::Wide::product(margin::Decimal::fromInteger(assets), one);
    result.debt = margin::Wide::product(margin::Decimal::fromInteger(debt), one);
    return result;
}

} // namespace

class TestHistoryBuffer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheLowestLevelOfAPeriod()
    {
        HistoryBuffer buffer;
        buffer.note(verdict(1250, 1000), 1, false);
        buffer.note(verdict(1100, 1000), 2, false);
        buffer.note(verdict(1300, 1000), 3, false);
        const auto batch = buffer.take(10'000);
        QCOMPARE(batch.levels.size(), 1U);
        QCOMPARE(batch.levels.front().point.level, std::optional<std::int64_t>(110'000'000));
        QCOMPARE(batch.levels.front().point.time, 2);
        QVERIFY(buffer.empty());
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

    void isDueOncePerPeriodAndNeverWhenEmpty()
    {
        HistoryBuffer buffer;
        QVERIFY(!buffer.due(100'000));
        buffer.notePrice("ETHUSDT", margin::Decimal::fromInteger(200), 1);
        QVERIFY(buffer.due(HistoryBuffer::kPeriodMs));
        buffer.take(HistoryBuffer::kPeriodMs);
        buffer.notePrice("ETHUSDT", margin::Decimal::fromInteger(201), 2);
        QVERIFY(!buffer.due(HistoryBuffer::kPeriodMs + 1));
    }
};

QTEST_GUILESS_MAIN(TestHistoryBuffer)
#include "tst_historybuffer.moc"
