// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alarm/machine.h"
#include "alarm/notice.h"
#include "alarm/rule.h"
#include "margin/moment.h"

#include <QtCore/QString>

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace plimsoll::monitor {

/// How a channel did last.
struct ChannelHealth {
    enum class State { Unproven, Working, Failing, Off };

    State state = State::Unproven;
    WallTime since; ///< of the last report
    QString detail; ///< of that report, from outside
    std::int64_t tookMs = 0;
};

/// What happened to one account while nobody watched.
struct GapAccount {
    std::string account;
    std::optional<margin::Decimal> lowestLevel; ///< nothing where it could not be judged at all
    WallTime lowestAt;
    std::vector<alarm::Condition> wouldHaveFired; ///< worst first
    bool wasBlind = false; ///< for some of the time, or all of it, its level could not be judged

    bool operator==(const GapAccount &) const = default;
};

/// A time in which nothing was watched, and what the exchange's candles say about it.
struct GapReport {
    enum class State { Asking, Ready, Failed };
    enum class Reason { Off, Asleep };

    Reason reason = Reason::Off;
    WallTime from;
    WallTime to;
    State state = State::Asking;
    QString detail; ///< why it failed, or what is missing
    std::vector<GapAccount> accounts;

    [[nodiscard]] bool sameTime(const GapReport &other) const { return from == other.from && to == other.to; }

    [[nodiscard]] bool missedCall() const ///< a margin call or worse
    {
        const auto isCall = [](alarm::Condition condition) {
            return condition >= alarm::Condition::Call && alarm::isLevel(condition);
        };
        return std::ranges::any_of(
            accounts, [&](const GapAccount &account) { return std::ranges::any_of(account.wouldHaveFired, isCall); });
    }

    [[nodiscard]] bool allClear() const ///< every account was judged all the time, and no alarm would have come
    {
        const auto isClear = [](const GapAccount &account) {
            return account.wouldHaveFired.empty() && !account.wasBlind;
        };
        return state == State::Ready && std::ranges::all_of(accounts, isClear);
    }

    /// Detail of the Gap alarm about a margin call that nobody was told of.
    static constexpr const char *kMissed = "missed";

    bool operator==(const GapReport &) const = default;
};

using GapReportPtr = std::shared_ptr<const GapReport>;

/// A fire drill: the ladder on a practice account.
struct DrillStatus {
    struct Step {
        alarm::Ms at = 0; ///< since the beginning, as told to the person
        alarm::Channel channel = alarm::Channel::Screen;
        std::optional<bool> delivered; ///< nothing: on its way
        QString detail;
        std::int64_t tookMs = 0;
    };

    static constexpr const char *kAccount = "fire-drill"; ///< of the practice account in deliveries

    bool running = false;
    WallTime startedAt;
    std::optional<std::int64_t> reactionMs; ///< real ms until it was acknowledged
    std::vector<Step> steps;
};

/// A price that a person's own alarm waits for.
struct RulePrice {
    std::optional<margin::Decimal> value; ///< nothing: it is waited for
    BootTime waitsSince;

    bool operator==(const RulePrice &) const = default;
};
using RulePriceMap = std::map<std::string, RulePrice>; ///< by symbol

/// All that is known about alarms at one moment, immutable; part of the snapshot. Times inside `active` are of
/// the boot of the snapshot.
struct AlarmBoard {
    std::vector<alarm::ActiveAlarm> active; ///< not at rest, worst first
    std::vector<alarm::Rule> rules;
    RulePriceMap rulePrices; ///< of enabled price rules
    std::array<ChannelHealth, alarm::kChannels> channels;
    std::shared_ptr<const GapReport> gap; ///< the oldest that was not seen yet
    int furtherGaps = 0; ///< that wait behind it
    DrillStatus drill;
    bool canUndo = false; ///< the last acknowledgement can be taken back
    int unacknowledged = 0; ///< active or cleared and not acknowledged, folded ones not counted
};

} // namespace plimsoll::monitor
