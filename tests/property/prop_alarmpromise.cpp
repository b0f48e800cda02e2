// SPDX-License-Identifier: GPL-3.0-or-later
#include "prop_alarmpromise.h"

#include <algorithm>

namespace plimsoll::test {

using namespace alarm;

namespace {

constexpr std::size_t kMostLoud = 10; // in ten minutes

bool isPromised(Condition condition)
{
    return condition == Condition::Call || condition == Condition::Critical || condition == Condition::Liquidation;
}

bool rings(const Notice &notice)
{
    return !notice.quiet && (notice.channels.has(Channel::Desktop) || notice.channels.has(Channel::Sound));
}

// The first step of the ladder: a call begins at 0 s, what is worse at the step of 60 s.
bool hasFirstStep(const Notice &notice, Condition condition)
{
    const bool tells = notice.channels.has(Channel::Desktop) && notice.channels.has(Channel::Sound)
        && notice.channels.has(Channel::Screen);
    return !notice.quiet && tells && (condition == Condition::Call || notice.channels.has(Channel::Attention));
}

std::string name(const Key &key)
{
    return key.account + " " + std::string(conditionWord(key.condition));
}

} // namespace

void AlarmPromise::broken(const std::string &what)
{
    m_broken = m_broken.empty() ? what : m_broken;
}

std::string AlarmPromise::check(const std::vector<Change> &changes, const Plan &plan, BootTime now)
{
    checkRaises(changes, plan);
    checkLimit(plan, now);
    follow(changes);
    checkReminders(plan, now);
    return m_broken;
}

// I13: told at once, by its own name, on the first step; unless the same notice tells that the same account reached a
// worse bar.
void AlarmPromise::checkRaises(const std::vector<Change> &changes, const Plan &plan)
{
    for (const Change &change : changes) {
        if (change.cause != Cause::Raised || !isPromised(change.key.condition)) {
            continue;
        }
        ++m_promises;
        const bool told = std::ranges::any_of(plan.notices, [&change](const Notice &notice) {
            return hasFirstStep(notice, change.key.condition)
                && std::ranges::any_of(notice.lines, [&change](const NoticeLine &line) {
                       const bool isWorse = isPromised(line.key.condition) && line.key.condition > change.key.condition;
                       return line.cause == Cause::Raised && line.key.account == change.key.account
                           && (line.key == change.key || isWorse);
                   });
        });
        if (!told) {
            broken("I13 not told when it was raised: " + name(change.key));
        }
    }
}

// I11: what rings although ten rang within ten minutes tells of something high for the first time, or of a liquidation.
void AlarmPromise::checkLimit(const Plan &plan, BootTime now)
{
    while (!m_loud.empty() && now - m_loud.front() >= 10 * kMinute) {
        m_loud.pop_front();
    }
    for (const Notice &notice : plan.notices) {
        const bool isLiquidation = std::ranges::any_of(
            notice.lines, [](const auto &line) { return line.key.condition == Condition::Liquidation; });
        const bool isFirst = std::ranges::any_of(notice.lines, [](const auto &line) {
            return line.cause != Cause::Judged && line.priority >= Priority::High;
        });
        if (!rings(notice)) {
            if (notice.quiet && isFirst && notice.kind == Notice::Kind::Raised) {
                broken("I11 the limit kept back a first notice of " + name(notice.lines.front().key));
            }
            continue;
        }
        if (m_loud.size() >= kMostLoud && !isLiquidation) {
            ++m_beyondLimit;
            if (!isFirst) {
                broken("I11 more than ten notices in ten minutes");
            }
        }
        if (!isLiquidation) {
            m_loud.push_back(now);
        }
    }
}

void AlarmPromise::follow(const std::vector<Change> &changes)
{
    for (const Change &change : changes) {
        if (!isPromised(change.key.condition)) {
            continue;
        }
        if (!isActive(change.to)) {
            m_watched.erase(change.key);
            continue;
        }
        Watched &watched = m_watched[change.key];
        watched.told = change.to == State::ActiveUnacknowledged ? change.time : watched.told;
        watched.state = change.to;
    }
}

bool AlarmPromise::isTold(const Key &key, const Plan &plan) const
{
    return std::ranges::any_of(plan.notices, [&key](const Notice &notice) {
        return std::ranges::any_of(notice.lines, [&key](const NoticeLine &line) {
            return line.key.account == key.account && isPromised(line.key.condition)
                && line.key.condition >= key.condition;
        });
    });
}

// A worse condition that is active and, by the samples, has not recovered.
bool AlarmPromise::hasWorse(const Key &key) const
{
    const auto clear = m_isClear.find(key.account);
    for (int i = static_cast<int>(key.condition) + 1; i <= static_cast<int>(Condition::Liquidation); ++i) {
        const bool isClear = clear != m_isClear.end() && clear->second[static_cast<std::size_t>(i)];
        if (!isClear && m_watched.contains({key.account, static_cast<Condition>(i), {}})) {
            return true;
        }
    }
    return false;
}

// I14: what is unacknowledged is told again by its own name, or by that of a worse one which still holds; nothing else
// stands in for it.
void AlarmPromise::checkReminders(const Plan &plan, BootTime now)
{
    for (auto &[key, watched] : m_watched) {
        if (watched.state != State::ActiveUnacknowledged || (!plan.notices.empty() && isTold(key, plan))
            || hasWorse(key)) {
            watched.told = now;
        }
        const Ms most = key.condition == Condition::Liquidation ? 10 * kMinute : 5 * kMinute;
        if (now - watched.told > most + Planner::kCompany) {
            broken("I14 not told again: " + name(key));
        }
    }
}

void AlarmPromise::sample(const std::string &account, const Sample &sample)
{
    if (sample.kind != Sample::Kind::Valid) {
        return;
    }
    const Bars bars = barsOf(sample.thresholds);
    const std::array low {bars.watch, bars.call, bars.critical, bars.liquidation};
    const std::array clear {bars.watchClear, bars.callClear, bars.criticalClear, bars.liquidationClear};
    std::array<bool, 4> &isClear = m_isClear[account];
    for (std::size_t i = 1; i < low.size(); ++i) {
        if (sample.level > clear[i]) {
            isClear[i] = true;
        } else if (i < 3 || sample.level <= low[i]) { // once recovered, a liquidation is over until its bar
            isClear[i] = false;
        }
    }
}

void AlarmPromise::restart(const std::vector<ActiveAlarm> &stored, BootTime now)
{
    m_watched.clear();
    m_loud.clear();
    for (const ActiveAlarm &active : stored) {
        if (isPromised(active.key.condition) && isActive(active.alarm.state)) {
            m_watched[active.key] = {active.alarm.state, now};
        }
    }
}

} // namespace plimsoll::test
