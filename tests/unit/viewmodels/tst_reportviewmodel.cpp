// SPDX-License-Identifier: GPL-3.0-or-later
#include "testlib/fakealarmcommands.h"
#include "testlib/fakestores.h"
#include "testlib/testprogram.h"
#include "viewmodels/files/reportviewmodel.h"

#include <QtCore/QDateTime>
#include <QtCore/QFileInfo>
#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace plimsoll;
using namespace plimsoll::testlib;
using viewmodels::DisplayFormat;
using viewmodels::ReportViewModel;

namespace {

struct World {
    FakeMonitor monitor;
    FakeAlarmCommands alarms;
    DisplayFormat format {QLocale::c()};
    viewmodels::Services services {monitor, alarms, monitor.stores, monitor.relay, monitor.clock, format};
    QTemporaryDir folder;
    ReportViewModel report {services};

    World()
    {
        monitor.stores.portfolio = referencePortfolio();
        monitor.clock.jumpWall(QDateTime(QDate(2026, 11, 28), QTime(12, 0)).toMSecsSinceEpoch()
                               - monitor.clock.wallTime().ms());
        monitor.stores.statuses.push_back({monitor.clock.wallTime() - 3'600'000, "b-bchusdt", margin::Status::Normal,
                                           margin::Status::MarginCall, margin::Decimal::parse("1.0625").value(),
                                           R"({"BCHUSDT":"170"})"});
        report.open();
        report.setPath(folder.filePath(QStringLiteral("r.html")));
    }

    QByteArray written(bool overwrite = false)
    {
        report.write(overwrite);
        if (!QTest::qWaitFor([this] { return !report.isBusy(); })) {
            return {};
        }
        QFile file(report.path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
};

} // namespace

class TestReportViewModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thePageIsWrittenPrivatelyAndSaid()
    {
        World world;
        QSignalSpy said(&world.report, &ReportViewModel::written);
        const QByteArray page = world.written();
        QVERIFY(page.startsWith("<!DOCTYPE html>"));
        QVERIFY(page.contains("1.0625"));
        QVERIFY(!world.report.isOpen());
        QCOMPARE(said.size(), 1);
        QVERIFY(said.front().front().toString().contains(u"r.html"));
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY((QFileInfo(world.report.path()).permissions() & others) == 0);
    }

    // A folder that was chosen in another form is where a report begins, and the other way round.
    void itBeginsInTheRememberedFolder()
    {
        World world;
        QSignalSpy to(&world.report, &ReportViewModel::writtenTo);
        world.report.setFolder(QStringLiteral("/srv/reports"));
        world.report.open();
        QCOMPARE(world.report.path(), QStringLiteral("/srv/reports/plimsoll-report-2026-11-28.html"));
        world.report.setPath(world.folder.filePath(QStringLiteral("r.html")));
        world.written();
        QCOMPARE(to.size(), 1);
        QCOMPARE(to.front().front().toString(), world.folder.filePath(QStringLiteral("r.html")));
    }

    void whatIsThereIsReplacedOnlyWhenSaid()
    {
        World world;
        QFile file(world.report.path());
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("mine") == 4);
        file.close();
        QCOMPARE(world.written(), QByteArray("mine"));
        QVERIFY(world.report.asksOverwrite());
        QVERIFY(world.report.isOpen());
        QVERIFY(world.written(true).startsWith("<!DOCTYPE html>"));
    }

    void onlyThePeriodIsInIt()
    {
        World world;
        world.report.setSpan(ReportViewModel::Own);
        world.report.setFromDay(QStringLiteral("2026-11-26"));
        world.report.setToDay(QStringLiteral("2026-11-27"));
        const QByteArray before = world.written();
        QVERIFY(before.startsWith("<!DOCTYPE html>") && !before.contains("1.0625"));
        world.report.open();
        world.report.setPath(world.folder.filePath(QStringLiteral("s.html")));
        world.report.setToDay(QStringLiteral("2026-11-28"));
        world.report.setFromDay(QStringLiteral("2026-11-28"));
        QVERIFY(world.written().contains("1.0625"));
    }

    void daysThatCannotBeMeant_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("problem");
        QTest::newRow("words") << QStringLiteral("monday") << QStringLiteral("2026-11-28")
                               << QStringLiteral("Days are");
        QTest::newRow("no such day") << QStringLiteral("2026-02-30") << QStringLiteral("2026-11-28")
                                     << QStringLiteral("Days are");
        QTest::newRow("nothing") << QString() << QString() << QStringLiteral("Days are");
        QTest::newRow("backwards") << QStringLiteral("2026-11-28") << QStringLiteral("2026-11-27")
                                   << QStringLiteral("The first day");
        QTest::newRow("one day") << QStringLiteral("2026-11-28") << QStringLiteral("2026-11-28") << QString();
    }

    void daysThatCannotBeMeant()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, problem);
        World world;
        world.report.setSpan(ReportViewModel::Own);
        world.report.setFromDay(from);
        world.report.setToDay(to);
        QVERIFY2(world.report.dayProblem().startsWith(problem)
                     && world.report.dayProblem().isEmpty() == problem.isEmpty(),
                 qPrintable(world.report.dayProblem()));
        if (!problem.isEmpty()) {
            QVERIFY(world.written().isEmpty()); // nothing is begun
        }
    }

    void aFailureIsSaidInTheForm()
    {
        World world;
        world.monitor.stores.failNext = Error {ErrorCode::InputOutput, "plimsoll.db", "disk I/O error"};
        QVERIFY(world.written().isEmpty());
        QVERIFY(world.report.isOpen());
        QVERIFY(!world.report.problem().isEmpty());
        world.report.setPath(world.folder.filePath(QStringLiteral("none/r.html")));
        QVERIFY(world.report.problem().isEmpty());
        QVERIFY(world.written().isEmpty());
        QVERIFY(!world.report.problem().isEmpty());
    }
};

PLIMSOLL_TEST(TestReportViewModel)
#include "tst_reportviewmodel.moc"
