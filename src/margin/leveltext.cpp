// SPDX-License-Identifier: GPL-3.0-or-later
#include "margin/leveltext.h"

#include "margin/exact.h"

#include <algorithm>
#include <array>

namespace plimsoll::margin {

namespace {

// Whether a text that says `shown` would tell a lie about where the exact level stands to the bar. A level exactly on a
// bar may be shown below it, where its status is, but not above.
bool misleads(const Level &level, const Decimal &shown, const Decimal &bar)
{
    const auto truth = level <=> bar;
    const auto told = shown <=> bar;
    return std::is_eq(truth) ? std::is_gt(told) : told != truth;
}

} // namespace

std::string withDigits(Decimal value, int digits)
{
    std::string text = value.toString();
    const auto wanted = static_cast<std::size_t>(digits);
    auto point = text.find('.');
    if (point == std::string::npos) {
        point = text.size();
        text += '.';
    }
    const std::size_t present = text.size() - point - 1;
    text.append(wanted - std::min(present, wanted), '0');
    return text;
}

Decimal roundedLevel(const Level &level, int digits, Rounding rounding)
{
    const exact::Integer quotient = exact::quotient(exact::fromWide(level.assets()) * exact::powerOfTen(digits),
                                                    exact::fromWide(level.debt()), rounding);
    const auto fitting = exact::toDecimal(quotient, digits, Rounding::Down);
    // beyond the largest that can be printed nobody minds which one it was
    return fitting ? *fitting : Decimal::fromMantissa(Decimal::kLimit - 1).rounded(digits, Rounding::Down);
}

std::string levelText(const Level &level, const Thresholds &thresholds)
{
    const std::array bars {thresholds.initial, thresholds.marginCall, thresholds.liquidation};
    constexpr int kFewest = 2;
    for (int digits = kFewest; digits <= Decimal::kFractionDigits; ++digits) {
        const Decimal shown = roundedLevel(level, digits, Rounding::HalfUp);
        if (std::ranges::none_of(bars, [&](const Decimal &bar) { return misleads(level, shown, bar); })) {
            return withDigits(shown, digits);
        }
    }
    return withDigits(roundedLevel(level, Decimal::kFractionDigits, Rounding::Down), kFewest);
}

} // namespace plimsoll::margin
