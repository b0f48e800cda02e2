// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/moment.h"

#include <cstdint>

namespace plimsoll::viewmodels {

/// The axis of a chart counts ms since 1970 UTC in doubles, which hold each of them exactly. Pure; any thread.
constexpr double axisTime(WallTime moment)
{
    return static_cast<double>(moment.ms());
}

/// The moment at a place of the axis, in whole ms.
constexpr WallTime momentAt(double axis)
{
    return WallTime::ofMs(static_cast<std::int64_t>(axis));
}

} // namespace plimsoll::viewmodels
