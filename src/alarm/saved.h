// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alarm/machine.h"
#include "margin/moment.h"

#include <string>

namespace plimsoll::alarm {

/// When states were written, on both clocks: what is needed to read them on another run of the clock.
struct SavedMoment {
    std::string boot; ///< id of the boot, as the system gives it
    BootTime bootTime;
    WallTime wallTime;

    bool operator==(const SavedMoment &) const = default;
};

/// What must be added to stored boot times to read them now. In the same boot: 0. After another boot the wall clock
/// says how long ago it was; where it went back, no time has passed. An acknowledgement never gets longer by this.
Ms shiftSince(const SavedMoment &then, const SavedMoment &now);

/// An alarm as one line of text, "state=active occ=2 raised=...": what the database keeps. Reads back exactly.
std::string encode(const Alarm &alarm);
/// Errors: Malformed.
Result<Alarm> decodeAlarm(std::string_view text);

/// The alarm with every time moved by `shift`.
Alarm shifted(Alarm alarm, Ms shift);

} // namespace plimsoll::alarm
