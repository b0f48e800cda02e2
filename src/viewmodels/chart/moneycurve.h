// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/moment.h"
#include "ports/historyport.h"
#include "viewmodels/chart/levelstretches.h"
#include "viewmodels/chart/pastamounts.h"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace plimsoll::viewmodels {

/// Curves of money beside the level (docs/formulas.md, "Curves beside the level"). Money is exact; only points of a
/// curve are doubles, because they become pixels. Pure; any thread.

/// Prices in an account's quote asset as they are kept, by asset; each ascending.
using PastPrices = std::map<std::string, std::vector<monitor::KeptPrice>>;

/// The price that was kept last at or before a moment, if it is not older than three times the distance at which prices
/// of its age are kept (a sample's is at most a minute).
const monitor::KeptPrice *priceAt(const std::vector<monitor::KeptPrice> &prices, WallTime time);

struct Worth {
    margin::Decimal equity; ///< rounded down at the 8th digit
    margin::Decimal debt; ///< with interest, rounded up there
    bool isExact = true; ///< else debts in other assets are valued at the price kept last before
};

/// What an account was worth when its level was just that. Where it owes nothing but `quote`, from the debt; where it
/// holds nothing but `quote`, from what it holds; else debts are valued by `prices`. Nothing where one is missing.
std::optional<Worth> worthAt(const PastAmounts &amounts, WallTime time, margin::Decimal level, const std::string &quote,
                             const PastPrices &prices);

/// When the level that held at a moment began to hold, and the level; nothing where it was not known.
std::optional<QPointF> heldSince(const LevelStretches &levels, double time);

/// A level of a stretch as a decimal of 8 digits.
margin::Decimal exactLevel(double level);

/// A value of a curve from a moment on; nothing: from then on it is not known.
struct CurveValue {
    WallTime time;
    std::optional<margin::Decimal> value;

    bool operator==(const CurveValue &) const = default;
};

using CurveValues = std::vector<CurveValue>; ///< ascending in time

/// A curve over the same stretches as the level: `valueOf` is asked once per level that held, with the moment from
/// which it did; where it says nothing, the curve has a gap until the next one.
CurveValues curveOver(const LevelStretches &levels,
                      const std::function<std::optional<margin::Decimal>(WallTime, margin::Decimal)> &valueOf);

/// Prices as steps; a gap where none was kept for longer than priceAt() believes one.
CurveValues priceCurve(const std::vector<monitor::KeptPrice> &prices);

/// Interest charged in an asset since the account was opened, up to `end`.
CurveValues interestCurve(const PastAmounts &amounts, const std::string &asset, WallTime end);

/// What held in [from, to], from `from` on.
CurveValues within(const CurveValues &values, WallTime from, WallTime to);

/// As steps, with doubles, because they become pixels.
LevelStretches drawn(const CurveValues &values);

} // namespace plimsoll::viewmodels
