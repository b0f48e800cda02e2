// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/priceurl.h"
#include "testlib/testprogram.h"

#include <QtTest/QTest>

using namespace plimsoll;
using namespace Qt::StringLiterals;

class TestPriceUrl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void accepts_data();
    void accepts();
    void refuses_data();
    void refuses();
    void defaultsAreAcceptable();
};

void TestPriceUrl::accepts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("base");
    QTest::newRow("https") << u"https://data-api.binance.vision"_s << u"https://data-api.binance.vision"_s;
    QTest::newRow("slash") << u"https://api.binance.com/"_s << u"https://api.binance.com"_s;
    QTest::newRow("path") << u"https://host.example/proxy/"_s << u"https://host.example/proxy"_s;
    QTest::newRow("upper case") << u"HTTPS://API.Binance.COM"_s << u"https://api.binance.com"_s;
    QTest::newRow("https port") << u"https://host.example:8443"_s << u"https://host.example:8443"_s;
    QTest::newRow("loopback") << u"http://127.0.0.1:8181"_s << u"http://127.0.0.1:8181"_s;
    QTest::newRow("loopback net") << u"http://127.9.8.7"_s << u"http://127.9.8.7"_s;
    QTest::newRow("loopback v6") << u"http://[::1]:8181/"_s << u"http://[::1]:8181"_s;
    QTest::newRow("localhost") << u"http://localhost:1"_s << u"http://localhost:1"_s;
}

void TestPriceUrl::accepts()
{
    QFETCH(const QString, text);
    QFETCH(const QString, base);
    const auto url = feed::parsePriceUrl(text);
    QVERIFY2(url, url ? "" : url.error().message().c_str());
    QCOMPARE(url->toString(), base);
}

void TestPriceUrl::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("why");
    QTest::newRow("empty") << QString() << u"not a URL"_s;
    QTest::newRow("host only") << u"api.binance.com"_s << u"not a URL"_s;
    QTest::newRow("blank") << u"https://a b"_s << u"not a URL"_s;
    QTest::newRow("no host") << u"https:///api"_s << u"not a URL"_s;
    QTest::newRow("file") << u"file:///etc/passwd"_s << u"not a URL"_s;
    QTest::newRow("ftp") << u"ftp://host.example"_s << u"https://"_s;
    QTest::newRow("data") << u"data:text/plain,x"_s << u"not a URL"_s;
    QTest::newRow("http") << u"http://api.binance.com"_s << u"this computer only"_s;
    QTest::newRow("http private net") << u"http://192.168.0.2"_s << u"this computer only"_s;
    QTest::newRow("http name that begins like one") << u"http://127.0.0.1.evil.example"_s << u"this computer only"_s;
    QTest::newRow("http localhost.evil") << u"http://localhost.evil.example"_s << u"this computer only"_s;
    QTest::newRow("http any") << u"http://0.0.0.0:80"_s << u"this computer only"_s;
    QTest::newRow("user") << u"https://me:secret@host.example"_s << u"user name"_s;
    QTest::newRow("loopback as user") << u"http://127.0.0.1@evil.example"_s << u"user name"_s;
    QTest::newRow("query") << u"https://host.example/?a=b"_s << u"'?'"_s;
    QTest::newRow("fragment") << u"https://host.example/#x"_s << u"'?'"_s;
    QTest::newRow("port 0") << u"https://host.example:0"_s << u"port 0"_s;
    QTest::newRow("port too large") << u"https://host.example:70000"_s << u"not a URL"_s;
}

void TestPriceUrl::refuses()
{
    QFETCH(const QString, text);
    QFETCH(const QString, why);
    const auto url = feed::parsePriceUrl(text);
    QVERIFY(!url);
    QCOMPARE(url.error().code, ErrorCode::Malformed);
    const QString message = QString::fromStdString(url.error().message());
    QVERIFY2(message.contains(why), qPrintable(message));
    QVERIFY(!message.contains(u"secret"_s));
}

void TestPriceUrl::defaultsAreAcceptable()
{
    for (const QUrl &url : {feed::defaultPriceUrl(), feed::fallbackPriceUrl()}) {
        const auto parsed = feed::parsePriceUrl(url.toString());
        QVERIFY(parsed);
        QCOMPARE(*parsed, url);
    }
}

PLIMSOLL_TEST(TestPriceUrl)
#include "tst_priceurl.moc"
