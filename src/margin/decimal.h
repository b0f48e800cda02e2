// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/result.h"

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace plimsoll::margin {

__extension__ typedef __int128 Int128;
__extension__ typedef unsigned __int128 UInt128;

/// Which way a digit that cannot be kept is dropped. There is no default on purpose: every caller says on whose side it
/// errs.
enum class Rounding {
    Down, ///< towards minus infinity
    Up, ///< towards plus infinity
    HalfUp, ///< to the nearest, ties away from zero; for display only
};

/// An exact decimal with 18 digits after the point and at most 18 before it; the amounts, prices and ratios of the
/// whole program. One signed 128-bit mantissa at a common scale, so that adding and comparing are single machine
/// operations (docs/adr/0002-decimal.md). A value type; safe to use from every thread. No conversion from binary
/// floating point exists. Errors: parsing outside the grammar and results beyond 18 digits before the point are errors,
/// never a wrap. Source of the grammar: the interface contract, "Numbers and time" (docs/interface.md).
class Decimal
{
public:
    static constexpr int kFractionDigits = 18;
    static constexpr Int128 kOne = 1'000'000'000'000'000'000;
    static constexpr Int128 kLimit = kOne * kOne; ///< exclusive bound of the mantissa's magnitude: 10^36

    constexpr Decimal() = default;

    /// Requires: |value| < 10^18.
    static constexpr Decimal fromInteger(std::int64_t value) { return Decimal(Int128 {value} * kOne); }

    /// Requires: |mantissa| < kLimit. The mantissa counts units of 10^-18.
    static constexpr Decimal fromMantissa(Int128 mantissa) { return Decimal(mantissa); }

    /// Strict: `[0-9]{1,18}(\.[0-9]{1,18})?`, nothing else: no sign, blank, exponent, NaN, comma. Errors: NotANumber.
    static Result<Decimal> parse(std::string_view text);

    /// As parse(), with one optional leading '-' (journal changes, equity).
    static Result<Decimal> parseSigned(std::string_view text);

    /// Shortest plain notation, "1600", "0.00000001", "-5.5"; parse(toString()) gives the same value.
    [[nodiscard]] std::string toString() const;

    [[nodiscard]] constexpr Int128 mantissa() const { return m_mantissa; }

    [[nodiscard]] constexpr bool isZero() const { return m_mantissa == 0; }

    [[nodiscard]] constexpr bool isPositive() const { return m_mantissa > 0; }

    [[nodiscard]] constexpr bool isNegative() const { return m_mantissa < 0; }

    /// Nothing where the exact sum or difference leaves the range.
    [[nodiscard]] std::optional<Decimal> plus(Decimal other) const;
    [[nodiscard]] std::optional<Decimal> minus(Decimal other) const;
    /// Rounded at the 18th digit; nothing on overflow (or division by zero).
    [[nodiscard]] std::optional<Decimal> times(Decimal other, Rounding rounding) const;
    [[nodiscard]] std::optional<Decimal> dividedBy(Decimal other, Rounding rounding) const;

    constexpr Decimal operator-() const { return Decimal(-m_mantissa); }

    /// At most `digits` digits after the point (0..18). Rounding up may leave the range only at its very end, where it
    /// saturates.
    [[nodiscard]] Decimal rounded(int digits, Rounding rounding) const;

    /// For pixels and simulations only; never on the way to a decision.
    [[nodiscard]] double toDoubleForPlot() const;

    constexpr auto operator<=>(const Decimal &) const = default;

private:
    constexpr explicit Decimal(Int128 mantissa)
        : m_mantissa(mantissa)
    {
    }

    Int128 m_mantissa = 0;
};

} // namespace plimsoll::margin
