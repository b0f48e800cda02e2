// SPDX-License-Identifier: GPL-3.0-or-later
// What AccountAlarms tells about the lives it leads: the second half of the class.
#include "alarm/accountalarms.h"

#include <algorithm>

namespace plimsoll::alarm {

Life *AccountAlarms::find(const Key &key)
{
    if (key.condition == Condition::Custom) {
        const auto own = std::ranges::find_if(m_own, [&key](const Own &o) { return o.rule.id == key.detail; });
        return own == m_own.end() ? nullptr : &own->life;
    }
    const auto index = std::ranges::find(kConditionOf, key.condition);
    return index == kConditionOf.end() ? nullptr : &m_lives[static_cast<std::size_t>(index - kConditionOf.begin())];
}

const Life *AccountAlarms::find(const Key &key) const
{
    return const_cast<AccountAlarms *>(this)->find(key); // NOLINT(cppcoreguidelines-pro-type-const-cast): one search, two views
}

const AccountAlarms::Own *AccountAlarms::ownOf(const Key &key) const
{
    const auto own = std::ranges::find_if(m_own, [&key](const Own &o) { return o.rule.id == key.detail; });
    return own == m_own.end() ? nullptr : &*own;
}

int AccountAlarms::severity(const Key &key) const
{
    if (key.condition != Condition::Custom) {
        return severityOf(key.condition);
    }
    const Own *own = ownOf(key);
    return own == nullptr ? 0 : severityOf(own->rule.stage);
}

// A person's own rule speaks for nothing but itself, and what has recovered hides nothing; but while nobody has seen it, it is told all the
// same, and an early warning need not be.
bool AccountAlarms::speaksFor(int severity, std::size_t index) const
{
    const Life &life = m_lives[index];
    const bool recovered = m_last[index] == Observation::Clear || life.recoveredOnce;
    const bool isLouder = severity == severityOf(Condition::Watch) && life.state == State::ActiveUnacknowledged;
    return isActive(life.state) && (!recovered || isLouder);
}

bool AccountAlarms::folded(const Key &key) const
{
    const int rank = severity(key);
    const Own *own = key.condition == Condition::Custom ? ownOf(key) : nullptr;
    if (rank == 0 || (own != nullptr && isPriceKind(own->rule.kind))) { // a price is not about the level
        return false;
    }
    for (std::size_t i = 0; i < kFirstBlindness; ++i) {
        if (severityOf(kConditionOf[i]) > rank && speaksFor(rank, i)) {
            return true;
        }
    }
    return false;
}

Outlook AccountAlarms::outlook(const Key &key) const
{
    Outlook outlook;
    const Life *life = find(key);
    if (life == nullptr) {
        return outlook;
    }
    const Own *own = key.condition == Condition::Custom ? ownOf(key) : nullptr;
    const auto index = std::ranges::find(kConditionOf, key.condition);
    if (own != nullptr) {
        outlook.clearsAt = clearsAt(*life, alarm::behaviourOf(own->rule.stage));
    } else if (index != kConditionOf.end()) {
        outlook.clearsAt = clearsAt(*life, behaviour(static_cast<std::size_t>(index - kConditionOf.begin())));
    }
    if (key.condition == Condition::Critical && isActive(life->state) && life->byPace && !outlook.clearsAt) {
        outlook.liquidationAt = m_liquidationAt;
    }
    return outlook;
}

bool AccountAlarms::anyHigh() const
{
    const auto isHigh = [](const Life &life, Priority priority) { return priority >= Priority::High && isActive(life.state); };
    for (std::size_t i = 0; i < kFirstBlindness; ++i) {
        if (isHigh(m_lives[i], behaviour(i).priority)) {
            return true;
        }
    }
    return std::ranges::any_of(m_own, [&](const Own &own) { return isHigh(own.life, alarm::behaviourOf(own.rule.stage).priority); });
}

} // namespace plimsoll::alarm
