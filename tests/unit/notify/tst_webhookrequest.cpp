// SPDX-License-Identifier: GPL-3.0-or-later
#include "notify/webhookrequest.h"
#include "testlib/testprogram.h"
#include "unit/notify/deliveries.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtTest/QtTest>

using namespace Qt::StringLiterals;
using namespace plimsoll;

namespace {

QByteArray header(const notify::HttpRequest &request, const QByteArray &name)
{
    for (const auto &[key, value] : request.headers) {
        if (key == name) {
            return value;
        }
    }
    return {};
}

} // namespace

class TestWebhookRequest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void json()
    {
        const notify::HttpRequest request = notify::jsonRequest(QUrl(u"https://example.org/hook"_s),
                                                                testlib::marginCall(alarm::Channel::Webhook));
        QCOMPARE(request.contentType, QByteArray("application/json"));
        QCOMPARE(
            request.body,
            QByteArray(
                R"({"account":"b-bchusdt","accountName":"isolated BCH/USDT","notice":7,"priority":"high","text":"Add 52.10 USDT to reach 1.10.\n+ 1 more",)"
                R"("title":"Margin call: isolated BCH/USDT at 1.06"})"));
    }

    // Priorities 1 to 5 and the names of tags: https://docs.ntfy.sh/publish/
    void ntfy_data()
    {
        QTest::addColumn<alarm::Priority>("priority");
        QTest::addColumn<QByteArray>("number");
        QTest::addColumn<QByteArray>("tags");
        QTest::newRow("highest") << alarm::Priority::Highest << QByteArray("5") << QByteArray("rotating_light");
        QTest::newRow("high") << alarm::Priority::High << QByteArray("4") << QByteArray("rotating_light");
        QTest::newRow("medium") << alarm::Priority::Medium << QByteArray("3") << QByteArray("warning");
        QTest::newRow("low") << alarm::Priority::Low << QByteArray("2") << QByteArray("information_source");
    }

    void ntfy()
    {
        QFETCH(alarm::Priority, priority);
        monitor::Delivery delivery = testlib::marginCall(alarm::Channel::Webhook);
        delivery.priority = priority;
        const notify::HttpRequest request = notify::ntfyRequest(QUrl(u"https://ntfy.sh/topic"_s), delivery);
        QCOMPARE(request.body, QByteArray("Add 52.10 USDT to reach 1.10.\n+ 1 more"));
        QCOMPARE(header(request, "Title"), QByteArray("Margin call: isolated BCH/USDT at 1.06"));
        QTEST(header(request, "Priority"), "number");
        QTEST(header(request, "Tags"), "tags");
        QCOMPARE(request.url.path(), u"/topic"_s);
    }

    void withoutBodyTheLineIsSent()
    {
        monitor::Delivery delivery = testlib::marginCall(alarm::Channel::Webhook);
        delivery.text.body.clear(); // ntfy would write "triggered"
        QCOMPARE(notify::ntfyRequest({}, delivery).body, delivery.text.line.toUtf8());
    }

    void longTextsAreCut()
    {
        monitor::Delivery delivery = testlib::marginCall(alarm::Channel::Webhook);
        delivery.text.body = QString(5000, u'ü');
        QVERIFY(notify::ntfyRequest({}, delivery).body.size() < 4096); // more becomes a file there
    }

    // Encoded words: RFC 2047, section 2; "Pr\u00fcfton" in base64 by hand.
    void headers_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("ascii") << u"level 1.06"_s << QByteArray("level 1.06");
        QTest::newRow("other letters") << u"Prüfton"_s << QByteArray("=?UTF-8?B?UHLDvGZ0b24=?=");
        QTest::newRow("looks encoded") << u"=?x"_s << QByteArray("=?UTF-8?B?PT94?=");
        QTest::newRow("a second header") << u"a\r\nX-Other: 1"_s << QByteArray("a X-Other: 1");
    }

    void headers()
    {
        QFETCH(QString, text);
        QTEST(notify::headerText(text), "expected");
    }

    void longHeadersAreSeveralWords()
    {
        const QString text(60, QChar(0x20AC)); // three bytes each
        QByteArray decoded;
        const QByteArrayList words = notify::headerText(text).split(' ');
        QVERIFY(words.size() > 1);
        for (const QByteArray &word : words) {
            QVERIFY(word.size() <= 75);
            const QByteArray part = QByteArray::fromBase64(word.mid(10, word.size() - 12));
            QCOMPARE(part.size() % 3, 0); // no character is torn
            decoded += part;
        }
        QCOMPARE(QString::fromUtf8(decoded), text);
    }

    void telegram()
    {
        const auto request = notify::telegramRequest(QUrl(u"https://api.telegram.org"_s), u"123456:AbC_d-9"_s,
                                                     u"-100200"_s, testlib::marginCall(alarm::Channel::Webhook));
        QVERIFY(request.has_value());
        QCOMPARE(request->url.toString(), u"https://api.telegram.org/bot123456:AbC_d-9/sendMessage"_s);
        const QJsonObject object = QJsonDocument::fromJson(request->body).object();
        QCOMPARE(object.value(u"chat_id"_s).toString(), u"-100200"_s);
        QCOMPARE(object.value(u"text"_s).toString(),
                 u"Margin call: isolated BCH/USDT at 1.06\nAdd 52.10 USDT to reach 1.10.\n+ 1 more"_s);
        QVERIFY(!object.contains(u"parse_mode"_s)); // plain text
    }

    void telegramTokens_data()
    {
        QTest::addColumn<QString>("token");
        QTest::newRow("empty") << QString();
        QTest::newRow("another path") << u"1:a/../../x"_s;
        QTest::newRow("another line") << u"1:a\n"_s;
        QTest::newRow("no number") << u"abc"_s;
    }

    void telegramTokens()
    {
        QFETCH(QString, token);
        QVERIFY(!notify::telegramRequest(QUrl(u"https://api.telegram.org"_s), token, u"1"_s, {}));
    }

    void targets_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("allowed");
        QTest::newRow("https") << u"https://ntfy.sh/t"_s << true;
        QTest::newRow("http") << u"http://ntfy.sh/t"_s << false;
        QTest::newRow("http, this computer") << u"http://127.0.0.1:8080/t"_s << true;
        QTest::newRow("http, this computer, IPv6") << u"http://[::1]/t"_s << true;
        QTest::newRow("http, looks like this computer") << u"http://127.0.0.1.example.org/"_s << false;
        QTest::newRow("http, name in the user part") << u"http://localhost@example.org/"_s << false;
        QTest::newRow("http, this computer by name") << u"http://localhost/t"_s << true;
        QTest::newRow("http, this computer in another way") << u"http://127.1.2.3/t"_s << true;
        QTest::newRow("a password") << u"https://a:b@example.org/"_s << false;
        QTest::newRow("file") << u"file:///etc/passwd"_s << false;
        QTest::newRow("no host") << u"https:///x"_s << false;
        QTest::newRow("no scheme") << u"ntfy.sh/t"_s << false;
    }

    void targets()
    {
        QFETCH(QString, url);
        QTEST(notify::mayBeCalled(QUrl(url, QUrl::StrictMode)), "allowed");
    }
};

PLIMSOLL_TEST(TestWebhookRequest)
#include "tst_webhookrequest.moc"
