// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakedesktop.h"
#include "notifiermail.h"
#include "testlib/fakeclock.h"
#include "testlib/testprogram.h"
#include "unit/notify/deliveries.h"
#include "unit/notify/httpstub.h"

#include <QtCore/QDir>
#include <QtCore/QJsonArray>
#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace plimsoll;
using alarm::Channel;
using monitor::NoticeAction;
using testlib::marginCall;

class TestChannelNotifier : public QObject
{
    Q_OBJECT

private:
    testlib::FakeClock m_clock {testlib::FakeClock::Mode::Running};

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS"), "run me by dbus-run-session");
    }

    void arrives()
    {
        testlib::FakeDesktop desktop;
        QVERIFY(desktop.start());
        notify::ChannelNotifier notifier(m_clock);
        testlib::NotifierMail mail(notifier);
        notifier.send(marginCall(Channel::Desktop, 7));
        QTRY_COMPARE(mail.reports.size(), 1U);
        QVERIFY2(mail.reports[0].delivered, qPrintable(mail.reports[0].detail));
        QVERIFY(mail.reports[0].notice == testlib::notice(7));
        QVERIFY(mail.reports[0].tookMs >= 0 && mail.reports[0].tookMs < 2000);
        QTRY_COMPARE(desktop.shown.size(), 1U);
        const QJsonObject shown = desktop.shown[0];
        QCOMPARE(shown[u"app"_s].toString(), u"Plimsoll"_s);
        QCOMPARE(shown[u"summary"_s].toString(), u"Margin call: isolated BCH/USDT at 1.06"_s);
        QCOMPARE(shown[u"body"_s].toString(), u"Add 52.10 USDT to reach 1.10.\n+ 1 more"_s);
        QCOMPARE(shown[u"urgency"_s].toInt(), 2);
        QVERIFY(shown[u"isByte"_s].toBool());
        QCOMPARE(shown[u"expire"_s].toInt(), 0);
        QCOMPARE(shown[u"entry"_s].toString(), u"plimsoll"_s);
        QCOMPARE(shown[u"actions"_s].toArray(),
                 (QJsonArray {u"default"_s, u"Open"_s, u"snooze"_s, u"Snooze"_s, u"acknowledge"_s, u"Acknowledge"_s}));
        QCOMPARE(mail.restarts, 0);
    }

    void actionsComeBack()
    {
        testlib::FakeDesktop desktop;
        QVERIFY(desktop.start());
        notify::ChannelNotifier notifier(m_clock);
        testlib::NotifierMail mail(notifier);
        notifier.send(marginCall(Channel::Desktop, 31));
        QTRY_COMPARE(mail.reports.size(), 1U);
        QVERIFY(desktop.tell("action 1 burn"));
        QVERIFY(desktop.tell("action 99 snooze")); // of somebody else
        QVERIFY(desktop.tell("action 1 default"));
        QVERIFY(desktop.tell("action 1 snooze"));
        QVERIFY(desktop.tell("action 1 acknowledge"));
        QTRY_COMPARE(mail.actions.size(), 3U);
        const std::vector<std::pair<alarm::NoticeId, NoticeAction>> expected {
            {testlib::notice(31), NoticeAction::Open},
            {testlib::notice(31), NoticeAction::Snooze},
            {testlib::notice(31), NoticeAction::Acknowledge}};
        QVERIFY(mail.actions == expected);
    }

    void oneStandsAndIsReplaced()
    {
        testlib::FakeDesktop desktop;
        QVERIFY(desktop.start());
        notify::ChannelNotifier notifier(m_clock);
        testlib::NotifierMail mail(notifier);
        for (std::uint64_t notice = 1; notice <= 3;
             ++notice) { // at once: the second may not overtake the number of the first
            notifier.send(marginCall(Channel::Desktop, notice));
        }
        monitor::Delivery test = marginCall(Channel::Desktop, 4);
        test.isTest = true;
        notifier.send(test);
        monitor::Delivery over = marginCall(Channel::Desktop, 5);
        over.quiet = true;
        over.allOver = true;
        notifier.send(over);
        QTRY_COMPARE(mail.reports.size(), 5U);
        QTRY_COMPARE(desktop.shown.size(), 5U);
        std::vector<int> replaces;
        for (const QJsonObject &shown : desktop.shown) {
            replaces.push_back(shown[u"replaces"_s].toInt());
        }
        QCOMPARE(replaces, (std::vector<int> {0, 1, 1, 0, 1})); // a test does not hide an alarm
        QCOMPARE(desktop.shown[4][u"urgency"_s].toInt(), 0);
        QVERIFY(desktop.shown[4][u"suppress"_s].toBool());
        QVERIFY(!desktop.shown[2][u"suppress"_s].toBool());
        QCOMPARE(desktop.asked, 1);
        QVERIFY(desktop.tell("action 1 acknowledge")); // means the newest that it tells
        QTRY_COMPARE(mail.actions.size(), 1U);
        QVERIFY(mail.actions[0].first == testlib::notice(5));
    }

    void closedIsNotSeen()
    {
        testlib::FakeDesktop desktop;
        QVERIFY(desktop.start());
        notify::ChannelNotifier notifier(m_clock);
        testlib::NotifierMail mail(notifier);
        notifier.send(marginCall(Channel::Desktop, 1));
        QTRY_COMPARE(mail.reports.size(), 1U);
        QVERIFY(desktop.tell("close 1 1")); // its time was over, though it had none
        notifier.send(marginCall(Channel::Desktop, 2));
        QTRY_COMPARE(desktop.shown.size(), 2U);
        QCOMPARE(desktop.shown[1][u"replaces"_s].toInt(), 0);
        QVERIFY(desktop.tell("close 2 2"));
        monitor::Delivery over = marginCall(Channel::Desktop, 3);
        over.quiet = true;
        over.allOver = true;
        notifier.send(over); // the person put it away: nothing pops up to say that it is over
        QTRY_COMPARE(mail.reports.size(), 3U);
        QVERIFY(mail.reports[2].delivered);
        QCOMPARE(desktop.shown.size(), 2U);
        desktop.kill();
        QVERIFY(desktop.start()); // nothing was lost with the old one
        notifier.send(marginCall(Channel::Desktop, 4));
        QTRY_COMPARE(mail.reports.size(), 4U);
        QVERIFY(mail.reports[3].delivered);
        QCOMPARE(mail.restarts, 0);
    }

    void markupByCapability_data()
    {
        QTest::addColumn<QByteArray>("capabilities");
        QTest::addColumn<QString>("body");
        QTest::addColumn<int>("actions");
        QTest::newRow("all") << QByteArray("caps body body-markup actions") << u"a &lt;b&gt; &amp; c"_s << 6;
        QTest::newRow("no markup") << QByteArray("caps body actions") << u"a <b> & c"_s << 6;
        QTest::newRow("no actions") << QByteArray("caps body") << u"a <b> & c"_s << 0;
        QTest::newRow("nothing") << QByteArray("caps") << QString() << 0;
    }

    void markupByCapability()
    {
        QFETCH(QByteArray, capabilities);
        QFETCH(QString, body);
        QFETCH(int, actions);
        testlib::FakeDesktop desktop;
        QVERIFY(desktop.start());
        QVERIFY(desktop.tell(capabilities));
        notify::ChannelNotifier notifier(m_clock);
        testlib::NotifierMail mail(notifier);
        monitor::Delivery delivery = marginCall(Channel::Desktop);
        delivery.text.body = u"a <b> & c"_s;
        notifier.send(delivery);
        QTRY_COMPARE(mail.reports.size(), 1U);
        QTRY_COMPARE(desktop.shown.size(), 1U);
        QCOMPARE(desktop.shown[0][u"body"_s].toString(), body);
        QCOMPARE(desktop.shown[0][u"actions"_s].toArray().size(), actions);
    }

    // Accepted is not shown: KDE Plasma and dunst say so, each in its own way.
    void whatIsNotShownIsNotDelivered_data()
    {
        QTest::addColumn<QByteArray>("sign");
        QTest::newRow("KDE Plasma") << QByteArray("pause org.freedesktop.Notifications Inhibited ");
        QTest::newRow("dunst") << QByteArray("pause org.dunstproject.cmd0 paused ");
    }

    void whatIsNotShownIsNotDelivered()
    {
        QFETCH(QByteArray, sign);
        testlib::FakeDesktop desktop;
        QVERIFY(desktop.start());
        QVERIFY(desktop.tell(sign + "off"));
        notify::ChannelNotifier notifier(m_clock);
        testlib::NotifierMail mail(notifier);
        for (const bool paused : {false, true, false}) {
            QVERIFY(desktop.tell(sign + (paused ? "on" : "off")));
            mail.reports.clear();
            notifier.send(marginCall(Channel::Desktop, 1));
            QTRY_COMPARE(mail.reports.size(), 1U);
            QCOMPARE(mail.reports[0].delivered, !paused);
            QCOMPARE(mail.reports[0].detail.contains(u"do not disturb"_s), paused);
        }
    }

    // Nothing of ours stays behind whose buttons nobody answers.
    void everythingIsTakenAwayAtTheEnd()
    {
        testlib::FakeDesktop desktop;
        QVERIFY(desktop.start());
        {
            notify::ChannelNotifier notifier(m_clock);
            testlib::NotifierMail mail(notifier);
            monitor::Delivery test = marginCall(Channel::Desktop, 2);
            test.isTest = true;
            monitor::Delivery drill = test;
            drill.isDrill = true;
            notifier.send(marginCall(Channel::Desktop, 1));
            notifier.send(test);
            notifier.send(drill);
            QTRY_COMPARE(mail.reports.size(), 3U);
        }
        QTRY_COMPARE(desktop.closed.size(), 3U);
        std::ranges::sort(desktop.closed);
        QCOMPARE(desktop.closed, (std::vector<int> {1, 2, 3}));
    }

    void aDrillLooksLikeTheRealOneAndIsPutAway()
    {
        testlib::FakeDesktop desktop;
        QVERIFY(desktop.start());
        notify::ChannelNotifier notifier(m_clock);
        testlib::NotifierMail mail(notifier);
        notifier.send(marginCall(Channel::Desktop, 1));
        monitor::Delivery drill = marginCall(Channel::Desktop, 71);
        drill.isTest = true;
        drill.isDrill = true;
        notifier.send(drill);
        QTRY_COMPARE(desktop.shown.size(), 2U);
        for (const QString &same : {u"actions"_s, u"urgency"_s, u"expire"_s, u"suppress"_s, u"transient"_s}) {
            QVERIFY2(desktop.shown[0][same] == desktop.shown[1][same], qPrintable(same));
        }
        QCOMPARE(desktop.shown[1][u"replaces"_s].toInt(), 0); // beside what is real
        QTRY_COMPARE(mail.reports.size(), 2U);
        QVERIFY(desktop.tell("action 2 acknowledge"));
        QTRY_COMPARE(mail.actions.size(), 1U);
        QVERIFY(mail.actions[0].first == testlib::notice(71));
        drill.withdraw = true;
        notifier.send(drill);
        QTRY_COMPARE(mail.reports.size(), 3U);
        QVERIFY(mail.reports[2].delivered);
        QTRY_COMPARE(desktop.closed, (std::vector<int> {2}));
        QCOMPARE(desktop.shown.size(), 2U);
    }

    void screensAreNotHere()
    {
        notify::ChannelNotifier notifier(m_clock);
        testlib::NotifierMail mail(notifier);
        for (const Channel channel : {Channel::Screen, Channel::Attention, Channel::MiniWindow}) {
            notifier.send(marginCall(channel));
        }
        QTRY_COMPARE(mail.reports.size(), 3U);
        for (const auto &report : mail.reports) {
            QVERIFY(!report.delivered);
            QCOMPARE(report.detail, u"no such channel here"_s);
        }
    }

    void soundsLeaveNothingBehind()
    {
        const QTemporaryDir folder;
        const QByteArray path = qgetenv("PATH");
        const auto restore = qScopeGuard([path] {
            qputenv("PATH", path);
            qunsetenv("TMPDIR");
        });
        QVERIFY(testlib::writeScript(folder.filePath(u"aplay"_s), "exit 0"));
        QVERIFY(QDir(folder.path()).mkdir(u"temporary"_s));
        const QString temporary = folder.filePath(u"temporary"_s);
        qputenv("PATH", folder.path().toLocal8Bit());
        qputenv("TMPDIR", temporary.toLocal8Bit());
        {
            notify::ChannelNotifier notifier(m_clock);
            testlib::NotifierMail mail(notifier);
            notifier.send(marginCall(Channel::Sound));
            QTRY_COMPARE(mail.reports.size(), 1U);
            QVERIFY2(mail.reports[0].delivered, qPrintable(mail.reports[0].detail));
            QCOMPARE(QDir(temporary).entryList(QDir::AllEntries | QDir::NoDotAndDotDot).size(), 1);
        }
        QCOMPARE(QDir(temporary).entryList(QDir::AllEntries | QDir::NoDotAndDotDot).size(), 0);
    }

    void sleepIsTold()
    {
        testlib::FakeDesktop desktop;
        QVERIFY(desktop.start());
        testlib::HttpStub server;
        notify::ChannelNotifier::Options options;
        options.systemBus = qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS");
        notify::ChannelNotifier notifier(m_clock, options);
        testlib::NotifierMail mail(notifier);
        monitor::AlarmPreferences preferences;
        preferences.pingUrl = server.url(u"/alive"_s).toString();
        notifier.setPreferences(preferences);
        notifier.engineBeats(m_clock.bootTime());
        notifier.setPinging(true);
        QTRY_COMPARE(mail.pings.size(), 1U);
        QTRY_VERIFY_WITH_TIMEOUT( // the watch connects by itself, nobody is told when
            [&] { return desktop.tell("sleep 1") && mail.sleeps > 0; }(), 5000);
        QVERIFY(desktop.tell("sleep 0"));
        QTRY_COMPARE(mail.wakes, 1);
        QTRY_COMPARE(mail.pings.size(), 2U); // at once, not after the rest of five minutes
        QVERIFY(mail.pings[0] && mail.pings[1]);
    }

    void withoutKeyringThereIsNoSecret()
    {
        notify::ChannelNotifier notifier(m_clock);
        testlib::NotifierMail mail(notifier);
        notifier.storeTelegramToken(u"123456:SecretOfTheBot"_s);
        QTRY_COMPARE(mail.tokens.size(), 1U);
        QVERIFY(!mail.tokens[0].first);
        QVERIFY(mail.tokens[0].second.startsWith(u"no keyring can be used"_s));
        monitor::AlarmPreferences preferences;
        preferences.webhookKind = monitor::AlarmPreferences::WebhookKind::Telegram;
        preferences.webhookUrl = u"4711"_s;
        notifier.setPreferences(preferences);
        notifier.send(marginCall(Channel::Webhook));
        QTRY_COMPARE(mail.reports.size(), 1U);
        QVERIFY(!mail.reports[0].delivered);
        QVERIFY2(mail.reports[0].detail.startsWith(u"keyring: no keyring can be used"_s),
                 qPrintable(mail.reports[0].detail));
    }
};

PLIMSOLL_TEST(TestChannelNotifier)
#include "tst_channelnotifier.moc"
