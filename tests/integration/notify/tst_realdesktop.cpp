// SPDX-License-Identifier: GPL-3.0-or-later
#include "notifiermail.h"
#include "testlib/fakeclock.h"
#include "testlib/testprogram.h"
#include "unit/notify/deliveries.h"

#include <QtCore/QProcess>
#include <QtDBus/QDBusConnection>
#include <QtDBus/QDBusConnectionInterface>
#include <QtTest/QtTest>

using namespace Qt::StringLiterals;
using namespace plimsoll;

// A real notification service on a display without a screen; dbus-monitor sees what went there and what came back.
class TestRealDesktop : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isShownAndReplaced()
    {
        QByteArray seen; // before the processes: the last they say is read while they are ended
        QByteArray printed;
        QProcess watcher;
        watcher.start(u"dbus-monitor"_s, {u"--session"_s, u"interface='org.freedesktop.Notifications'"_s});
        QVERIFY(watcher.waitForReadyRead(5000));
        QProcess service;
        service.start(u"dunst"_s, {u"-print"_s});
        QVERIFY(service.waitForStarted());
        const auto end = qScopeGuard([&] {
            for (QProcess *process : {&service, &watcher}) {
                process->kill();
                process->waitForFinished(5000);
            }
        });
        connect(&watcher, &QProcess::readyRead, this, [&] { seen += watcher.readAll(); });
        connect(&service, &QProcess::readyReadStandardOutput, this,
                [&] { printed += service.readAllStandardOutput(); });

        QTRY_VERIFY(QDBusConnection::sessionBus().interface()->isServiceRegistered(u"org.freedesktop.Notifications"_s));

        testlib::FakeClock clock(testlib::FakeClock::Mode::Running);
        notify::ChannelNotifier notifier(clock);
        testlib::NotifierMail mail(notifier);
        notifier.send(testlib::marginCall(alarm::Channel::Desktop, 1));
        QTRY_COMPARE(mail.reports.size(), 1U);
        QVERIFY2(mail.reports[0].delivered, qPrintable(mail.reports[0].detail));
        monitor::Delivery second = testlib::marginCall(alarm::Channel::Desktop, 2);
        second.text.title = u"Critical <b> & more"_s;
        second.text.body = u"Add <i>60</i> USDT & wait"_s;
        notifier.send(second);
        QTRY_COMPARE(mail.reports.size(), 2U);
        QVERIFY(mail.reports[1].delivered);
        QCOMPARE(mail.reports[1].detail, mail.reports[0].detail); // the same notification
        QTRY_VERIFY2(seen.contains("member=Notify")
                         && seen.contains("string \"Margin call: isolated BCH/USDT at 1.06\""),
                     seen.constData());
        QTRY_VERIFY2(printed.contains("Margin call: isolated BCH/USDT at 1.06"), printed.constData());
        QTRY_VERIFY2(printed.contains("Critical <b> & more"), printed.constData());
        QCOMPARE(QProcess::execute(u"dunstctl"_s, {u"set-paused"_s, u"true"_s}), 0);
        notifier.send(testlib::marginCall(alarm::Channel::Desktop, 3));
        QTRY_COMPARE(mail.reports.size(), 3U);
        QVERIFY(!mail.reports[2].delivered);
        QVERIFY2(mail.reports[2].detail.contains(u"do not disturb"_s), qPrintable(mail.reports[2].detail));
        QCOMPARE(QProcess::execute(u"dunstctl"_s, {u"set-paused"_s, u"false"_s}), 0);
        notifier.send(testlib::marginCall(alarm::Channel::Desktop, 4));
        QTRY_COMPARE(mail.reports.size(), 4U);
        QVERIFY2(mail.reports[3].delivered, qPrintable(mail.reports[3].detail));
    }
};

PLIMSOLL_TEST(TestRealDesktop)
#include "tst_realdesktop.moc"
