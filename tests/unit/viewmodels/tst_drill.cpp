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

struct Desk {
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
        const Desk desk;
        QVERIFY(!desk.drill.running() && !desk.drill.isOpen());
        QCOMPARE(desk.drill.statusText(), QStringLiteral("No drill has run yet."));
    }

    void stepsGrowAndGetTheirResult()
    {
        Desk desk;
        const QAbstractItemModelTester tester(desk.drill.steps(),
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        desk.drill.open();
        desk.drill.start();
        QCOMPARE(desk.commands.drillsStarted, 1);
        monitor::DrillStatus status;
        status.running = true;
        status.steps = {step(0, Channel::Desktop, {})};
        desk.tell(status);
        QVERIFY(desk.drill.running());
        desk.drill.acknowledge();
        QCOMPARE(desk.commands.acknowledged,
                 (std::vector {FakeAlarmCommands::Acknowledged {"fire-drill", {}}})); // and nothing real
        QCOMPARE(desk.drill.steps()->rows()[0].result, QStringLiteral("on its way"));
        desk.drill.start(); // it runs already
        QCOMPARE(desk.commands.drillsStarted, 1);
        status.steps = {step(0, Channel::Desktop, true, "", 12),
                        step(3 * alarm::kMinute, Channel::MiniWindow, false, "no window")};
        desk.tell(status);
        QCOMPARE(desk.drill.steps()->rowCount(), 2);
        QCOMPARE(desk.drill.steps()->rows()[0].result, QStringLiteral("arrived in 12 ms"));
        QCOMPARE(desk.drill.steps()->rows()[1].at, QStringLiteral("3 min"));
        QCOMPARE(desk.drill.steps()->rows()[1].result, QStringLiteral("failed: no window"));
        status.running = false;
        status.reactionMs = 42'000;
        desk.tell(status);
        QCOMPARE(desk.drill.reactionText(), QStringLiteral("You answered after 42 s."));
        QVERIFY(desk.drill.statusText().contains(QStringLiteral("did not arrive")));
        status = {};
        status.running = true;
        desk.tell(status); // a new one
        QCOMPARE(desk.drill.steps()->rowCount(), 0);
    }

    void closingEndsIt()
    {
        Desk desk;
        desk.drill.open();
        monitor::DrillStatus status;
        status.running = true;
        desk.tell(status);
        desk.drill.close();
        QVERIFY(!desk.drill.isOpen());
        QCOMPARE(desk.commands.drillsEnded, 1);
        desk.drill.close();
        QCOMPARE(desk.commands.drillsEnded, 1);
    }
};

PLIMSOLL_TEST(TestDrill)
#include "tst_drill.moc"
