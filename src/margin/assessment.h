// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/account.h"
#include "margin/barprice.h"
#include "margin/moment.h"
#include "margin/permissions.h"
#include "margin/quotes.h"
#include "margin/rescue.h"
#include "margin/verdict.h"

#include <optional>
#include <string>
#include <vector>

namespace plimsoll::margin {

/// One row of an account's asset table.
struct AssetLine {
    std::string asset;
    Decimal total;
    Decimal debt;
    Decimal interest;
    Rate rate;
    std::optional<Decimal> value; ///< total x rate, rounded down; nothing where the rate is unknown
    std::optional<Decimal> debtValue; ///< debt x rate, rounded up
};

/// A price of a bar with its names: `symbol` is asset + quote asset.
struct NamedBarPrice {
    std::string asset;
    std::string symbol;
    BarPrice bar;
    std::optional<Decimal> distance; ///< |price now - bar price| / price now, rounded down to 6 decimals (a fraction)
};

/// Where a level can lie while prices are missing: `worst` with unknown assets worthless and unknown debts without
/// bound, nothing in `best` = no upper bound. The bounds are those of the mediant inequality: the level lies between
/// the known part's ratio and each unknown asset's held / owed ratio (docs/formulas.md#unknown).
struct LevelRange {
    Level worst;
    std::optional<Level> best;
};

/// Everything that can be said about one account at given rates: what screens, `evaluate` and `Why?` print. Computed
/// per look, not per price. Amounts in the quote asset; assets and equity rounded down, debt up, at 18 decimals.
/// Optional fields are empty where they are unknown or do not apply.
struct Assessment : Decision {
    /// A price is missing, and the status is Normal whatever it may be. Every figure counts unpriced assets as nothing:
    /// level, assets, equity and distances are "at least". Where something unpriced is owed too, there are no totals
    /// and no bar prices.
    bool atLeast = false;
    std::optional<Decimal> level; ///< at most 8 decimals, rounded down
    std::string levelText; ///< two decimals, or more where two would mislead; empty without level
    std::optional<Decimal> totalAssets;
    std::optional<Decimal> totalDebt;
    std::optional<Decimal> totalInterest; ///< the part of totalDebt that is interest
    std::optional<Decimal> equity;
    std::optional<Decimal> profit; ///< equity - contributed
    std::optional<Decimal> leverage; ///< assets / equity, 6 decimals, rounded up; nothing without debt, or where no
                                     ///< equity is left; "at most" where the level is at least
    std::optional<Decimal> distanceToCall; ///< 1 - call / level: the share of assets that may be lost; may be negative;
                                           ///< 6 decimals, rounded down
    std::optional<Decimal> distanceToLiquidation;
    std::vector<NamedBarPrice> marginCallPrices;
    std::vector<NamedBarPrice> liquidationPrices;
    Rescue toInitial;
    Permissions permissions;
    std::vector<std::string> missingPrices; ///< symbols (or routes) without a usable price
    std::optional<LevelRange> range; ///< where a price is missing and something is owed
    std::vector<AssetLine> lines;
    BootTime oldestPrice = INT64_MAX; ///< asOf of the oldest rate used
};

/// The figures that belong to a decision about an account; decides nothing itself. Pure; any thread. Requires:
/// validated(account), and the rates by which it was judged.
Assessment describe(const Account &account, const Decision &decision, const Rates &rates);

/// describe() of judge().
Assessment assess(const Account &account, const Rates &rates);

} // namespace plimsoll::margin
