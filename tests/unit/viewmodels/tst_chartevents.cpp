// SPDX-License-Identifier: GPL-3.0-or-later
#include "testlib/fakestores.h"
#include "testlib/testprogram.h"
#include "viewmodels/chart/chartevents.h"
#include "viewmodels/chart/historyviewmodel.h"
#include "viewmodels/chart/levelcsv.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

using namespace plimsoll;
using namespace plimsoll::testlib;
using namespace plimsoll::viewmodels;
using margin::EntryKind;
using margin::Status;
using monitor::StatusRecord;

Q_DECLARE_METATYPE(std::vector<plimsoll::monitor::StatusRecord>)

namespace {

constexpr std::int64_t kHour = 3'600'000;
constexpr std::int64_t kMinute = 60'000;
const std::string kBch = "b-bchusdt";

StatusRecord turned(WallTime time, std::optional<Status> from, Status to, const char *level = nullptr)
{
    return {time, kBch, from, to, level ? std::optional(dec(level)) : std::nullopt, {}};
}

monitor::JournalRow moved(WallTime time, const char *operation, EntryKind kind, const char *asset, const char *change,
                          margin::Field field = margin::Field::Free)
{
    monitor::JournalRow row;
    row.time = time;
    row.operationId = operation;
    row.row = {kBch, kind, asset, field, dec(change)};
    return row;
}

QStringList textsOf(const std::vector<ChartEvent> &events)
{
    QStringList texts;
    for (const ChartEvent &event : events) {
        texts << event.text;
    }
    return texts;
}

const DisplayFormat &format()
{
    static const DisplayFormat kFormat(QLocale::c());
    return kFormat;
}

} // namespace

/// What happened to an account, as the chart tells it; and what it writes into a file.
class TestChartEvents : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void callsAndRecoveriesAreToldOnce()
    {
        const auto events = eventsOf({turned(0, std::nullopt, Status::Normal, "1.25"),
                                      turned(1000, Status::Normal, Status::MarginCall, "1.0625"),
                                      turned(2000, Status::MarginCall, Status::Unknown),
                                      turned(3000, Status::Unknown, Status::MarginCall, "1.07"), // still the same call
                                      turned(4000, Status::MarginCall, Status::Liquidation, "1.05"),
                                      turned(5000, Status::Liquidation, Status::Normal, "1.3"),
                                      turned(6000, Status::Normal, Status::NoDebt)},
                                     format());
        QCOMPARE(events.size(), std::size_t {3});
        QCOMPARE(events[0].kind, static_cast<int>(ChartEvent::Call));
        QCOMPARE(events[0].time, 1000.0);
        QVERIFY2(events[0].text.startsWith(QStringLiteral("margin call, ")), qPrintable(events[0].text));
        QVERIFY2(events[0].text.endsWith(QStringLiteral("level 1.0625")), qPrintable(events[0].text));
        QCOMPARE(events[1].kind, static_cast<int>(ChartEvent::Liquidation));
        QCOMPARE(events[2].kind, static_cast<int>(ChartEvent::Recovery));
    }

    void anOperationIsOneEvent()
    {
        const auto events = eventsOf(
            {moved(0, "opened", EntryKind::Opening, "BCH", "5"), moved(1000, "top", EntryKind::TopUp, "USDT", "150"),
             moved(2000, "interest", EntryKind::Interest, "USDT", "0.1", margin::Field::Interest),
             moved(3000, "repaid", EntryKind::Repay, "USDT", "-400"),
             moved(3000, "repaid", EntryKind::Repay, "USDT", "-400", margin::Field::Borrowed),
             moved(4000, "sold", EntryKind::Sell, "USDT", "200"), moved(4000, "sold", EntryKind::Sell, "BCH", "-1")},
            format());
        const QString when = format().dateTime(1000);
        QCOMPARE(textsOf(events).mid(0, 1), QStringList(QStringLiteral("Top-up 150 USDT, ") + when));
        QCOMPARE(events.size(), std::size_t {3});
        QVERIFY(events[1].text.startsWith(QStringLiteral("Repay 400 USDT, ")));
        QVERIFY(events[2].text.startsWith(QStringLiteral("Sell 1 BCH, ")));
        QCOMPARE(events[1].kind, static_cast<int>(ChartEvent::MoneyIn));
        QCOMPARE(events[2].kind, static_cast<int>(ChartEvent::Trade));
    }

    void aChangeOfBarsIsAnEvent()
    {
        const margin::Thresholds before {dec("1.25"), dec("1.1"), dec("1.05")};
        const margin::Thresholds after {dec("1.3"), dec("1.15"), dec("1.075")};
        const auto events = eventsOf({{1000, kBch, before, after}}, format());
        QCOMPARE(textsOf(events),
                 QStringList(QStringLiteral("bars from 1.25 / 1.10 / 1.05 to 1.30 / 1.15 / 1.075, ")
                             + format().dateTime(1000)));
        QCOMPARE(events[0].kind, static_cast<int>(ChartEvent::Bars));
        QCOMPARE(events[0].time, 1000.0);

        FakeMonitor world;
        ChartWindow window;
        window.setWhole(0, 100'000);
        window.show(0, 100'000);
        world.stores.barChangesKept = {{1000, kBch, before, after}, {1500, "b-ethusdt", before, after}};
        ChartEvents chart(world.stores, format(), window);
        connect(&chart, &ChartEvents::placesWanted, &chart, [&] {
            chart.place({{{0, 1.2}, {100'000, 1.2}}}, ChartScale(ChartAxis::Level, 1, 1.4, 7), 1.1);
        });
        chart.load(kBch);
        QCOMPARE(chart.marks()->count(), 1); // that of the other account is not on this line
        chart.select(chart.marks()->row(0).eventId);
        QCOMPARE(chart.currentText(), events[0].text);
    }

    void aGapSaysWhy_data()
    {
        QTest::addColumn<std::vector<StatusRecord>>("statuses");
        QTest::addColumn<QString>("text");
        using Records = std::vector<StatusRecord>;
        const WallTime end = kHour + 205 * kMinute; // of a gap that begins at kHour
        QTest::newRow("asleep") << Records {turned(0, std::nullopt, Status::Normal)}
                                << QStringLiteral("asleep 3 h 25 min");
        QTest::newRow("no price") << Records {turned(kHour + 31'000, Status::Normal, Status::Unknown),
                                              turned(end, Status::Unknown, Status::Normal)}
                                  << QStringLiteral("no price 3 h 25 min");
        QTest::newRow("not running") << Records {turned(end + 1000, std::nullopt, Status::Normal)}
                                     << QStringLiteral("not running 3 h 25 min");
        QTest::newRow("no debt") << Records {turned(kHour + 10, Status::Normal, Status::NoDebt)}
                                 << QStringLiteral("no debt 3 h 25 min");
        QTest::newRow("liquidated") << Records {turned(kHour + 10, Status::Liquidation, Status::Liquidated)}
                                    << QStringLiteral("liquidated 3 h 25 min");
    }

    void aGapSaysWhy()
    {
        QFETCH(std::vector<StatusRecord>, statuses);
        QFETCH(QString, text);
        const TimeSpan gap {static_cast<double>(kHour), static_cast<double>(kHour + 205 * kMinute)};
        QCOMPARE(gapText(gap, statuses, format()), text);
    }

    void stepsGoFromEventToEvent()
    {
        FakeMonitor world;
        ChartWindow window;
        window.setWhole(0, 100 * kHour);
        window.show(90 * kHour, 100 * kHour);
        for (const int hour : {10, 20, 95}) {
            world.stores.statuses.push_back(
                turned(WallTime() + hour * kHour, Status::Normal, Status::MarginCall, "1.1"));
            world.stores.statuses.push_back(
                turned(WallTime() + hour * kHour + kMinute, Status::MarginCall, Status::Normal, "1.2"));
        }
        ChartEvents events(world.stores, format(), window);
        const LevelStretches line {{{0, 1.2}, {100.0 * kHour, 1.2}}};
        connect(&events, &ChartEvents::placesWanted, &events,
                [&] { events.place(line, ChartScale(ChartAxis::Level, 1, 1.4, 7), 1.1); });
        events.load(kBch);
        QCOMPARE(events.marks()->count(), 1); // a call and its recovery a minute later are one mark
        QCOMPARE(events.marks()->row(0).kind, static_cast<int>(ChartEvent::Call));
        QCOMPARE(events.marks()->row(0).folded, 1);
        QCOMPARE(events.marks()->row(0).share, 0.5);
        QCOMPARE(events.marks()->row(0).place, 0.5);

        events.step(-1);
        QVERIFY(events.currentText().startsWith(QStringLiteral("recovered")));
        events.step(-1);
        QVERIFY(events.currentText().startsWith(QStringLiteral("margin call")));
        QCOMPARE(window.from(), 90.0 * kHour);
        events.step(-1);
        QVERIFY(window.from() < 20.0 * kHour && window.to() > 20.0 * kHour); // the window follows
        QVERIFY(events.currentPlace().x() > 0.4 && events.currentPlace().x() < 0.6);
        for (int i = 0; i < 9; ++i) {
            events.step(-1);
        }
        QCOMPARE(events.currentText(), textsOf(eventsOf(world.stores.statuses, format())).first());
        events.leave();
        QVERIFY(events.currentText().isEmpty());
        events.setShown(false);
        QCOMPARE(events.marks()->count(), 0);
        events.load({});
        events.step(1);
        QVERIFY(events.currentText().isEmpty());
    }

    void levelsAreWrittenWithAllTheirDigits()
    {
        monitor::LevelTrack track;
        track.add(monitor::LevelSample {1'000, 106'250'001});
        track.add(monitor::LevelSample {2'500, 125'000'000});
        track.add(monitor::LevelSpan {1'000, 4'000, 106'250'001});
        track.add(monitor::LevelSample {9'000, 5});
        track.add(monitor::LevelSpan {9'000, 9'000, 5});
        const monitor::BarChange bars {
            2'500, "b-1", {dec("1.25"), dec("1.1"), dec("1.05")}, {dec("1.3"), dec("1.15"), dec("1.1")}};
        const monitor::BarChange later {10'001, "b-1", bars.after, bars.before}; // after what is written
        QCOMPARE(
            QString::fromStdString(levelCsv({{"b-1", "=Sum, \"x\"", track, {bars, later}}}, 0, 10'000)),
            QStringLiteral("time,account,name,what,level,barsBefore,barsAfter,asset,value\r\n"
                           "1970-01-01T00:00:01.000Z,b-1,\"'=Sum, \"\"x\"\"\",known,1.06250001,,,,\r\n"
                           "1970-01-01T00:00:02.500Z,b-1,\"'=Sum, \"\"x\"\"\",bars,,1.25/1.1/1.05,1.3/1.15/1.1,,\r\n"
                           "1970-01-01T00:00:02.500Z,b-1,\"'=Sum, \"\"x\"\"\",step,1.25,,,,\r\n"
                           "1970-01-01T00:00:04.000Z,b-1,\"'=Sum, \"\"x\"\"\",unknown,,,,,\r\n"
                           "1970-01-01T00:00:09.000Z,b-1,\"'=Sum, \"\"x\"\"\",known,0.00000005,,,,\r\n"
                           "1970-01-01T00:00:09.000Z,b-1,\"'=Sum, \"\"x\"\"\",unknown,,,,,\r\n"));
    }

    // Of any kind, from what held when the time shown begins; empty from where it is not known.
    void theFurtherCurveIsWrittenBesideTheLevels()
    {
        monitor::LevelTrack track;
        track.add(monitor::LevelSample {1'000, 125'000'000});
        track.add(monitor::LevelSpan {1'000, 9'000, 125'000'000});
        ExportedLine line {"b-1", "One", track};
        line.curve = {"equity", "USDT", {{1'000, dec("50.00000001")}, {5'000, std::nullopt}, {12'000, dec("7")}}};
        QCOMPARE(QString::fromStdString(levelCsv({line}, 2'000, 10'000)),
                 QStringLiteral("time,account,name,what,level,barsBefore,barsAfter,asset,value\r\n"
                                "1970-01-01T00:00:02.000Z,b-1,One,known,1.25,,,,\r\n"
                                "1970-01-01T00:00:02.000Z,b-1,One,equity,,,,USDT,50.00000001\r\n"
                                "1970-01-01T00:00:05.000Z,b-1,One,equity,,,,USDT,\r\n"
                                "1970-01-01T00:00:09.000Z,b-1,One,unknown,,,,,\r\n"));
    }

    void anExportHasEveryKeptLevelOfTheWindow()
    {
        FakeMonitor world;
        world.stores.portfolio = referencePortfolio();
        const WallTime now = world.clock.wallTime();
        const margin::Thresholds bars = world.stores.portfolio.account(kBch)->thresholds;
        world.stores.barChangesKept = {{now - 1, kBch, {dec("1.5"), dec("1.3"), dec("1.2")}, bars}};
        monitor::HistoryBatch batch;
        for (int i = 0; i < 5000; ++i) {
            batch.levels.push_back({kBch, {now - (5000 - i) * 5'000, 120'000'000 + i, Status::Normal}});
        }
        batch.spans.push_back({kBch, {now - 25'000'000, now, 120'000'000}});
        batch.prices = {{"BCHUSDT", now - 90'000, dec("201.5")}, {"BCHUSDT", now - 30'000, dec("202")}};
        world.stores.history.push_back(batch);
        world.setPrice("ETHUSDT", "300");
        world.setPrice("BCHUSDT", "200");
        world.evaluate();
        HistoryViewModel history(world.stores, world.relay, world.clock, format(), false);
        history.chart()->setActive(true);
        const QTemporaryDir folder;
        LevelExport *exporter = history.chart()->exporter();
        exporter->open();
        exporter->setFormat(LevelExport::Csv);
        QCOMPARE(exporter->path(), QStringLiteral("~/plimsoll-levels.csv"));
        exporter->setPath(folder.filePath(QStringLiteral("levels.csv")));
        QSignalSpy exported(exporter, &LevelExport::exported);
        exporter->writeLevels(false);
        QVERIFY(exporter->isBusy());
        QTRY_COMPARE(exported.count(), 1);
        QFile file(exporter->path());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QList<QByteArray> rows = file.readAll().trimmed().split('\n');
        QCOMPARE(rows.size(), 5003); // with a header, where it ends, and a change of bars before that
        QVERIFY(rows[1].contains("known,1.2,,,,\r"));
        QVERIFY(rows[5001].contains("bars,,1.5/1.3/1.2,"));
        QVERIFY(rows[5000].contains("step,1.20004999,,,,\r"));
        QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());

        history.chart()->curve()->setIndex(4); // the price of BCH
        exporter->open();
        exporter->setPath(folder.filePath(QStringLiteral("curve.csv")));
        exporter->writeLevels(false);
        QTRY_COMPARE(exported.count(), 2);
        QFile curve(folder.filePath(QStringLiteral("curve.csv")));
        QVERIFY(curve.open(QIODevice::ReadOnly));
        const QByteArray written = curve.readAll();
        QVERIFY(written.contains(",price,,,,BCH,201.5\r"));
        QVERIFY(written.contains(",price,,,,BCH,202\r"));
        QCOMPARE(written.count(",price,"), 2);

        exporter->open();
        exporter->setPath(folder.filePath(QStringLiteral("levels.csv")));
        exporter->writePicture("again", false);
        QTRY_VERIFY(exporter->asksOverwrite());
        exporter->setPath(folder.filePath(QStringLiteral("no/such/folder.csv")));
        QVERIFY(!exporter->asksOverwrite());
        exporter->writePicture("again", false);
        QTRY_VERIFY(!exporter->problem().isEmpty());
    }
};

PLIMSOLL_TEST(TestChartEvents)
#include "tst_chartevents.moc"
