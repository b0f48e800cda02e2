// SPDX-License-Identifier: GPL-3.0-or-later
#include "notify/deliveryqueue.h"
#include "notify/webhookchannel.h"
#include "testlib/fakeclock.h"
#include "testlib/testprogram.h"
#include "unit/notify/deliveries.h"
#include "unit/notify/httpstub.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QtTest>

using namespace Qt::StringLiterals;
using namespace plimsoll;
using namespace std::chrono_literals;
using Kind = monitor::AlarmPreferences::WebhookKind;

class TestWebhookChannel : public QObject
{
    Q_OBJECT

private:
    const QString m_token = u"123456:SecretOfTheBot"_s;

    static void use(notify::Channel &channel, Kind kind, const QString &url)
    {
        monitor::AlarmPreferences preferences;
        preferences.webhookKind = kind;
        preferences.webhookUrl = url;
        channel.setPreferences(preferences);
    }

private Q_SLOTS:
    void answers_data()
    {
        using testlib::HttpStub;
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<bool>("delivered");
        QTest::addColumn<QString>("detail");
        QTest::newRow("ok") << HttpStub::answerOf("200 OK") << true << u"HTTP 200"_s;
        QTest::newRow("no content") << HttpStub::answerOf("204 No Content", {}, {}) << true << u"HTTP 204"_s;
        QTest::newRow("error of the server") << HttpStub::answerOf("500 Oops") << false << u"HTTP 500"_s;
        QTest::newRow("unknown") << HttpStub::answerOf("404 Not Found") << false << u"HTTP 404"_s;
        QTest::newRow("wants a password")
            << HttpStub::answerOf("401 Unauthorized", "WWW-Authenticate: Basic realm=x\r\n") << false << u"HTTP 401"_s;
        QTest::newRow("flood") << HttpStub::answerOf("200 OK", {}, QByteArray(200'000, 'x')) << false
                               << u"the answer is larger than 65536 bytes"_s;
        QTest::newRow("torn") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf") << false
                              << u"the answer is incomplete"_s;
        QTest::newRow("no HTTP") << QByteArray("hello\r\n\r\n") << false << QString();
    }

    void answers()
    {
        QFETCH(QByteArray, answer);
        QFETCH(QString, detail);
        testlib::HttpStub server;
        server.answer = answer;
        notify::WebhookChannel channel({});
        testlib::Ends ends(channel);
        use(channel, Kind::Json, server.url(u"/hook"_s).toString());
        channel.deliver(1, testlib::marginCall(alarm::Channel::Webhook));
        QTRY_COMPARE(ends.all.size(), 1U);
        QTEST(ends.all[0].delivered, "delivered");
        if (!detail.isEmpty()) {
            QCOMPARE(ends.all[0].detail, detail);
        }
        QVERIFY(
            server.requests[0].startsWith("POST /hook HTTP/1.1\r\n")); // Qt repeats what ended without a status line
    }

    void redirectIsNotFollowed()
    {
        testlib::HttpStub other;
        testlib::HttpStub server;
        server.answer = testlib::HttpStub::answerOf("307 Elsewhere",
                                                    "Location: " + other.url(u"/x"_s).toEncoded() + "\r\n");
        notify::WebhookChannel channel({});
        testlib::Ends ends(channel);
        use(channel, Kind::Ntfy, server.url(u"/topic"_s).toString());
        channel.deliver(1, testlib::marginCall(alarm::Channel::Webhook));
        QTRY_COMPARE(ends.all.size(), 1U);
        QVERIFY(!ends.all[0].delivered);
        QCOMPARE(ends.all[0].detail, u"redirect (HTTP 307) was not followed"_s);
        QVERIFY(other.requests.isEmpty());
    }

    void ntfyOnTheWire()
    {
        testlib::HttpStub server;
        notify::WebhookChannel channel({});
        testlib::Ends ends(channel);
        use(channel, Kind::Ntfy, server.url(u"/topic"_s).toString());
        monitor::Delivery delivery = testlib::marginCall(alarm::Channel::Webhook);
        delivery.text.title = u"Prüfton"_s;
        channel.deliver(1, delivery);
        QTRY_COMPARE(ends.all.size(), 1U);
        QVERIFY(ends.all[0].delivered);
        QVERIFY(server.requests[0].contains("\r\nTitle: =?UTF-8?B?UHLDvGZ0b24=?=\r\n"));
        QVERIFY(server.requests[0].contains("\r\nPriority: 4\r\n"));
        QVERIFY(server.requests[0].endsWith("\r\n\r\nAdd 52.10 USDT to reach 1.10.\n+ 1 more"));
    }

    void aHangingServerIsLetGo()
    {
        testlib::HttpStub server;
        server.answer.clear();
        testlib::FakeClock clock;
        notify::DeliveryQueue bench(clock);
        auto *channel = new notify::WebhookChannel({}, &bench);
        bench.addChannel(alarm::Channel::Webhook, channel, 300ms);
        use(*channel, Kind::Json, server.url().toString());
        QSignalSpy reports(&bench, &notify::DeliveryQueue::reported);
        bench.accept(testlib::marginCall(alarm::Channel::Webhook), clock.bootTime());
        QTRY_COMPARE(server.requests.size(), 1);
        QTRY_COMPARE(reports.count(), 1);
        QVERIFY(!reports.first().first().value<monitor::DeliveryReport>().delivered);
        QTRY_VERIFY(server.findChildren<QTcpSocket *>().constFirst()->state() == QAbstractSocket::UnconnectedState);
    }

    void refusesPlainHttpAndNothing()
    {
        notify::WebhookChannel channel({});
        testlib::Ends ends(channel);
        channel.deliver(1, testlib::marginCall(alarm::Channel::Webhook));
        use(channel, Kind::Json, u"http://example.org/hook"_s);
        channel.deliver(2, testlib::marginCall(alarm::Channel::Webhook));
        QCOMPARE(ends.all.size(), 2U);
        QCOMPARE(ends.all[0].detail, u"no address is set"_s);
        QCOMPARE(ends.all[1].detail, u"the address is not an https address"_s);
    }

    void telegramWaitsForItsToken()
    {
        testlib::HttpStub server;
        notify::WebhookChannel channel(server.url());
        testlib::Ends ends(channel);
        QSignalSpy wanted(&channel, &notify::WebhookChannel::tokenWanted);
        use(channel, Kind::Telegram, u"4711"_s);
        QCOMPARE(wanted.count(), 1); // before any alarm
        channel.deliver(1, testlib::marginCall(alarm::Channel::Webhook));
        QCOMPARE(wanted.count(), 2);
        QVERIFY(ends.all.empty());
        channel.setToken(m_token, {});
        QTRY_COMPARE(ends.all.size(), 1U);
        QVERIFY(ends.all[0].delivered);
        QVERIFY(server.requests[0].startsWith("POST /bot123456:SecretOfTheBot/sendMessage HTTP/1.1\r\n"));
        channel.setToken({}, u"locked"_s); // what is known stays known
        channel.deliver(2, testlib::marginCall(alarm::Channel::Webhook));
        QTRY_COMPARE(ends.all.size(), 2U);
        QVERIFY(ends.all[1].delivered);
    }

    void telegramWithoutToken()
    {
        notify::WebhookChannel channel(QUrl(u"https://127.0.0.1:1"_s));
        testlib::Ends ends(channel);
        use(channel, Kind::Telegram, u"4711"_s);
        channel.deliver(1, testlib::marginCall(alarm::Channel::Webhook));
        channel.setToken({}, {});
        channel.deliver(2, testlib::marginCall(alarm::Channel::Webhook));
        channel.setToken({}, u"access was denied"_s);
        channel.deliver(3, testlib::marginCall(alarm::Channel::Webhook));
        channel.setToken(u"not a token"_s, {});
        QCOMPARE(ends.all.size(), 3U);
        QCOMPARE(ends.all[0].detail, u"no Telegram token is in the keyring"_s);
        QCOMPARE(ends.all[1].detail, u"keyring: access was denied"_s);
        QCOMPARE(ends.all[2].detail, u"what is in the keyring is not a Telegram token"_s);
    }

    void theTokenIsInNoReport_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("refused by the server") << testlib::HttpStub::answerOf("401 Unauthorized");
        QTest::newRow("redirect") << testlib::HttpStub::answerOf(
            "302 Found", "Location: http://127.0.0.1/bot123456:SecretOfTheBot\r\n");
        QTest::newRow("closed") << QByteArray("\r\n");
        QTest::newRow("nobody there") << QByteArray();
    }

    void theTokenIsInNoReport()
    {
        QFETCH(QByteArray, answer);
        testlib::HttpStub server;
        server.answer = answer;
        notify::WebhookChannel channel(server.url());
        if (answer.isEmpty()) {
            server.close();
        }
        testlib::Ends ends(channel);
        use(channel, Kind::Telegram, u"4711"_s);
        channel.setToken(m_token, {});
        channel.deliver(1, testlib::marginCall(alarm::Channel::Webhook));
        QTRY_COMPARE(ends.all.size(), 1U);
        QVERIFY(!ends.all[0].delivered);
        QVERIFY(!ends.all[0].detail.isEmpty());
        QVERIFY2(!ends.all[0].detail.contains(u"Secret"_s), qPrintable(ends.all[0].detail));
    }
};

PLIMSOLL_TEST(TestWebhookChannel)
#include "tst_webhookchannel.moc"
