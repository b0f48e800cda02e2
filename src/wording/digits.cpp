// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/digits.h"

#include "margin/leveltext.h"

#include <algorithm>
#include <array>

namespace plimsoll::wording {

using margin::Decimal;
using margin::Rounding;

namespace {

constexpr int kCents = 2;
constexpr int kCountingDigits = 4;

Decimal magnitude(Decimal value)
{
    return value.isNegative() ? -value : value;
}

int wholeDigits(Decimal value)
{
    int digits = 0;
    for (margin::Int128 rest = magnitude(value).mantissa() / Decimal::kOne; rest > 0; rest /= 10) {
        ++digits;
    }
    return digits;
}

int zerosBehindPoint(Decimal value)
{
    int zeros = -1;
    for (margin::Int128 rest = magnitude(value).mantissa(); rest != 0 && rest < Decimal::kOne; rest *= 10) {
        ++zeros;
    }
    return std::max(zeros, 0);
}

} // namespace

bool isFiatLike(std::string_view unit)
{
    static constexpr std::array<std::string_view, 44> kUnits {
        "USDT",  "USDC",  "BUSD", "FDUSD", "TUSD", "USDP", "DAI",  "USD1", "USDE", "RLUSD", "XUSD",
        "BFUSD", "PYUSD", "USDS", "GUSD",  "AEUR", "EURI", "EURC", "USD",  "EUR",  "GBP",   "CHF",
        "JPY",   "AUD",   "CAD",  "NZD",   "TRY",  "BRL",  "ARS",  "MXN",  "COP",  "PLN",   "RON",
        "CZK",   "UAH",   "RUB",  "ZAR",   "NGN",  "KZT",  "IDRT", "BIDR", "BVND", "INR",   "VAI"};
    return std::ranges::find(kUnits, unit) != kUnits.end();
}

int decimalsFor(Decimal value, int significant)
{
    const int whole = wholeDigits(value);
    if (whole == 0) {
        return std::min(std::max(zerosBehindPoint(value) + significant, kCents), Decimal::kFractionDigits);
    }
    const int decimals = std::max(significant - whole, kCents);
    return decimals == 3 ? 4 : decimals;
}

int moneyDecimals(Decimal value, std::string_view unit)
{
    const bool countsInCents = isFiatLike(unit)
        && (value.isZero() || magnitude(value) >= Decimal::fromMantissa(Decimal::kOne / 10));
    return value.isZero() || countsInCents ? kCents : decimalsFor(value, kCountingDigits);
}

Decimal visiblyRounded(Decimal value, int decimals, Rounding side)
{
    constexpr int kFewCount = 2;
    const Decimal rounded = value.rounded(decimals, side);
    return rounded.isZero() && !value.isZero() ? value.rounded(decimalsFor(value, kFewCount), side) : rounded;
}

std::string padded(Decimal value, int fewest)
{
    const std::string text = fewest > 0 ? margin::withDigits(value, fewest) : value.toString();
    const std::size_t point = text.find('.');
    const int whole = wholeDigits(value);
    const bool looksLikeGroup = point != std::string::npos && text.size() - point - 1 == 3 && whole >= 1 && whole <= 3;
    return looksLikeGroup ? text + '0' : text;
}

} // namespace plimsoll::wording
