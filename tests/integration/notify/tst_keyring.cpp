// SPDX-License-Identifier: GPL-3.0-or-later
#include "notifiermail.h"
#include "testlib/fakeclock.h"
#include "testlib/testprogram.h"
#include "unit/notify/deliveries.h"
#include "unit/notify/httpstub.h"

#include <QtCore/QDir>
#include <QtCore/QDirIterator>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtDBus/QDBusConnection>
#include <QtDBus/QDBusConnectionInterface>
#include <QtTest/QtTest>

using namespace Qt::StringLiterals;
using namespace plimsoll;

// A real keyring in a home of its own.
class TestKeyring : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_home;
    QProcess m_keyring;

private Q_SLOTS:
    void initTestCase()
    {
        for (const char *name : {"HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR"}) {
            qputenv(name, m_home.path().toLocal8Bit());
        }
        m_keyring.start(u"gnome-keyring-daemon"_s, {u"--foreground"_s, u"--unlock"_s, u"--components=secrets"_s});
        m_keyring.write("password of a test");
        m_keyring.closeWriteChannel();
        QTRY_VERIFY(QDBusConnection::sessionBus().interface()->isServiceRegistered(u"org.freedesktop.secrets"_s));
    }

    void cleanupTestCase()
    {
        m_keyring.kill();
        m_keyring.waitForFinished(5000);
    }

    void keepsTheToken()
    {
        testlib::FakeClock clock(testlib::FakeClock::Mode::Running);
        testlib::HttpStub server;
        notify::ChannelNotifier::Options options;
        options.telegram = server.url();
        notify::ChannelNotifier notifier(clock, options);
        testlib::NotifierMail mail(notifier);
        notifier.checkTelegramToken();
        QTRY_COMPARE(mail.tokens.size(), 1U);
        QVERIFY(mail.tokens[0] == std::pair(false, QString()));
        notifier.storeTelegramToken(u"123456:SecretOfTheBot"_s);
        QTRY_COMPARE(mail.tokens.size(), 2U);
        QVERIFY2(mail.tokens[1].first, qPrintable(mail.tokens[1].second));
        notifier.checkTelegramToken();
        QTRY_COMPARE(mail.tokens.size(), 3U);
        QVERIFY(mail.tokens[2].first);

        monitor::AlarmPreferences preferences;
        preferences.webhookKind = monitor::AlarmPreferences::WebhookKind::Telegram;
        preferences.webhookUrl = u"4711"_s;
        notifier.setPreferences(preferences);
        notifier.send(testlib::marginCall(alarm::Channel::Webhook));
        QTRY_COMPARE(mail.reports.size(), 1U);
        QVERIFY2(mail.reports[0].delivered, qPrintable(mail.reports[0].detail));
        QVERIFY(server.requests[0].startsWith("POST /bot123456:SecretOfTheBot/sendMessage"));

        notifier.storeTelegramToken({});
        QTRY_VERIFY(!mail.tokens.back().first);
        notifier.checkTelegramToken();
        const std::size_t before = mail.tokens.size();
        QTRY_VERIFY(mail.tokens.size() > before);
        QVERIFY(mail.tokens.back() == std::pair(false, QString()));
    }

    void nothingReadableIsOnTheDisk()
    {
        QDirIterator files(m_home.path(), QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QVERIFY(!testlib::contentOf(files.next()).contains("SecretOfTheBot"));
        }
    }
};

PLIMSOLL_TEST(TestKeyring)
#include "tst_keyring.moc"
