// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alarm/condition.h"
#include "margin/level.h"
#include "margin/moment.h"
#include "margin/thresholds.h"

#include <optional>
#include <string>
#include <vector>

namespace plimsoll::alarm {

/// What is known about one account at one moment: the input of every decision about it.
struct Sample {
    enum class Kind {
        Valid, ///< `level` is the level; where `unpriced` is set, it is at least that
        Stale, ///< a needed price is too old; `oldestPrice` says how old
        Frozen, ///< as Stale, but the source answers and its time stands still
        Incomplete, ///< a needed price was never there or is invalid, or a sum is out of range
        NoDebt, ///< nothing is owed: nothing to watch
        Closed, ///< liquidated
    };

    struct Price {
        std::string symbol;
        margin::Decimal price;
    };

    BootTime time; ///< of the decision. A sample older than the newest one of its account is ignored
    Kind kind = Kind::NoDebt;
    margin::Level level; ///< Incomplete: of what is known
    margin::Thresholds thresholds;
    BootTime oldestPrice; ///< Stale and Frozen, also as `unpriced`: of the oldest needed price
    /// Valid only: something has no price, though none could change the status. It would be Stale, Frozen or Incomplete
    /// otherwise.
    std::optional<Kind> unpriced;
    bool debtUnpriced = false; ///< Incomplete: some debt has no price, so the level may be anything
    std::vector<Price> prices; ///< only for accounts with price rules; known prices only
    std::optional<margin::Wide>
        hourlyInterest; ///< value of one hour of interest; only for accounts with interest rules

    [[nodiscard]] bool judgeable() const { return kind == Kind::Valid; }
};

/// A sum of an account relative to one of its bars.
struct Bars {
    margin::Decimal watch;
    margin::Decimal watchClear; ///< cleared above it
    margin::Decimal call;
    margin::Decimal callClear;
    margin::Decimal critical;
    margin::Decimal criticalClear;
    margin::Decimal liquidation;
    margin::Decimal liquidationClear;
    margin::Decimal nearCall; ///< 1.25 x call: from here down, not knowing and not watching are urgent
    bool narrow = false; ///< the call's dead band is under 1 % of the bar: clearing takes 300 s instead of 60 s
    bool criticalNarrow = false;
};

/// The alarm bars that follow from an account's thresholds; each rounded up at the 18th digit, so earlier rather than
/// later. Source: docs/alarms.md#bars.
Bars barsOf(const margin::Thresholds &thresholds);

} // namespace plimsoll::alarm
