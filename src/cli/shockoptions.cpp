// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/shockoptions.h"

#include "analysis/heatmap.h"
#include "analysis/stress.h"
#include "cli/optionvalues.h"

namespace plimsoll::cli {

namespace {

using margin::Decimal;

constexpr std::int64_t kMostShocks = 10'000; // steps, besides the first
constexpr int kMostCells = 400; // on either axis

// A percentage from -1,000,000 to 1,000,000 with at most 8 decimals.
Result<Decimal> percentOption(const Arguments &arguments, const std::string &name, std::int64_t fallback)
{
    const auto value = decimalOption(arguments, name, Decimal::fromInteger(fallback));
    if (!value) {
        return value.error();
    }
    const Decimal limit = Decimal::fromInteger(1'000'000);
    if (*value > limit || *value < -limit || value->rounded(analysis::kShockDigits, margin::Rounding::Down) != *value) {
        return Error {ErrorCode::Malformed, "--" + name,
                      "must be within -1000000 and 1000000, with at most 8 decimals"};
    }
    return *value;
}

struct Range {
    Decimal from;
    Decimal to;
};

Result<Range> rangeOption(const Arguments &arguments, int widest)
{
    const auto from = percentOption(arguments, "from", -widest);
    const auto to = from ? percentOption(arguments, "to", widest) : from;
    if (!to) {
        return to.error();
    }
    if (*from > *to) {
        return Error {ErrorCode::Malformed, "--from", "must not be above --to"};
    }
    return Range {*from, *to};
}

} // namespace

Result<std::vector<Decimal>> stressShocks(const Arguments &arguments, int widest)
{
    const auto range = rangeOption(arguments, widest);
    if (!range) {
        return range.error();
    }
    const auto step = percentOption(arguments, "step", 1);
    if (!step) {
        return step.error();
    }
    if (!step->isPositive()) {
        return Error {ErrorCode::Malformed, "--step", "must be above 0"};
    }
    const auto most = step->times(Decimal::fromInteger(kMostShocks), margin::Rounding::Down);
    if (most && range->to.minus(range->from) > most) {
        return Error {ErrorCode::Malformed, "--step", "makes more than 10001 shocks"};
    }
    return analysis::shockSteps(range->from, range->to, *step);
}

Result<std::vector<Decimal>> heatMapShocks(const Arguments &arguments)
{
    const auto range = rangeOption(arguments, 50);
    if (!range) {
        return range.error();
    }
    const auto cells = wholeNumber(arguments, "cells", 41, 2, kMostCells);
    if (!cells) {
        return cells.error();
    }
    if (range->from == range->to) {
        return Error {ErrorCode::Malformed, "--from", "must be below --to"};
    }
    return analysis::evenShocks(range->from, range->to, *cells);
}

} // namespace plimsoll::cli
