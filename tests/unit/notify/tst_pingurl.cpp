// SPDX-License-Identifier: GPL-3.0-or-later
#include "notify/pingurl.h"
#include "unit/notify/httpstub.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QtTest>

using namespace Qt::StringLiterals;
using namespace plimsoll;
using namespace std::chrono_literals;

class TestPingUrl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksAtOnceAndAgain()
    {
        testlib::HttpStub server;
        notify::PingUrl ping(50ms);
        QSignalSpy pinged(&ping, &notify::PingUrl::pinged);
        ping.setUrl(server.url(u"/alive"_s));
        QCOMPARE(server.requests.size(), 0);
        ping.setRunning(true);
        QTRY_VERIFY(pinged.count() >= 3);
        QVERIFY(server.requests[0].startsWith("GET /alive HTTP/1.1\r\n"));
        QCOMPARE(pinged.first().at(0), QVariant(true));
        QCOMPARE(pinged.first().at(1), QVariant(u"HTTP 200"_s));
    }

    void anIntervalIsKept()
    {
        testlib::HttpStub server;
        notify::PingUrl ping(1h);
        QSignalSpy pinged(&ping, &notify::PingUrl::pinged);
        ping.setUrl(server.url());
        ping.setRunning(true);
        ping.setRunning(true);
        QTRY_COMPARE(pinged.count(), 1);
        QCOMPARE(server.requests.size(), 1);
        ping.pingNow();
        QTRY_COMPARE(pinged.count(), 2);
    }

    void stopped()
    {
        testlib::HttpStub server;
        notify::PingUrl ping(1h);
        QSignalSpy pinged(&ping, &notify::PingUrl::pinged);
        ping.setRunning(true); // without an address
        ping.setUrl(server.url());
        QTRY_COMPARE(pinged.count(), 1);
        ping.setRunning(false);
        ping.pingNow();
        ping.setUrl(server.url(u"/other"_s));
        ping.setRunning(true);
        QTRY_COMPARE(pinged.count(), 2);
        QCOMPARE(server.requests.size(), 2);
    }

    void saysWhatFailed()
    {
        testlib::HttpStub server;
        server.answer = testlib::HttpStub::answerOf("503 Down");
        notify::PingUrl ping(1h);
        QSignalSpy pinged(&ping, &notify::PingUrl::pinged);
        ping.setRunning(true);
        ping.setUrl(server.url());
        QTRY_COMPARE(pinged.count(), 1);
        QCOMPARE(pinged.last().at(0), QVariant(false));
        QCOMPARE(pinged.last().at(1), QVariant(u"HTTP 503"_s));
        ping.setUrl(QUrl(u"http://example.org/"_s));
        QCOMPARE(pinged.count(), 2);
        QCOMPARE(pinged.last().at(1), QVariant(u"the address is not an https address"_s));
    }
};

QTEST_GUILESS_MAIN(TestPingUrl)
#include "tst_pingurl.moc"
