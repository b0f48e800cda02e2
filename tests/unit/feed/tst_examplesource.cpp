// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/examplesource.h"
#include "testlib/fakeclock.h"
#include "testlib/testprogram.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace plimsoll;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using feed::ExampleSource;
using monitor::PriceBatch;
using monitor::SourceReport;

class TestExampleSource : public QObject
{
    Q_OBJECT

private:
    testlib::FakeClock m_clock;

private Q_SLOTS:
    void daysAreExact_data();
    void daysAreExact();
    void playsTheStory();
    void glidesInSteps();
    void repeatsWhilePaused();
    void unknownSymbolsAreMissing();
};

void TestExampleSource::daysAreExact_data()
{
    QTest::addColumn<int>("index");
    QTest::addColumn<std::string>("eth");
    QTest::addColumn<std::string>("bch");
    QTest::addColumn<QString>("title");
    QTest::newRow("N") << 0 << std::string("200") << std::string("200") << u"Day N"_s;
    QTest::newRow("N+2") << 1 << std::string("230") << std::string("170") << u"Day N+2"_s;
    QTest::newRow("N+5") << 2 << std::string("220") << std::string("120") << u"Day N+5"_s;
}

void TestExampleSource::daysAreExact()
{
    QFETCH(const int, index);
    QFETCH(const std::string, eth);
    QFETCH(const std::string, bch);
    QFETCH(const QString, title);
    ExampleSource source(m_clock);
    PriceBatch last;
    connect(&source, &ExampleSource::batchReady, this, [&](const PriceBatch &batch) { last = batch; });
    source.start();
    source.pause();
    QSignalSpy days(&source, &ExampleSource::dayChanged);
    source.goToDay(7);
    QCOMPARE(days.size(), 0);
    source.goToDay(index);
    QCOMPARE(days.size(), 1);
    QCOMPARE(days[0][0].toInt(), index);
    QCOMPARE(days[0][1].toString(), title);
    QCOMPARE(last.samples.size(), std::size_t {2});
    QCOMPARE(last.samples[0].symbol, "ETHUSDT");
    QCOMPARE(last.samples[0].price.toString(), eth);
    QCOMPARE(last.samples[1].symbol, "BCHUSDT");
    QCOMPARE(last.samples[1].price.toString(), bch);
    QVERIFY(!source.isPlaying());
}

void TestExampleSource::playsTheStory()
{
    ExampleSource source(m_clock);
    source.setDayDuration(20ms);
    QSignalSpy days(&source, &ExampleSource::dayChanged);
    QSignalSpy batches(&source, &ExampleSource::batchReady);
    int finished = 0;
    connect(&source, &ExampleSource::reported, this,
            [&](const SourceReport &report) { finished += report.kind == SourceReport::Kind::Finished ? 1 : 0; });
    source.start();
    QVERIFY(source.isPlaying());
    QTRY_COMPARE(finished, 1);
    QCOMPARE(days.size(), 3);
    QCOMPARE(batches.size(), 5 * ExampleSource::kStepsPerDay + 1);
    QVERIFY(!source.isPlaying());
}

void TestExampleSource::glidesInSteps()
{
    ExampleSource source(m_clock);
    source.setDayDuration(20ms);
    std::vector<PriceBatch> batches;
    connect(&source, &ExampleSource::batchReady, this, [&](const PriceBatch &batch) { batches.push_back(batch); });
    source.start();
    QTRY_VERIFY(!source.isPlaying());
    QCOMPARE(batches[20].samples[0].price.toString(), "215"); // day N+1, half way
    QCOMPARE(batches[20].samples[1].price.toString(), "185");
    QCOMPARE(batches[1].samples[0].price.toString(), "200.75");
    QCOMPARE(batches[41].samples[0].price.toString(), "229.84"); // 10 / 60 a step, to the cent
    for (std::size_t i = 1; i < batches.size(); ++i) {
        QVERIFY(batches[i].wallTime > batches[i - 1].wallTime);
        QVERIFY(batches[i].samples[1].price < batches[i - 1].samples[1].price);
    }
    QCOMPARE(batches.back().wallTime, m_clock.wallTime());
    QCOMPARE(batches.back().wallTime - batches.front().wallTime, std::int64_t {5} * 86'400'000);
}

void TestExampleSource::repeatsWhilePaused()
{
    ExampleSource source(m_clock);
    std::vector<PriceBatch> batches;
    connect(&source, &ExampleSource::batchReady, this, [&](const PriceBatch &batch) { batches.push_back(batch); });
    source.start();
    source.pause();
    m_clock.advance(60'000);
    QTRY_VERIFY_WITH_TIMEOUT(batches.size() >= 2, 3000);
    QCOMPARE(batches.back().asOf, m_clock.bootTime());
    QCOMPARE(batches.back().samples[0].price, batches.front().samples[0].price);
    QCOMPARE(batches.back().wallTime, batches.front().wallTime);
}

void TestExampleSource::unknownSymbolsAreMissing()
{
    ExampleSource source(m_clock);
    source.setWanted({"ETHUSDT", "DOGEUSDT"}, {});
    PriceBatch last;
    connect(&source, &ExampleSource::batchReady, this, [&](const PriceBatch &batch) { last = batch; });
    source.start();
    QCOMPARE(last.samples.size(), std::size_t {3});
    QCOMPARE(last.samples[2].symbol, "DOGEUSDT");
    QCOMPARE(last.samples[2].state, margin::PriceState::Missing);
}

PLIMSOLL_TEST(TestExampleSource)
#include "tst_examplesource.moc"
