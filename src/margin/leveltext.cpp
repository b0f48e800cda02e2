// SPDX-License-Identifier: GPL-3.0-or-later
#include "margin/leveltext.h"

#include <algorithm>
#include <array>

namespace plimsoll::margin {

namespace {

using exact::Integer;

int sign(const Integer &value)
{
    return value.sign();
}

// The largest level that can be printed with so many digits; where a level is beyond it, nobody minds which one it was.
Decimal saturated(int digits)
{
    return Decimal::fromMantissa(Decimal::kLimit - 1).rounded(digits, Rounding::Down);
}

// Whether a text that says `shown` would tell a lie about where the exact level stands to the bar. A level exactly on a
// bar may be shown below it, where its status is, but not above.
bool misleads(const Integer &assets, const Integer &debt, const Decimal &shown, const Decimal &bar)
{
    const int truth = sign(
        Integer(assets * exact::fromDecimal(Decimal::fromInteger(1)) - debt * exact::fromDecimal(bar)));
    const int told = shown < bar ? -1 : (shown > bar ? 1 : 0);
    return truth == 0 ? told > 0 : told != truth;
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
    if (present < wanted) {
        text.append(wanted - present, '0');
    }
    return text;
}

Decimal printedLevel(const Integer &assets, const Integer &debt)
{
    constexpr int kDigits = 8;
    const Integer level = exact::quotient(assets * exact::powerOfTen(kDigits), debt, Rounding::Down);
    return exact::toDecimal(level, kDigits, Rounding::Down).value_or(saturated(kDigits));
}

std::string levelText(const Integer &assets, const Integer &debt, const Thresholds &thresholds)
{
    const std::array bars {thresholds.initial, thresholds.marginCall, thresholds.liquidation};
    constexpr int kFewest = 2;
    const auto at = [&](int digits, Rounding rounding) {
        const Integer level = exact::quotient(assets * exact::powerOfTen(digits), debt, rounding);
        return exact::toDecimal(level, digits, Rounding::Down).value_or(saturated(digits));
    };
    for (int digits = kFewest; digits <= Decimal::kFractionDigits; ++digits) {
        const Decimal shown = at(digits, Rounding::HalfUp);
        const auto lies = [&](const Decimal &bar) { return misleads(assets, debt, shown, bar); };
        if (std::ranges::none_of(bars, lies)) {
            return withDigits(shown, digits);
        }
    }
    return withDigits(at(Decimal::kFractionDigits, Rounding::Down), kFewest);
}

} // namespace plimsoll::margin
