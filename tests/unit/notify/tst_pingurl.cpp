// SPDX-License-Identifier: GPL-3.0-or-later
#include "notify/heartbeats.h"
#include "notify/pingurl.h"
#include "testlib/fakeclock.h"
#include "testlib/testprogram.h"
#include "unit/notify/httpstub.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QtTest>

using namespace Qt::StringLiterals;
using namespace plimsoll;
using namespace std::chrono_literals;

namespace {

bool alive()
{
    return true;
}

} // namespace

class TestPingUrl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksAtOnceAndAgain()
    {
        testlib::HttpStub server;
        notify::PingUrl ping(50ms, alive);
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
        notify::PingUrl ping(1h, alive);
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
        notify::PingUrl ping(1h, alive);
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

    // Decided in the moment of the ping, by the age of the signs; back as soon as they are.
    void withoutAHeartbeatNobodyIsAsked_data()
    {
        QTest::addColumn<bool>("engine");
        QTest::addColumn<bool>("screen");
        QTest::addColumn<qint64>("priceAge");
        QTest::addColumn<bool>("asks");
        QTest::newRow("all is well") << true << true << qint64(1'000) << true;
        QTest::newRow("the engine hangs") << false << true << qint64(1'000) << false;
        QTest::newRow("the window hangs") << true << false << qint64(1'000) << false;
        QTest::newRow("prices of ten minutes ago") << true << true << qint64(notify::Heartbeats::kPricesMs) << true;
        QTest::newRow("older prices") << true << true << qint64(notify::Heartbeats::kPricesMs + 1) << false;
        QTest::newRow("never a price") << true << true << qint64(-1) << false;
    }

    void withoutAHeartbeatNobodyIsAsked()
    {
        QFETCH(bool, engine);
        QFETCH(bool, screen);
        QFETCH(qint64, priceAge);
        QFETCH(bool, asks);
        testlib::FakeClock clock;
        clock.advance(notify::Heartbeats::kPricesMs * 2);
        notify::Heartbeats signs(clock, true);
        const auto prices = [&] { return priceAge < 0 ? BootTime() : clock.bootTime() - priceAge; };
        signs.engineBeats(prices());
        signs.screenBeats();
        clock.advance(notify::Heartbeats::kBeatMs + 1);
        if (engine) {
            signs.engineBeats(prices());
        }
        if (screen) {
            signs.screenBeats();
        }
        testlib::HttpStub server;
        int looks = 0;
        notify::PingUrl ping(20ms, [&] {
            ++looks;
            return signs.alive();
        });
        QSignalSpy pinged(&ping, &notify::PingUrl::pinged);
        ping.setUrl(server.url());
        ping.setRunning(true);
        if (asks) {
            QTRY_VERIFY(pinged.count() >= 2);
            return;
        }
        QTRY_VERIFY(looks >= 5);
        QCOMPARE(server.requests.size(), 0);
        signs.engineBeats(clock.bootTime());
        signs.screenBeats();
        QTRY_VERIFY(pinged.count() >= 1);
    }

    // A terminal has no screen that could hang.
    void whereThereIsNoScreenNoneIsWaitedFor()
    {
        testlib::FakeClock clock;
        clock.advance(1'000);
        notify::Heartbeats signs(clock, false);
        QVERIFY(!signs.alive());
        signs.engineBeats(clock.bootTime());
        QVERIFY(signs.alive());
    }

    void saysWhatFailed()
    {
        testlib::HttpStub server;
        server.answer = testlib::HttpStub::answerOf("503 Down");
        notify::PingUrl ping(1h, alive);
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

PLIMSOLL_TEST(TestPingUrl)
#include "tst_pingurl.moc"
