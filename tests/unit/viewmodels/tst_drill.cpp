// SPDX-License-Identifier: GPL-3.0-or-later
#include "testlib/fakealarmcommands.h"
#include "testlib/testprogram.h"
#include "viewmodels/alarms/drillviewmodel.h"

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QTest>

using namespace plimsoll;
using namespace plimsoll::testlib;
using alarm::Channel;
using viewmodels::DrillViewModel;

namespace {

struct Bench {
    FakeMonitor world;
    FakeAlarmCommands commands;
    viewmodels::DisplayFormat format {QLocale::c()};
    DrillViewModel drill {commands, world.relay, format};

    void tell(const monitor::DrillStatus &status)
    {
        monitor::AlarmBoard board;
        board.drill = status;
        world.alarms = std::make_shared<const monitor::AlarmBoard>(board);
        world.evaluate();
    }
};

monitor::DrillStatus::Step step(alarm::Ms at, Channel channel, std::optional<bool> delivered, const char *detail = "",
                                std::int64_t took = 0)
{
    return {at, channel, delivered, QString::fromLatin1(detail), took};
}

} // namespace

class TestDrill : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beforeTheFirst()
    {
        const Bench bench;
        QVERIFY(!bench.drill.running() && !bench.drill.isOpen());
        QCOMPARE(bench.drill.statusText(), QStringLiteral("No drill has run yet."));
    }

    void stepsGrowAndGetTheirResult()
    {
        Bench bench;
        const QAbstractItemModelTester tester(bench.drill.steps(),
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        bench.drill.open();
        bench.drill.start();
        QCOMPARE(bench.commands.drillsStarted, 1);
        monitor::DrillStatus status;
        status.running = true;
        status.steps = {step(0, Channel::Desktop, {})};
        bench.tell(status);
        QVERIFY(bench.drill.running());
        bench.drill.acknowledge();
        QCOMPARE(bench.commands.acknowledged,
                 (std::vector {FakeAlarmCommands::Acknowledged {"fire-drill", {}}})); // and nothing real
        QCOMPARE(bench.drill.steps()->rows()[0].result, QStringLiteral("on its way"));
        bench.drill.start(); // it runs already
        QCOMPARE(bench.commands.drillsStarted, 1);
        status.steps = {step(0, Channel::Desktop, true, "", 12),
                        step(3 * alarm::kMinute, Channel::MiniWindow, false, "no window")};
        bench.tell(status);
        QCOMPARE(bench.drill.steps()->rowCount(), 2);
        QCOMPARE(bench.drill.steps()->rows()[0].result, QStringLiteral("arrived in 12 ms"));
        QCOMPARE(bench.drill.steps()->rows()[1].at, QStringLiteral("3 min"));
        QCOMPARE(bench.drill.steps()->rows()[1].result, QStringLiteral("failed: no window"));
        status.running = false;
        status.reactionMs = 42'000;
        bench.tell(status);
        QCOMPARE(bench.drill.reactionText(), QStringLiteral("You answered after 42 s."));
        QVERIFY(bench.drill.statusText().contains(QStringLiteral("did not arrive")));
        status = {};
        status.running = true;
        bench.tell(status); // a new one
        QCOMPARE(bench.drill.steps()->rowCount(), 0);
    }

    void closingEndsIt()
    {
        Bench bench;
        bench.drill.open();
        monitor::DrillStatus status;
        status.running = true;
        bench.tell(status);
        bench.drill.close();
        QVERIFY(!bench.drill.isOpen());
        QCOMPARE(bench.commands.drillsEnded, 1);
        bench.drill.close();
        QCOMPARE(bench.commands.drillsEnded, 1);
    }
};

PLIMSOLL_TEST(TestDrill)
#include "tst_drill.moc"
