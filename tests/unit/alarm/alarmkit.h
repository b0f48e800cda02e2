// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alarm/machine.h"
#include "alarm/planner.h"
#include "margin/moment.h"
#include "marginkit.h"

#include <QLatin1String>
#include <QString>
#include <QStringList>

#include <string>

/// What the tests of the alarms share: samples in a few words, states as text.
namespace plimsoll::test {

using namespace Qt::StringLiterals;

using alarm::Ms;

inline constexpr BootTime kStart = 1'000'000; // some boot time

inline QString word(alarm::State state)
{
    const std::string_view text = alarm::stateWord(state);
    return QLatin1String(text.data(), static_cast<qsizetype>(text.size()));
}

inline QString word(alarm::Cause cause)
{
    const std::string_view text = alarm::causeWord(cause);
    return QLatin1String(text.data(), static_cast<qsizetype>(text.size()));
}

inline alarm::Sample sampleOf(alarm::Sample::Kind kind, BootTime time)
{
    alarm::Sample sample;
    sample.kind = kind;
    sample.time = time;
    sample.thresholds = referenceBars();
    sample.oldestPrice = time;
    return sample;
}

/// A valid sample at a level, 1,000 owed.
inline alarm::Sample at(const std::string &level, BootTime time)
{
    alarm::Sample sample = sampleOf(alarm::Sample::Kind::Valid, time);
    sample.level = {margin::Wide::product(d("1000"), d(level)), margin::Wide::product(d("1000"), d("1"))};
    return sample;
}

inline alarm::Key key(alarm::Condition condition, const std::string &account = "a", const std::string &detail = {})
{
    return {account, condition, detail};
}

/// The state of one alarm, as a word; "none" where there is no such alarm.
inline QString stateOf(const alarm::Machine &machine, const alarm::Key &which)
{
    const alarm::Alarm *alarm = machine.find(which);
    return alarm != nullptr ? word(alarm->state) : QStringLiteral("none");
}

inline QString stateOf(const alarm::Machine &machine, alarm::Condition condition)
{
    return stateOf(machine, key(condition));
}

} // namespace plimsoll::test
