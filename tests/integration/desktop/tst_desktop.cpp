// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/desktop.h"
#include "desktop/traypainter.h"
#include "unit/desktop/desktopkit.h"
#include "viewmodels/app/appviewmodel.h"

#include <QtGui/QGuiApplication>
#include <QtGui/QScreen>
#include <QtQml/QQmlApplicationEngine>
#include <QtQuick/QQuickItem>
#include <QtQuick/QQuickWindow>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>

#include <csignal>

using namespace plimsoll;
using namespace plimsoll::desktopkit;
using namespace Qt::StringLiterals;
using alarm::Channel;
using alarm::Condition;
using desktop::Desktop;

namespace {

constexpr int kGiveUpMs = 400; // a window manager that would give a window the keyboard has done so by then

QImage screen()
{
    return QGuiApplication::primaryScreen()->grabWindow(0).toImage();
}

/// Into $PLIMSOLL_SHOTS, where set, for a person to look at.
void keep(const QString &name)
{
    if (const QString folder = qEnvironmentVariable("PLIMSOLL_SHOTS"); !folder.isEmpty()) {
        screen().save(u"%1/%2.png"_s.arg(folder, name));
    }
}

bool shows(const QRect &where, const QColor &colour)
{
    const QImage image = screen().copy(where);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y).rgb() == colour.rgb()) {
                return true;
            }
        }
    }
    return false;
}

/// The real window with everything around it, over the reference accounts.
struct Program {
    World world;
    viewmodels::AppViewModel app;
    FakeNotifier notifier;
    Desktop around;
    QQmlApplicationEngine engine;

    explicit Program(const char *bch)
        : world("230", bch)
        , app(world.monitor, world.alarms, world.monitor.stores, world.monitor.relay, world.monitor.clock, options())
        , around({world.monitor, world.alarms, world.monitor.stores, world.monitor.relay, world.monitor.clock, app,
                  &notifier})
    {
        app.settings()->setTheme(2);
        engine.addImportPath(u"qrc:/qt/qml"_s);
        engine.setInitialProperties(
            {{u"app"_s, QVariant::fromValue(&app)}, {u"desktop"_s, QVariant::fromValue(&around.viewModel())}});
        engine.load(QUrl(u"qrc:/qt/qml/Plimsoll/Main.qml"_s));
        app.marginCall()->acknowledge();
    }

    static viewmodels::AppViewModel::Options options()
    {
        viewmodels::AppViewModel::Options made;
        made.locale = QLocale::c();
        return made;
    }

    QQuickWindow *window() { return qobject_cast<QQuickWindow *>(engine.rootObjects().value(0)); }

    void show()
    {
        QVERIFY(window() != nullptr);
        around.attach(*window(), engine);
        QVERIFY(QTest::qWaitForWindowActive(window()));
    }

    void call()
    {
        monitor::AlarmBoard board;
        board.active = {active("b-bchusdt", Condition::Call)};
        board.unacknowledged = 1;
        world.tell(board);
    }

    void dismissCall() // its dialog is not what is looked at here
    {
        world.monitor.clock.advance(1000);
        app.marginCall()->acknowledge();
    }

    QObject *item(const char *name) { return window()->findChild<QObject *>(QString::fromLatin1(name)); }
    bool opened(const char *dialog)
    {
        const QObject *found = item(dialog);
        return found != nullptr && found->property("opened").toBool();
    }
    static void press(QObject *button) { QVERIFY(button != nullptr && QMetaObject::invokeMethod(button, "clicked")); }

    void deliver(Channel channel) { around.deliver(delivery(channel, Condition::Call, u"b-bchusdt"_s)); }
    std::vector<monitor::DeliveryReport> &reports() { return world.alarms.reports; }
};

} // namespace

class TestDesktop : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void iconIsSeenInTheTray()
    {
        Program program("170");
        program.show();
        program.call();
        desktop::TrayIcon &tray = program.around.tray();
        QTRY_VERIFY_WITH_TIMEOUT((tray.look(), !tray.absent()), 10'000); // the tray is starting too
        QTRY_VERIFY(tray.geometry().isValid() && tray.geometry().width() >= 16);
        QTRY_VERIFY(shows(tray.geometry(), desktop::trayColor(viewmodels::RiskState::MarginCall)));
        keep(u"tray"_s);
        program.world.prices("230", "230"); // what it shows follows
        QTRY_VERIFY(shows(tray.geometry(), desktop::trayColor(viewmodels::RiskState::Normal)));
        QVERIFY(!shows(tray.geometry(), desktop::trayColor(viewmodels::RiskState::MarginCall)));
    }

    void miniWindowIsAboveAndTakesNoFocus_data()
    {
        QTest::addColumn<int>("theme");
        QTest::newRow("light") << 1;
        QTest::newRow("dark") << 2;
    }

    void miniWindowIsAboveAndTakesNoFocus()
    {
        QFETCH(int, theme);
        Program program("170");
        program.show();
        program.app.settings()->setTheme(theme);
        program.call();
        program.dismissCall();
        program.window()->showMaximized();
        QTRY_COMPARE(QGuiApplication::focusWindow(), program.window());
        program.deliver(Channel::MiniWindow);
        QTRY_COMPARE(program.reports().size(), 1U);
        QVERIFY2(program.reports()[0].delivered, qPrintable(program.reports()[0].detail));
        auto *mini = qobject_cast<QQuickWindow *>(windowNamed(u"miniWindow"_s));
        QVERIFY(mini != nullptr);
        QTRY_VERIFY(shows(mini->geometry(), mini->color())); // above a window that fills the screen
        QVERIFY(!QTest::qWaitForWindowActive(mini, kGiveUpMs));
        QCOMPARE(QGuiApplication::focusWindow(), program.window());
        keep(theme == 1 ? u"mini-light"_s : u"mini-dark"_s);
        program.around.viewModel().goToMiniWindow();
        QTRY_COMPARE(QGuiApplication::focusWindow(), mini);
        program.window()->setVisible(false);
        QVERIFY(
            !QTest::qWaitFor([mini] { return !mini->isExposed(); }, kGiveUpMs)); // the main window may be in the tray
    }

    void attentionComesWithoutTakingTheKeyboard()
    {
        Program program("170");
        program.show();
        program.call();
        program.dismissCall();
        program.window()->setVisible(false);
        QWindow other; // somebody's text editor
        other.setGeometry(50, 100, 300, 200);
        other.show();
        QVERIFY(QTest::qWaitForWindowActive(&other));
        program.deliver(Channel::Attention);
        QTRY_COMPARE(program.reports().size(), 1U);
        QVERIFY2(program.reports()[0].delivered, qPrintable(program.reports()[0].detail));
        QVERIFY(!QTest::qWaitForWindowActive(program.window(), kGiveUpMs));
        QCOMPARE(QGuiApplication::focusWindow(), &other);
        program.around.raiseWindow();
        QTRY_COMPARE(QGuiApplication::focusWindow(), program.window());
        program.window()->setWindowStates(Qt::WindowMinimized);
        QTRY_VERIFY(!program.window()->isExposed());
        program.deliver(Channel::Attention);
        QTRY_COMPARE(program.reports().size(), 2U);
        QVERIFY2(program.reports()[1].delivered, qPrintable(program.reports()[1].detail));
        QVERIFY(program.window()->isExposed());
    }

    void closingAsksAndGoesToTheTray()
    {
        Program program("230");
        program.show();
        QTRY_VERIFY((program.around.tray().look(), !program.around.tray().absent()));
        QSignalSpy quit(&program.around, &Desktop::quitRequested);
        QVERIFY(!program.window()->close());
        QTRY_VERIFY(program.opened("closeDialog"));
        keep(u"close"_s);
        Program::press(program.item("closeKeep"));
        QTRY_VERIFY(!program.window()->isVisible());
        QVERIFY(!program.around.tray().absent());
        Q_EMIT program.around.tray().openRequested(); // a click on the icon
        QTRY_VERIFY(program.window()->isExposed());
        QVERIFY(!program.window()->close());
        QTRY_VERIFY(program.opened("closeDialog"));
        Program::press(program.item("closeStop"));
        QCOMPARE(quit.size(), 1);
        QVERIFY(program.window()->close());
    }

    void gapAndEngineAreShown()
    {
        Program program("230");
        program.show();
        monitor::AlarmBoard board;
        monitor::GapReport report;
        report.from = testlib::FakeClock::kStartWall - 110 * 60'000;
        report.to = report.from + (8 * 60 + 5) * 60'000;
        report.state = monitor::GapReport::State::Ready;
        report.accounts.push_back(
            {"b-bchusdt", testlib::dec("1.07"), report.from + 5 * 3'600'000, {Condition::Critical, Condition::Call}});
        report.accounts.push_back({"a-cross", testlib::dec("1.25"), report.from + 3'600'000, {}});
        board.gap = std::make_shared<const monitor::GapReport>(report);
        program.world.tell(board);
        QTRY_VERIFY(program.opened("gapDialog"));
        keep(u"gap"_s);
        Program::press(program.item("gapSeen"));
        QTRY_VERIFY(!program.opened("gapDialog"));
        QCOMPARE(program.world.alarms.seen, 1);
        QSignalSpy restart(&program.around, &Desktop::restartRequested);
        program.around.viewModel().setEngineSilent(true);
        auto *bar = qobject_cast<QQuickItem *>(program.item("engineBar"));
        QVERIFY(bar != nullptr);
        QTRY_VERIFY(bar->isVisible() && bar->height() >= 40);
        keep(u"engine"_s);
        Program::press(program.item("engineRestart"));
        QCOMPARE(restart.size(), 1);
    }

    // The last one: it ends the tray.
    void aTrayThatDiesBringsTheWindowBack()
    {
        Program program("230");
        program.show();
        QTRY_VERIFY((program.around.tray().look(), !program.around.tray().absent()));
        program.around.setCloseAction(desktop::CloseAction::Tray);
        QVERIFY(!program.window()->close());
        QTRY_VERIFY(!program.window()->isVisible());
        const int pid = qEnvironmentVariableIntValue("PLIMSOLL_TEST_TRAY_PID");
        QVERIFY2(pid > 1, "run by run_on_desktop.py");
        ::kill(pid, SIGTERM);
        QTRY_VERIFY((program.around.tray().look(), program.around.tray().absent()));
        QVERIFY(program.window()->isVisible());
        QVERIFY(program.window()->windowStates().testFlag(Qt::WindowMinimized));
        QVERIFY(!program.window()->close()); // remembered: keep watching; without a tray that means minimised
        QVERIFY(program.window()->isVisible());
    }

private:
    static QWindow *windowNamed(const QString &name)
    {
        for (QWindow *window : QGuiApplication::allWindows()) {
            if (window->objectName() == name) {
                return window;
            }
        }
        return nullptr;
    }
};

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false);
    TestDesktop test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_desktop.moc"
