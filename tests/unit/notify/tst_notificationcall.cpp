// SPDX-License-Identifier: GPL-3.0-or-later
#include "notify/notificationcall.h"
#include "testlib/testprogram.h"
#include "unit/notify/deliveries.h"

#include <QtTest/QtTest>

using namespace Qt::StringLiterals;
using namespace plimsoll;
using notify::Capabilities;
using notify::NotificationCall;

namespace {

constexpr Capabilities kAll {true, true, true};

int urgencyOf(const NotificationCall &call)
{
    return call.hints.value(u"urgency"_s).value<uchar>();
}

QStringList keysOf(const NotificationCall &call)
{
    QStringList keys;
    for (qsizetype i = 0; i < call.actions.size(); i += 2) {
        keys.append(call.actions.at(i));
    }
    return keys;
}

} // namespace

class TestNotificationCall : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Urgencies 0, 1, 2 and expiry 0 = never, -1 = by the service: Desktop Notifications Specification 1.2.
    void urgency_data()
    {
        QTest::addColumn<alarm::Priority>("priority");
        QTest::addColumn<bool>("allOver");
        QTest::addColumn<int>("urgency");
        QTest::addColumn<int>("expiry");
        QTest::addColumn<QStringList>("actions");
        const QStringList all {u"default"_s, u"snooze"_s, u"acknowledge"_s};
        QTest::newRow("highest") << alarm::Priority::Highest << false << 2 << 0 << all;
        QTest::newRow("high") << alarm::Priority::High << false << 2 << 0 << all;
        QTest::newRow("medium") << alarm::Priority::Medium << false << 1 << -1 << QStringList {u"default"_s};
        QTest::newRow("low") << alarm::Priority::Low << false << 0 << -1 << QStringList {u"default"_s};
        QTest::newRow("all over may go away") << alarm::Priority::High << true << 0 << -1 << QStringList {u"default"_s};
    }

    void urgency()
    {
        QFETCH(alarm::Priority, priority);
        QFETCH(bool, allOver);
        monitor::Delivery delivery = testlib::marginCall(alarm::Channel::Desktop);
        delivery.priority = priority;
        delivery.allOver = allOver;
        const NotificationCall call(delivery, kAll);
        QTEST(urgencyOf(call), "urgency");
        QTEST(call.expireMs, "expiry");
        QTEST(keysOf(call), "actions");
        QCOMPARE(call.hints.value(u"urgency"_s).metaType(),
                 QMetaType::fromType<uchar>()); // a byte, or services ignore it
    }

    void cannotBeSnoozed()
    {
        monitor::Delivery delivery = testlib::marginCall(alarm::Channel::Desktop);
        delivery.canSnooze = false;
        QCOMPARE(keysOf(NotificationCall(delivery, kAll)), (QStringList {u"default"_s, u"acknowledge"_s}));
    }

    void escapesOnlyWhereMarkupIsRead()
    {
        monitor::Delivery delivery = testlib::marginCall(alarm::Channel::Desktop);
        delivery.text.title = u"<b>& title"_s;
        delivery.text.body = u"1 < 2 & <img src=\"x\">\n&amp;"_s;
        const NotificationCall marked(delivery, kAll);
        QCOMPARE(marked.body, u"1 &lt; 2 &amp; &lt;img src=\"x\"&gt;\n&amp;amp;"_s);
        QCOMPARE(marked.summary, delivery.text.title);
        const NotificationCall plain(delivery, {true, false, true});
        QCOMPARE(plain.body, delivery.text.body);
    }

    void noActionsWhereThereAreNone()
    {
        QVERIFY(NotificationCall(testlib::marginCall(alarm::Channel::Desktop), {true, true, false}).actions.isEmpty());
    }

    void aServiceWithoutBodyGetsOneLine()
    {
        const monitor::Delivery delivery = testlib::marginCall(alarm::Channel::Desktop);
        const NotificationCall call(delivery, {false, false, false});
        QCOMPARE(call.summary, delivery.text.line);
        QCOMPARE(call.body, QString());
    }

    void quietMakesNoSound()
    {
        monitor::Delivery delivery = testlib::marginCall(alarm::Channel::Desktop);
        QVERIFY(!NotificationCall(delivery, kAll).hints.contains(u"suppress-sound"_s));
        delivery.quiet = true;
        const NotificationCall call(delivery, kAll);
        QCOMPARE(call.hints.value(u"suppress-sound"_s), QVariant(true));
        QCOMPARE(urgencyOf(call), 2);
    }

    void testsHaveNoActions()
    {
        monitor::Delivery delivery = testlib::marginCall(alarm::Channel::Desktop);
        delivery.isTest = true;
        const NotificationCall call(delivery, kAll);
        QVERIFY(call.actions.isEmpty());
        QCOMPARE(call.hints.value(u"transient"_s), QVariant(true));
    }

    void argumentsInOrder()
    {
        const QVariantList arguments =
            NotificationCall(testlib::marginCall(alarm::Channel::Desktop), kAll).arguments(42);
        QCOMPARE(arguments.size(), 8);
        QCOMPARE(arguments.at(0), QVariant(u"Plimsoll"_s));
        QCOMPARE(arguments.at(1), QVariant(42U));
        QCOMPARE(arguments.at(3), QVariant(u"Margin call: isolated BCH/USDT at 1.06"_s));
        QCOMPARE(arguments.at(7).metaType(), QMetaType::fromType<int>());
    }

    void capabilitiesByTheirWords()
    {
        QCOMPARE(Capabilities::fromList({u"body"_s, u"actions"_s, u"x-other"_s}), (Capabilities {true, false, true}));
        QCOMPARE(Capabilities::fromList({u"body-markup"_s}), (Capabilities {false, true, false}));
    }

    void keys()
    {
        QVERIFY(notify::actionFromKey(u"default"_s) == monitor::NoticeAction::Open);
        QVERIFY(notify::actionFromKey(u"snooze"_s) == monitor::NoticeAction::Snooze);
        QVERIFY(notify::actionFromKey(u"acknowledge"_s) == monitor::NoticeAction::Acknowledge);
        QVERIFY(!notify::actionFromKey(u"Snooze"_s));
        QVERIFY(!notify::actionFromKey({}));
    }
};

PLIMSOLL_TEST(TestNotificationCall)
#include "tst_notificationcall.moc"
