// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakedesktop.h"
#include "notifiermail.h"
#include "testlib/fakeclock.h"
#include "testlib/testprogram.h"
#include "unit/notify/deliveries.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace plimsoll;
using alarm::Channel;
using testlib::marginCall;

namespace {

/// The longest time for which the event loop of this thread stood still.
class Heart
{
public:
    Heart()
    {
        m_since.start();
        QObject::connect(&m_timer, &QTimer::timeout, [this] { longest = std::max(longest, m_since.restart()); });
        m_timer.start(10);
    }

    qint64 longest = 0;

private:
    QElapsedTimer m_since;
    QTimer m_timer;
};

/// A message bus of the test's own at an address that stays.
class PrivateBus
{
public:
    ~PrivateBus() { stop(); }

    [[nodiscard]] QString address() const { return u"unix:path="_s + m_folder.filePath(u"bus"_s); }

    [[nodiscard]] bool start()
    {
        m_process.start(u"dbus-daemon"_s,
                        {u"--config-file="_s + QStringLiteral(PLIMSOLL_BUS_CONFIG), u"--nofork"_s, u"--print-address"_s,
                         u"--address="_s + address()});
        return m_process.waitForReadyRead(5000);
    }

    void hold() { ::kill(static_cast<pid_t>(m_process.processId()), SIGSTOP); }

    void release() { ::kill(static_cast<pid_t>(m_process.processId()), SIGCONT); }

    void stop()
    {
        m_process.kill();
        m_process.waitForFinished(5000);
        QFile::remove(m_folder.filePath(u"bus"_s));
    }

private:
    QTemporaryDir m_folder;
    QProcess m_process;
};

} // namespace

// What can be wrong with a desktop. Nobody but the delivery itself may notice.
class TestNotifierFaults : public QObject
{
    Q_OBJECT

private:
    testlib::FakeClock m_clock {testlib::FakeClock::Mode::Running};

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS"), "run me by dbus-run-session");
    }

    void nobodyThere()
    {
        notify::ChannelNotifier notifier(m_clock);
        testlib::NotifierMail mail(notifier);
        notifier.send(marginCall(Channel::Desktop, 1));
        QTRY_COMPARE_WITH_TIMEOUT(mail.reports.size(), 1U, 2000);
        QVERIFY(!mail.reports[0].delivered);
        QCOMPARE(mail.reports[0].detail, u"no notification service is running"_s);
        testlib::FakeDesktop desktop;
        QVERIFY(desktop.start());
        QTRY_COMPARE(mail.restarts, 1); // what could not be told can be told now
    }

    void noBus()
    {
        notify::ChannelNotifier::Options options;
        options.sessionBus = u"unix:path=/nonexistent/bus"_s;
        notify::ChannelNotifier notifier(m_clock, options);
        testlib::NotifierMail mail(notifier);
        QElapsedTimer since;
        since.start();
        notifier.send(marginCall(Channel::Desktop));
        QTRY_COMPARE(mail.reports.size(), 1U);
        QVERIFY(since.elapsed() < 1000);
        QVERIFY(!mail.reports[0].delivered);
        QCOMPARE(mail.reports[0].detail, u"no session bus"_s);
    }

    void busComesAndGoes()
    {
        PrivateBus bus;
        notify::ChannelNotifier::Options options;
        options.sessionBus = bus.address();
        notify::ChannelNotifier notifier(m_clock, options);
        testlib::NotifierMail mail(notifier);
        notifier.send(marginCall(Channel::Desktop, 1));
        QTRY_COMPARE(mail.reports.size(), 1U);
        QVERIFY(!mail.reports[0].delivered);

        const QByteArray ours = qgetenv("DBUS_SESSION_BUS_ADDRESS");
        const auto restore = qScopeGuard([ours] { qputenv("DBUS_SESSION_BUS_ADDRESS", ours); });
        qputenv("DBUS_SESSION_BUS_ADDRESS", bus.address().toLocal8Bit()); // for the fake desktop
        for (std::uint64_t round = 1; round <= 2; ++round) {
            QVERIFY(bus.start());
            testlib::FakeDesktop desktop;
            QVERIFY(desktop.start());
            mail.reports.clear();
            notifier.send(marginCall(Channel::Desktop, 10 + round));
            QTRY_COMPARE(mail.reports.size(), 1U);
            QVERIFY2(mail.reports[0].delivered, qPrintable(mail.reports[0].detail));
            QCOMPARE(desktop.shown.at(0)[u"replaces"_s].toInt(), 0);
            bus.stop();
        }
    }

    void saysWhatTheServiceSaid()
    {
        testlib::FakeDesktop desktop;
        QVERIFY(desktop.start());
        QVERIFY(desktop.tell("fail on"));
        notify::ChannelNotifier notifier(m_clock);
        testlib::NotifierMail mail(notifier);
        notifier.send(marginCall(Channel::Desktop));
        QTRY_COMPARE(mail.reports.size(), 1U);
        QVERIFY(!mail.reports[0].delivered);
        QCOMPARE(mail.reports[0].detail, u"the screen is <gone> for good"_s);
    }

    void killedAndRestarted()
    {
        testlib::FakeDesktop desktop;
        QVERIFY(desktop.start());
        notify::ChannelNotifier notifier(m_clock);
        testlib::NotifierMail mail(notifier);
        notifier.send(marginCall(Channel::Desktop, 1));
        QTRY_COMPARE(mail.reports.size(), 1U);
        QVERIFY(mail.reports[0].delivered);
        desktop.kill();
        QCOMPARE(mail.restarts, 0);
        QVERIFY(desktop.start());
        QTRY_COMPARE_WITH_TIMEOUT(mail.restarts, 1, 5000);
        desktop.shown.clear();
        notifier.send(marginCall(Channel::Desktop, 2));
        QTRY_COMPARE(mail.reports.size(), 2U);
        QVERIFY(mail.reports[1].delivered);
        QTRY_COMPARE(desktop.shown.size(), 1U);
        QCOMPARE(desktop.shown[0][u"replaces"_s].toInt(), 0); // its numbers are not the old ones
        QCOMPARE(desktop.asked, 2);
    }

    void killedWhileItHangs()
    {
        testlib::FakeDesktop desktop;
        QVERIFY(desktop.start());
        notify::ChannelNotifier notifier(m_clock);
        testlib::NotifierMail mail(notifier);
        notifier.send(marginCall(Channel::Desktop, 1));
        QTRY_COMPARE(mail.reports.size(), 1U);
        desktop.hold();
        notifier.send(marginCall(Channel::Desktop, 2));
        desktop.kill();
        QTRY_COMPARE(mail.reports.size(), 2U);
        QVERIFY(!mail.reports[1].delivered);
    }

    void aHangingServiceBlocksNobody()
    {
        testlib::FakeDesktop desktop;
        QVERIFY(desktop.start());
        notify::ChannelNotifier notifier(m_clock);
        testlib::NotifierMail mail(notifier);
        notifier.send(marginCall(Channel::Desktop, 1));
        QTRY_COMPARE(mail.reports.size(), 1U);
        desktop.hold();

        Heart heart;
        QElapsedTimer since;
        since.start();
        notifier.send(marginCall(Channel::Desktop, 2));
        notifier.send(marginCall(Channel::Desktop, 3));
        notifier.send(marginCall(Channel::Screen, 4)); // others do not wait for the desktop
        QVERIFY(since.elapsed() < 100);
        QTRY_COMPARE(mail.reports.size(), 2U);
        QVERIFY(mail.reports[1].notice == testlib::notice(4));
        QVERIFY(since.elapsed() < 1000);
        QTRY_COMPARE_WITH_TIMEOUT(mail.reports.size(), 4U, 5000);
        QVERIFY2(since.elapsed() >= 1900 && since.elapsed() < 2500, qPrintable(QString::number(since.elapsed())));
        QVERIFY2(heart.longest < 300, qPrintable(QString::number(heart.longest)));
        QVERIFY(!mail.reports[2].delivered && !mail.reports[3].delivered);
        QCOMPARE(mail.reports[2].detail, u"no answer within 2 s"_s);

        // When it moves again it shows only what it had in hand, and what comes next replaces that.
        desktop.release();
        notifier.send(marginCall(Channel::Desktop, 5));
        QTRY_COMPARE(mail.reports.size(), 5U);
        QVERIFY(mail.reports[4].delivered);
        QTRY_COMPARE(desktop.shown.size(), 3U);
        QCOMPARE(desktop.shown[2][u"replaces"_s].toInt(), 1);
        QVERIFY(desktop.tell("action 1 default"));
        QTRY_COMPARE(mail.actions.size(), 1U);
        QVERIFY(mail.actions[0].first == testlib::notice(5));
    }

    void hangingFromTheBeginning()
    {
        testlib::FakeDesktop desktop;
        QVERIFY(desktop.start());
        desktop.hold();
        notify::ChannelNotifier notifier(m_clock);
        testlib::NotifierMail mail(notifier);
        notifier.send(marginCall(Channel::Desktop, 1));
        QTRY_COMPARE_WITH_TIMEOUT(mail.reports.size(), 1U, 2500);
        QVERIFY(!mail.reports[0].delivered);
        desktop.release();
        notifier.send(marginCall(Channel::Desktop, 2));
        QTRY_COMPARE(mail.reports.size(), 2U);
        QVERIFY(mail.reports[1].delivered);
        QTRY_COMPARE(desktop.shown.size(), 1U); // nothing stale
    }

    void aHangingBusBlocksNobody()
    {
        PrivateBus bus;
        QVERIFY(bus.start());
        bus.hold();
        notify::ChannelNotifier::Options options;
        options.sessionBus = bus.address();
        notify::ChannelNotifier notifier(m_clock, options);
        const auto release = qScopeGuard([&bus] { bus.release(); });
        testlib::NotifierMail mail(notifier);
        QElapsedTimer since;
        since.start();
        notifier.send(marginCall(Channel::Desktop));
        notifier.send(marginCall(Channel::Command)); // no program is set, and that is said at once
        QTRY_COMPARE(mail.reports.size(), 1U);
        QVERIFY(since.elapsed() < 1000);
        QTRY_COMPARE_WITH_TIMEOUT(mail.reports.size(), 2U, 5000);
        QVERIFY(since.elapsed() < 2500);
        QCOMPARE(mail.reports[1].detail, u"no answer within 2 s"_s);
    }
};

PLIMSOLL_TEST(TestNotifierFaults)
#include "tst_notifierfaults.moc"
