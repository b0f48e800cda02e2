// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/replaysource.h"
#include "testlib/fakeclock.h"
#include "testlib/testprogram.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace plimsoll;
using namespace Qt::StringLiterals;
using feed::ReplaySource;
using feed::ReplaySpeed;
using margin::Decimal;
using monitor::PriceBatch;
using monitor::SourceReport;

namespace {

constexpr WallTime kStart = 1'621'428'600'000;

Decimal whole(int value)
{
    return Decimal::fromInteger(value);
}

std::vector<wire::CandleSeries> history()
{
    return {{"BCHUSDT", 60'000, {{kStart, whole(10), whole(12), whole(8), whole(11)}}},
            {"ETHUSDT", 60'000, {{kStart + 60'000, whole(20), whole(25), whole(15), whole(19)}}}};
}

} // namespace

class TestReplaySource : public QObject
{
    Q_OBJECT

private:
    testlib::FakeClock m_clock {testlib::FakeClock::Mode::Running};

private Q_SLOTS:
    void walksInOrder();
    void asOfIsTheTimeOfDelivery();
    void pausesAndSteps();
    void realTimeFactor();
    void repeatsWhilePaused();
};

void TestReplaySource::walksInOrder()
{
    ReplaySource source(history(), {ReplaySpeed::Unit::SamplesPerSecond, 2000}, m_clock);
    source.setWanted({"BCHUSDT", "ETHUSDT"}, {});
    std::vector<std::int64_t> times;
    std::vector<Decimal> moved;
    std::vector<margin::PriceState> ethStates;
    int finished = 0;
    connect(&source, &ReplaySource::batchReady, this, [&](const PriceBatch &batch) {
        times.push_back(batch.wallTime - kStart);
        QCOMPARE(batch.samples.size(), std::size_t {2});
        QCOMPARE(batch.samples[0].symbol, "BCHUSDT");
        ethStates.push_back(batch.samples[1].state);
        moved.push_back(times.size() <= 4 ? batch.samples[0].price : batch.samples[1].price);
    });
    connect(&source, &ReplaySource::reported, this,
            [&](const SourceReport &report) { finished += report.kind == SourceReport::Kind::Finished ? 1 : 0; });
    source.start();
    QTRY_COMPARE(finished, 1);
    const std::vector<std::int64_t> quarters {0, 15'000, 30'000, 45'000, 60'000, 75'000, 90'000, 105'000};
    QCOMPARE(times, quarters);
    // Rising candle: open, low, high, close; falling one: open, high, low, close.
    const std::vector<Decimal> prices {whole(10), whole(8),  whole(12), whole(11),
                                       whole(20), whole(25), whole(15), whole(19)};
    QCOMPARE(moved, prices);
    QCOMPARE(ethStates[3], margin::PriceState::Missing);
    QCOMPARE(ethStates[4], margin::PriceState::Known);
    source.step();
    source.resume();
    QCOMPARE(finished, 1);
    QVERIFY(!source.isPlaying());
}

void TestReplaySource::asOfIsTheTimeOfDelivery()
{
    ReplaySource source(history(), {}, m_clock);
    BootTime asOf;
    connect(&source, &ReplaySource::batchReady, this, [&](const PriceBatch &batch) { asOf = batch.asOf; });
    const BootTime before = m_clock.bootTime();
    source.start();
    QVERIFY(asOf >= before && asOf <= m_clock.bootTime());
}

void TestReplaySource::pausesAndSteps()
{
    ReplaySource source(history(), {ReplaySpeed::Unit::SamplesPerSecond, 1e-3}, m_clock);
    std::vector<std::int64_t> times;
    connect(&source, &ReplaySource::batchReady, this,
            [&](const PriceBatch &batch) { times.push_back(batch.wallTime - kStart); });
    source.start();
    source.pause();
    QVERIFY(!source.isPlaying());
    source.step();
    source.step();
    const std::vector<std::int64_t> expected {0, 15'000, 30'000};
    QCOMPARE(times, expected);
    source.setSpeed({ReplaySpeed::Unit::SamplesPerSecond, 1000});
    source.resume();
    QTRY_VERIFY(times.size() >= 8);
    QCOMPARE(times.back(), 105'000);
}

void TestReplaySource::realTimeFactor()
{
    ReplaySource source(history(), {ReplaySpeed::Unit::RealTimeFactor, 1}, m_clock);
    std::vector<std::int64_t> times;
    connect(&source, &ReplaySource::batchReady, this, [&](const PriceBatch &batch) {
        if (times.empty() || times.back() != batch.wallTime - kStart) {
            times.push_back(batch.wallTime - kStart);
        }
    });
    source.start();
    m_clock.advance(31'000); // two more quarters of a minute, not three
    QTRY_COMPARE(times.size(), std::size_t {3});
    QCOMPARE(times.back(), 30'000);
    m_clock.advance(15'000);
    QTRY_COMPARE(times.back(), 45'000);
}

void TestReplaySource::repeatsWhilePaused()
{
    ReplaySource source(history(), {}, m_clock);
    std::vector<PriceBatch> batches;
    connect(&source, &ReplaySource::batchReady, this, [&](const PriceBatch &batch) { batches.push_back(batch); });
    source.start();
    source.pause();
    QTRY_VERIFY_WITH_TIMEOUT(batches.size() >= 2, 3000);
    QCOMPARE(batches.back().wallTime, batches.front().wallTime);
    QVERIFY(batches.back().asOf > batches.front().asOf);
    source.stop();
    const std::size_t count = batches.size();
    source.pollNow();
    QCOMPARE(batches.size(), count);
}

PLIMSOLL_TEST(TestReplaySource)
#include "tst_replaysource.moc"
