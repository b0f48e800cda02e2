// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/alarmcommands.h"
#include "ports/notifier.h"
#include "testlib/fakestores.h"
#include "viewmodels/common/displayformat.h"

#include <QtTest/QTest>

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace plimsoll::desktopkit {

/// Remembers what the screen asks of the alarms.
class FakeAlarms final : public monitor::AlarmCommands
{
public:
    std::vector<std::string> acknowledged; ///< accounts
    std::vector<std::pair<std::string, std::chrono::milliseconds>> snoozed;
    std::vector<monitor::DeliveryReport> reports;
    int seen = 0;

    void acknowledgeAlarms(std::string account, std::optional<alarm::Condition>) override
    {
        acknowledged.push_back(std::move(account));
    }
    void undoAcknowledge() override {}
    void snoozeAlarms(std::string account, std::chrono::milliseconds span) override
    {
        snoozed.emplace_back(std::move(account), span);
    }
    void alarmHandled(std::string) override {}
    void gapSeen(std::shared_ptr<const monitor::GapReport>) override { ++seen; }
    Future<Result<Done>> saveRule(alarm::Rule) override { return {}; }
    Future<Result<Done>> removeRule(std::string) override { return {}; }
    void testChannel(alarm::Channel) override {}
    void startDrill() override {}
    void endDrill() override {}
    void beatScreen() override {}
    void screenReported(monitor::DeliveryReport report) override { reports.push_back(std::move(report)); }
};

/// Remembers what was to be sent.
class FakeNotifier final : public monitor::Notifier
{
public:
    std::vector<monitor::Delivery> sent;

    void send(const monitor::Delivery &delivery) override { sent.push_back(delivery); }
};

inline alarm::ActiveAlarm active(const std::string &account, alarm::Condition condition,
                                 alarm::State state = alarm::State::ActiveUnacknowledged, std::uint32_t occurrence = 1)
{
    alarm::ActiveAlarm made;
    made.key.account = account;
    made.key.condition = condition;
    made.alarm.state = state;
    made.alarm.occurrence = occurrence;
    made.alarm.priority = condition == alarm::Condition::Custom ? alarm::Priority::High
                                                                : alarm::behaviourOf(condition).priority;
    return made;
}

inline monitor::Delivery delivery(alarm::Channel channel, alarm::Condition condition, const QString &account)
{
    monitor::Delivery made;
    made.notice = {alarm::NoticeId::Maker::Alarms, 7};
    made.channel = channel;
    made.priority = alarm::Priority::High;
    made.canSnooze = true;
    made.worstCondition = static_cast<int>(condition);
    made.account = account;
    made.text.title = QStringLiteral("title of the notice");
    made.text.body = QStringLiteral("first line\nsecond line");
    return made;
}

/// The reference accounts behind a fake monitor, and an alarm board that tests write. With ETH 230 and BCH 170 the
/// cross account is at 1.25 (2000/1600), BCH at 850/800 = 1.0625 between its bars 1.05 and 1.10, ETH at 1150/800
/// = 1.4375.
struct World {
    testlib::FakeMonitor monitor;
    FakeAlarms alarms;
    viewmodels::DisplayFormat format {QLocale::c()};

    explicit World(const char *eth = "230", const char *bch = "170")
    {
        monitor.stores.portfolio = testlib::referencePortfolio();
        prices(eth, bch);
    }

    void prices(const char *eth, const char *bch)
    {
        monitor.setPrice("ETHUSDT", eth);
        monitor.setPrice("BCHUSDT", bch);
        monitor.evaluate();
    }

    /// A snapshot as the newest one, with these alarms, decided now.
    void tell(monitor::AlarmBoard board)
    {
        auto next = std::make_shared<monitor::RiskSnapshot>(*monitor.relay.current());
        next->bootTime = monitor.clock.bootTime();
        next->alarms = std::make_shared<const monitor::AlarmBoard>(std::move(board));
        const monitor::SnapshotPtr sent = next;
        monitor.relay.offer(sent);
        QTRY_COMPARE(monitor.relay.current(), sent);
    }
};

} // namespace plimsoll::desktopkit
