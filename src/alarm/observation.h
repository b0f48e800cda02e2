// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alarm/alarm.h"
#include "alarm/rule.h"
#include "alarm/sample.h"

namespace plimsoll::alarm {

/// What a sample says about a person's own rule, given the account's call ratio. Exact; pure. Source:
/// docs/alarms.md#a-persons-own-alarms.
Observation observe(const Rule &rule, const Sample &sample, margin::Decimal call);

/// ratio x percent / 100, rounded up at the 18th digit. Requires: a ratio of an account, so far from the limits.
constexpr margin::Decimal share(margin::Decimal ratio, int percent)
{
    return margin::Decimal::fromMantissa((ratio.mantissa() * percent + 99) / 100);
}

} // namespace plimsoll::alarm
