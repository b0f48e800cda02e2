// SPDX-License-Identifier: GPL-3.0-or-later
#include "notify/deliveryqueue.h"
#include "testlib/fakeclock.h"
#include "testlib/testprogram.h"
#include "unit/notify/deliveries.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QtTest>

using namespace Qt::StringLiterals;
using namespace plimsoll;
using namespace std::chrono_literals;
using monitor::DeliveryReport;
using notify::Ticket;

namespace {

class HandChannel : public notify::Channel
{
public:
    void deliver(Ticket ticket, const monitor::Delivery &delivery) override
    {
        tickets.push_back(ticket);
        notices.push_back(delivery.notice);
        if (atOnce) {
            Q_EMIT ended(ticket, true, u"at once"_s);
        }
    }

    void abandon(Ticket ticket) override { abandoned.push_back(ticket); }

    bool atOnce = false;
    std::vector<Ticket> tickets;
    std::vector<alarm::NoticeId> notices;
    std::vector<Ticket> abandoned;
};

} // namespace

class TestDeliveryQueue : public QObject
{
    Q_OBJECT

private:
    testlib::FakeClock m_clock;

private Q_SLOTS:
    void reportsOnceWithItsTime()
    {
        notify::DeliveryQueue bench(m_clock);
        HandChannel channel;
        bench.addChannel(alarm::Channel::Desktop, &channel, 10s);
        QSignalSpy reports(&bench, &notify::DeliveryQueue::reported);
        monitor::Delivery delivery = testlib::marginCall(alarm::Channel::Desktop, 12);
        delivery.isTest = true;
        bench.accept(delivery, m_clock.bootTime() - 3);
        QVERIFY(channel.notices == std::vector {testlib::notice(12)});
        m_clock.advance(40);
        Q_EMIT channel.ended(channel.tickets.front(), true, u"seen"_s);
        Q_EMIT channel.ended(channel.tickets.front(), false, u"again"_s);
        QCOMPARE(reports.count(), 1);
        const auto report = reports.first().first().value<DeliveryReport>();
        QVERIFY(report.notice == testlib::notice(12));
        QVERIFY(report.delivered && report.isTest);
        QCOMPARE(report.detail, u"seen"_s);
        QCOMPARE(report.tookMs, 43);
    }

    void reportsWhatEndsInside()
    {
        notify::DeliveryQueue bench(m_clock);
        HandChannel channel;
        channel.atOnce = true;
        bench.addChannel(alarm::Channel::Sound, &channel, 10s);
        QSignalSpy reports(&bench, &notify::DeliveryQueue::reported);
        bench.accept(testlib::marginCall(alarm::Channel::Sound), m_clock.bootTime());
        QCOMPARE(reports.count(), 1);
    }

    void reportsFailureWhenTheTimeIsOver()
    {
        notify::DeliveryQueue bench(m_clock);
        HandChannel channel;
        bench.addChannel(alarm::Channel::Desktop, &channel, 20ms);
        QSignalSpy reports(&bench, &notify::DeliveryQueue::reported);
        bench.accept(testlib::marginCall(alarm::Channel::Desktop), m_clock.bootTime());
        QTRY_COMPARE(reports.count(), 1);
        QVERIFY(!reports.first().first().value<DeliveryReport>().delivered);
        QCOMPARE(reports.first().first().value<DeliveryReport>().detail, u"no answer within 1 s"_s);
        QCOMPARE(channel.abandoned, channel.tickets);
        Q_EMIT channel.ended(channel.tickets.front(), true, u"late"_s);
        QCOMPARE(reports.count(), 1);
    }

    // The program was stopped, and with it the thread that would have heard the answer.
    void aTimerThatIsFarTooLateBlamesNobody()
    {
        notify::DeliveryQueue bench(m_clock);
        HandChannel channel;
        bench.addChannel(alarm::Channel::Desktop, &channel, 200ms);
        QSignalSpy reports(&bench, &notify::DeliveryQueue::reported);
        bench.accept(testlib::marginCall(alarm::Channel::Desktop, 1), m_clock.bootTime());
        m_clock.advance(12'000);
        bench.accept(testlib::marginCall(alarm::Channel::Desktop, 2), m_clock.bootTime());
        QVERIFY(reports.wait()); // by then the timer of the first has fired
        QCOMPARE(reports.count(), 1);
        QVERIFY(reports.first().first().value<DeliveryReport>().notice == testlib::notice(2));
        Q_EMIT channel.ended(channel.tickets.front(), true, u"heard after all"_s);
        QCOMPARE(reports.count(), 2);
        QVERIFY(reports.last().first().value<DeliveryReport>().delivered);
        bench.accept(testlib::marginCall(alarm::Channel::Desktop, 3), m_clock.bootTime() - 12'000);
        QTRY_COMPARE(reports.count(), 3); // more time, not all the time
        QVERIFY(!reports.last().first().value<DeliveryReport>().delivered);
    }

    void reportsChannelsThatAreNotHere()
    {
        notify::DeliveryQueue bench(m_clock);
        QSignalSpy reports(&bench, &notify::DeliveryQueue::reported);
        bench.accept(testlib::marginCall(alarm::Channel::MiniWindow), m_clock.bootTime());
        QCOMPARE(reports.count(), 1);
        const auto report = reports.first().first().value<DeliveryReport>();
        QVERIFY(!report.delivered);
        QCOMPARE(report.channel, alarm::Channel::MiniWindow);
        QCOMPARE(report.detail, u"no such channel here"_s);
    }
};

PLIMSOLL_TEST(TestDeliveryQueue)
#include "tst_deliveryqueue.moc"
