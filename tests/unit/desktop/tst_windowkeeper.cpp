// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/desktop.h"
#include "desktopkit.h"

#include <QtQml/QQmlEngine>
#include <QtQuick/QQuickItem>
#include <QtQuick/QQuickWindow>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace plimsoll;
using namespace plimsoll::desktopkit;
using namespace Qt::StringLiterals;
using alarm::Channel;
using alarm::Condition;
using desktop::MiniViewModel;
using desktop::WindowKeeper;

namespace {

struct Bench {
    World world {"230", "170"};
    QQmlEngine engine;
    QQuickWindow window;
    MiniViewModel mini {world.alarms, world.monitor.relay, world.monitor.clock, world.format};
    WindowKeeper keeper {world.alarms, mini, world.monitor.clock};

    Bench()
    {
        engine.addImportPath(u"qrc:/qt/qml"_s);
        window.resize(400, 300);
        monitor::AlarmBoard board;
        board.active = {active("b-bchusdt", Condition::Call)};
        world.tell(board);
    }

    void attach()
    {
        keeper.attach(window, engine);
        window.show();
        QTRY_VERIFY(window.isExposed());
    }

    void deliver(Channel channel) { keeper.deliver(delivery(channel, Condition::Call, u"b-bchusdt"_s)); }
    std::vector<monitor::DeliveryReport> &reports() { return world.alarms.reports; }
};

} // namespace

class TestWindowKeeper : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSmallWindowCoversNoAnswer_data()
    {
        QTest::addColumn<QRect>("avoided");
        QTest::addColumn<QPoint>("corner");

        QTest::newRow("nothing to avoid") << QRect() << QPoint(1280 - 24 - 340, 900 - 24 - 160);
        QTest::newRow("elsewhere") << QRect(0, 0, 420, 500) << QPoint(1280 - 24 - 340, 900 - 24 - 160);
        QTest::newRow("a maximised window") << QRect(860, 0, 420, 900) << QPoint(24, 900 - 24 - 160);
        QTest::newRow("a window at the left") << QRect(0, 100, 420, 700) << QPoint(1280 - 24 - 340, 900 - 24 - 160);
        QTest::newRow("the lower half") << QRect(0, 450, 1280, 450) << QPoint(1280 - 24 - 340, 24);
        QTest::newRow("everywhere") << QRect(0, 0, 1280, 900) << QPoint(1280 - 24 - 340, 900 - 24 - 160);
    }

    void theSmallWindowCoversNoAnswer()
    {
        QFETCH(QRect, avoided);
        QTEST(WindowKeeper::cornerFor(QRect(0, 0, 1280, 900), QSize(340, 160), avoided), "corner");
    }

    void attentionBringsAHiddenWindow()
    {
        Bench bench;
        bench.attach();
        bench.keeper.hide();
        QVERIFY(!bench.window.isVisible());
        bench.deliver(Channel::Attention);
        QTRY_COMPARE(bench.reports().size(), 1U);
        QVERIFY(bench.window.isVisible());
        QVERIFY(bench.reports()[0].delivered);
        QCOMPARE(bench.reports()[0].channel, Channel::Attention);
        QVERIFY(bench.reports()[0].notice == alarm::NoticeId(alarm::NoticeId::Maker::Alarms, 7));
        QVERIFY(bench.window.property("_q_showWithoutActivating").toBool()); // it does not take the keyboard
        bench.keeper.raise();
        QVERIFY(!bench.window.property("_q_showWithoutActivating").toBool()); // unless a person asks for it
    }

    void attentionRestoresAMinimisedWindow()
    {
        Bench bench;
        bench.attach();
        bench.keeper.minimise();
        QVERIFY(bench.window.windowStates().testFlag(Qt::WindowMinimized));
        bench.deliver(Channel::Attention);
        QTRY_COMPARE(bench.reports().size(), 1U);
        QVERIFY(!bench.window.windowStates().testFlag(Qt::WindowMinimized));
        QVERIFY(bench.reports()[0].delivered);
    }

    void withoutAWindowItSaysSo()
    {
        Bench bench;
        for (const Channel channel : {Channel::Attention, Channel::MiniWindow}) {
            bench.deliver(channel);
        }
        QCOMPARE(bench.reports().size(), 2U);
        for (const monitor::DeliveryReport &report : bench.reports()) {
            QVERIFY(!report.delivered);
            QVERIFY(!report.detail.isEmpty());
        }
    }

    void otherChannelsAreNotAnswered()
    {
        Bench bench;
        bench.attach();
        for (const Channel channel :
             {Channel::Desktop, Channel::Sound, Channel::Screen, Channel::Command, Channel::Webhook}) {
            bench.deliver(channel);
        }
        QCOMPARE(bench.reports().size(), 0U);
    }

    void miniWindowComesAndGoesWithTheAlarm()
    {
        Bench bench;
        bench.attach();
        bench.deliver(Channel::MiniWindow);
        QTRY_COMPARE(bench.reports().size(), 1U);
        QVERIFY2(bench.reports()[0].delivered, qPrintable(bench.reports()[0].detail));
        QQuickWindow *mini = bench.keeper.miniWindow();
        QVERIFY(mini != nullptr);
        QVERIFY(mini->isVisible());
        QVERIFY(mini->flags().testFlag(Qt::WindowStaysOnTopHint));
        QVERIFY(mini->flags().testFlag(Qt::FramelessWindowHint));
        QVERIFY(mini->property("_q_showWithoutActivating").toBool());
        QVERIFY(mini->transientParent() == nullptr);
        QVERIFY(mini->height() >= 100 && mini->height() <= 220);
        auto *title = mini->findChild<QQuickItem *>(u"miniTitle"_s);
        QVERIFY(title != nullptr);
        QCOMPARE(title->property("text").toString(), u"BCH/USDT isolated"_s);
        bench.keeper.hide(); // the main window hides, the alarm stays
        QVERIFY(mini->isVisible());
        bench.world.monitor.clock.advance(1000);
        bench.world.tell({});
        QVERIFY(!mini->isVisible());
        bench.deliver(Channel::MiniWindow);
        QTRY_COMPARE(bench.reports().size(), 2U);
        QCOMPARE(bench.keeper.miniWindow(), mini); // the same window again
    }

    void miniWindowStaysWhereItWasDragged()
    {
        Bench bench;
        bench.attach();
        bench.deliver(Channel::MiniWindow);
        QQuickWindow *mini = bench.keeper.miniWindow();
        QTRY_VERIFY(mini->isExposed());
        const QRect room = mini->screen()->availableGeometry();
        QVERIFY(room.contains(mini->geometry())); // a corner of the screen
        QVERIFY(mini->geometry().center().x() > room.center().x());
        QVERIFY(mini->geometry().center().y() > room.center().y());
        mini->setPosition(31, 42);
        QTRY_COMPARE(mini->position(), QPoint(31, 42));
        bench.world.monitor.clock.advance(1000);
        bench.world.tell({});
        QVERIFY(!mini->isVisible());
        bench.deliver(Channel::MiniWindow);
        QTRY_COMPARE(mini->position(), QPoint(31, 42));
        QVERIFY(mini->isVisible());
    }

    void miniWindowGoesBeforeItsEngine()
    {
        auto engine = std::make_unique<QQmlEngine>();
        engine->addImportPath(u"qrc:/qt/qml"_s);
        Bench bench;
        bench.keeper.attach(bench.window, *engine);
        bench.window.show();
        bench.deliver(Channel::MiniWindow);
        QVERIFY(bench.keeper.miniWindow() != nullptr);
        engine.reset();
        QVERIFY(bench.keeper.miniWindow() == nullptr);
    }

    // Nobody may be left without a way back.
    void withoutATrayAHiddenWindowComesBack()
    {
        Bench bench;
        bench.attach();
        bench.keeper.hide();
        bench.keeper.bringBack();
        QVERIFY(bench.window.isVisible());
        QVERIFY(bench.window.windowStates().testFlag(Qt::WindowMinimized));
    }
};

QTEST_MAIN(TestWindowKeeper)
#include "tst_windowkeeper.moc"
