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

struct Desk {
    World world {"230", "170"};
    QQmlEngine engine;
    QQuickWindow window;
    MiniViewModel mini {world.alarms, world.monitor.relay, world.monitor.clock, world.format};
    WindowKeeper keeper {world.alarms, mini, world.monitor.clock};

    Desk()
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
        Desk desk;
        desk.attach();
        desk.keeper.hide();
        QVERIFY(!desk.window.isVisible());
        desk.deliver(Channel::Attention);
        QTRY_COMPARE(desk.reports().size(), 1U);
        QVERIFY(desk.window.isVisible());
        QVERIFY(desk.reports()[0].delivered);
        QCOMPARE(desk.reports()[0].channel, Channel::Attention);
        QCOMPARE(desk.reports()[0].notice, 7U);
        QVERIFY(desk.window.property("_q_showWithoutActivating").toBool()); // it does not take the keyboard
        desk.keeper.raise();
        QVERIFY(!desk.window.property("_q_showWithoutActivating").toBool()); // unless a person asks for it
    }

    void attentionRestoresAMinimisedWindow()
    {
        Desk desk;
        desk.attach();
        desk.keeper.minimise();
        QVERIFY(desk.window.windowStates().testFlag(Qt::WindowMinimized));
        desk.deliver(Channel::Attention);
        QTRY_COMPARE(desk.reports().size(), 1U);
        QVERIFY(!desk.window.windowStates().testFlag(Qt::WindowMinimized));
        QVERIFY(desk.reports()[0].delivered);
    }

    void withoutAWindowItSaysSo()
    {
        Desk desk;
        for (const Channel channel : {Channel::Attention, Channel::MiniWindow}) {
            desk.deliver(channel);
        }
        QCOMPARE(desk.reports().size(), 2U);
        for (const monitor::DeliveryReport &report : desk.reports()) {
            QVERIFY(!report.delivered);
            QVERIFY(!report.detail.isEmpty());
        }
    }

    void otherChannelsAreNotAnswered()
    {
        Desk desk;
        desk.attach();
        for (const Channel channel :
             {Channel::Desktop, Channel::Sound, Channel::Screen, Channel::Command, Channel::Webhook}) {
            desk.deliver(channel);
        }
        QCOMPARE(desk.reports().size(), 0U);
    }

    void miniWindowComesAndGoesWithTheAlarm()
    {
        Desk desk;
        desk.attach();
        desk.deliver(Channel::MiniWindow);
        QTRY_COMPARE(desk.reports().size(), 1U);
        QVERIFY2(desk.reports()[0].delivered, qPrintable(desk.reports()[0].detail));
        QQuickWindow *mini = desk.keeper.miniWindow();
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
        desk.keeper.hide(); // the main window hides, the alarm stays
        QVERIFY(mini->isVisible());
        desk.world.monitor.clock.advance(1000);
        desk.world.tell({});
        QVERIFY(!mini->isVisible());
        desk.deliver(Channel::MiniWindow);
        QTRY_COMPARE(desk.reports().size(), 2U);
        QCOMPARE(desk.keeper.miniWindow(), mini); // the same window again
    }

    void miniWindowStaysWhereItWasDragged()
    {
        Desk desk;
        desk.attach();
        desk.deliver(Channel::MiniWindow);
        QQuickWindow *mini = desk.keeper.miniWindow();
        QTRY_VERIFY(mini->isExposed());
        const QRect room = mini->screen()->availableGeometry();
        QVERIFY(room.contains(mini->geometry())); // a corner of the screen
        QVERIFY(mini->geometry().center().x() > room.center().x());
        QVERIFY(mini->geometry().center().y() > room.center().y());
        mini->setPosition(31, 42);
        QTRY_COMPARE(mini->position(), QPoint(31, 42));
        desk.world.monitor.clock.advance(1000);
        desk.world.tell({});
        QVERIFY(!mini->isVisible());
        desk.deliver(Channel::MiniWindow);
        QTRY_COMPARE(mini->position(), QPoint(31, 42));
        QVERIFY(mini->isVisible());
    }

    void miniWindowGoesBeforeItsEngine()
    {
        auto engine = std::make_unique<QQmlEngine>();
        engine->addImportPath(u"qrc:/qt/qml"_s);
        Desk desk;
        desk.keeper.attach(desk.window, *engine);
        desk.window.show();
        desk.deliver(Channel::MiniWindow);
        QVERIFY(desk.keeper.miniWindow() != nullptr);
        engine.reset();
        QVERIFY(desk.keeper.miniWindow() == nullptr);
    }

    // Nobody may be left without a way back.
    void withoutATrayAHiddenWindowComesBack()
    {
        Desk desk;
        desk.attach();
        desk.keeper.hide();
        desk.keeper.bringBack();
        QVERIFY(desk.window.isVisible());
        QVERIFY(desk.window.windowStates().testFlag(Qt::WindowMinimized));
    }
};

QTEST_MAIN(TestWindowKeeper)
#include "tst_windowkeeper.moc"
