// SPDX-License-Identifier: GPL-3.0-or-later
#include "margin/exact.h"

namespace plimsoll::margin::exact {

Integer powerOfTen(int exponent)
{
    return boost::multiprecision::pow(Integer(10), static_cast<unsigned>(exponent));
}

Integer fromWide(const Wide &value)
{
    return (Integer(value.high()) << 128U) | Integer(value.low());
}

Integer fromDecimal(Decimal value)
{
    return {value.mantissa()};
}

Integer quotient(const Integer &numerator, const Integer &denominator, Rounding rounding)
{
    Integer floor;
    Integer rest;
    boost::multiprecision::divide_qr(numerator, denominator, floor, rest);
    if (rest < 0) { // divide_qr truncates towards zero
        rest += denominator;
        --floor;
    }
    const Integer twice = rest * 2;
    const bool up = rounding == Rounding::Up
        || (rounding == Rounding::HalfUp && (twice > denominator || (twice == denominator && numerator >= 0)));
    if (rest != 0 && up) {
        ++floor;
    }
    return floor;
}

std::optional<Decimal> toDecimal(const Integer &value, int scale, Rounding rounding)
{
    static const Integer kLimit = powerOfTen(2 * Decimal::kFractionDigits);
    Integer mantissa;
    if (scale >= Decimal::kFractionDigits) {
        mantissa = quotient(value, powerOfTen(scale - Decimal::kFractionDigits), rounding);
    } else {
        mantissa = value * powerOfTen(Decimal::kFractionDigits - scale);
    }
    if (mantissa >= kLimit || mantissa <= -kLimit) {
        return std::nullopt;
    }
    return Decimal::fromMantissa(static_cast<Int128>(mantissa));
}

std::string toString(const Integer &value, int scale)
{
    const bool negative = value < 0;
    const Integer magnitude = negative ? Integer(-value) : value;
    std::string digits = magnitude.str();
    const auto fraction = static_cast<std::size_t>(scale);
    if (digits.size() <= fraction) {
        digits.insert(0, fraction + 1 - digits.size(), '0');
    }
    digits.insert(digits.size() - fraction, 1, '.'); // also where nothing follows it: it ends the search for zeros
    digits.erase(digits.find_last_not_of('0') + 1);
    if (digits.back() == '.') {
        digits.pop_back();
    }
    return (negative ? "-" : "") + digits;
}

} // namespace plimsoll::margin::exact
