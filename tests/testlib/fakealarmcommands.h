// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/moment.h"
#include "ports/alarmcommands.h"
#include "testlib/fakestores.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace plimsoll::testlib {

/// Remembers what the screen asks of the alarms; rules are saved and removed where `failNext` does not say otherwise.
/// One thread.
class FakeAlarmCommands final : public monitor::AlarmCommands
{
public:
    struct Acknowledged {
        std::string account;
        std::optional<alarm::Condition> condition;

        bool operator==(const Acknowledged &) const = default;
    };

    std::vector<Acknowledged> acknowledged;
    std::vector<std::pair<std::string, std::chrono::milliseconds>> snoozed;
    std::vector<std::string> handled;
    std::vector<alarm::Rule> saved;
    std::vector<std::string> removed;
    std::vector<alarm::Channel> tested;
    std::vector<monitor::DeliveryReport> reports;
    int undone = 0;
    int gapsSeen = 0;
    int drillsStarted = 0;
    int drillsEnded = 0;
    int beats = 0;
    std::optional<Error> failNext;
    bool held = false; ///< answers to saveRule() and removeRule() wait for release()
    std::function<void()> onAsked; ///< after an acknowledgement, undo or snooze

    void acknowledgeAlarms(std::string account, std::optional<alarm::Condition> condition) override
    {
        acknowledged.push_back({std::move(account), condition});
        asked();
    }
    void undoAcknowledge() override
    {
        ++undone;
        asked();
    }
    void snoozeAlarms(std::string account, std::chrono::milliseconds span) override
    {
        snoozed.emplace_back(std::move(account), span);
        asked();
    }
    void alarmHandled(std::string account) override { handled.push_back(std::move(account)); }
    void gapSeen(std::shared_ptr<const monitor::GapReport>) override { ++gapsSeen; }
    Future<Result<Done>> saveRule(alarm::Rule rule) override
    {
        saved.push_back(std::move(rule));
        return whenFree();
    }
    Future<Result<Done>> removeRule(std::string id) override
    {
        removed.push_back(std::move(id));
        return whenFree();
    }
    void testChannel(alarm::Channel channel) override { tested.push_back(channel); }
    void startDrill() override { ++drillsStarted; }
    void endDrill() override { ++drillsEnded; }
    void beatScreen() override { ++beats; }
    void screenReported(monitor::DeliveryReport report) override { reports.push_back(std::move(report)); }

    void release()
    {
        held = false;
        for (const auto &promise : std::exchange(m_waiting, {})) {
            promise.finish(result());
        }
    }

private:
    Future<Result<Done>> whenFree()
    {
        if (!held) {
            return answer(result());
        }
        return m_waiting.emplace_back().future();
    }

    Result<Done> result()
    {
        return failNext ? Result<Done>(*std::exchange(failNext, std::nullopt)) : Result<Done>(Done {});
    }

    void asked()
    {
        if (onAsked) {
            onAsked();
        }
    }

    std::vector<Promise<Result<Done>>> m_waiting;
};

/// One alarm of a board; times are boot ms.
inline alarm::ActiveAlarm active(const std::string &account, alarm::Condition condition, alarm::State state,
                                 BootTime since, const char *level = nullptr, const std::string &detail = {})
{
    alarm::ActiveAlarm made;
    made.key = {account, condition, detail};
    made.alarm.state = state;
    made.alarm.occurrence = 1;
    made.alarm.raisedAt = since;
    made.alarm.since = since;
    if (level != nullptr) {
        made.level = dec(level);
    }
    return made;
}

/// A board of these alarms, with the number of unacknowledged ones counted; all else as in `board`.
inline monitor::AlarmBoard boardOf(std::vector<alarm::ActiveAlarm> alarms, std::vector<alarm::Rule> rules = {},
                                   monitor::AlarmBoard board = {})
{
    board.unacknowledged = 0;
    for (const alarm::ActiveAlarm &alarm : alarms) {
        const bool open = alarm.alarm.state == alarm::State::ActiveUnacknowledged
            || alarm.alarm.state == alarm::State::ClearedUnacknowledged;
        board.unacknowledged += open && !alarm.folded ? 1 : 0;
    }
    board.active = std::move(alarms);
    board.rules = std::move(rules);
    return board;
}

} // namespace plimsoll::testlib
