// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/wide.h"

#include <boost/multiprecision/cpp_int.hpp>

#include <optional>
#include <string>

/// Unbounded arithmetic behind the formulas that run once per look, not once per price: prices of a bar, rescue
/// amounts, printed levels. A "scale" is the number of decimal digits that an integer carries behind the point.
/// Pure functions; no errors but the documented empty results. Boost's header is long: other headers do not include
/// this one.
namespace plimsoll::margin::exact {

using Integer = boost::multiprecision::cpp_int;
using Rational = boost::multiprecision::cpp_rational;

Integer powerOfTen(int exponent);
Integer fromDecimal(Decimal value); ///< scale 18
Integer fromWide(const Wide &value); ///< scale 36

/// numerator / denominator as a whole number, rounded as asked. Requires: denominator > 0.
Integer quotient(const Integer &numerator, const Integer &denominator, Rounding rounding);

/// An integer of the given scale as a Decimal; nothing where 18 digits before the point do not suffice.
std::optional<Decimal> toDecimal(const Integer &value, int scale, Rounding rounding);

/// Plain notation of an integer of the given scale, without trailing zeros, any number of digits.
std::string toString(const Integer &value, int scale);

} // namespace plimsoll::margin::exact
