// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/decimal.h"

#include <array>
#include <cassert>
#include <cstdint>

namespace plimsoll::margin {

/// An exact sum of amount x price products: an unsigned 256-bit integer of scale 36. The hot path of the program adds
/// one of these per held or owed asset and compares two per account, so it is hand-made and allocation-free; everything
/// that is computed once per look uses exact::Integer instead. A product is below 10^72 and 2^256 is above 10^77: a
/// hundred thousand terms cannot wrap.
class Wide
{
public:
    constexpr Wide() = default;

    /// amount x price. Requires: both >= 0.
    static constexpr Wide product(Decimal amount, Decimal price)
    {
        assert(!amount.isNegative() && !price.isNegative());
        const auto a = static_cast<UInt128>(amount.mantissa());
        const auto b = static_cast<UInt128>(price.mantissa());
        const auto aLow = static_cast<std::uint64_t>(a);
        const auto aHigh = static_cast<std::uint64_t>(a >> 64U);
        const auto bLow = static_cast<std::uint64_t>(b);
        const auto bHigh = static_cast<std::uint64_t>(b >> 64U);
        const UInt128 low = UInt128 {aLow} * bLow;
        const UInt128 cross1 = UInt128 {aLow} * bHigh;
        const UInt128 cross2 = UInt128 {aHigh} * bLow;
        const UInt128 high = UInt128 {aHigh} * bHigh;
        const UInt128 middle = (low >> 64U) + static_cast<std::uint64_t>(cross1) + static_cast<std::uint64_t>(cross2);
        Wide result;
        result.m_low = (middle << 64U) | static_cast<std::uint64_t>(low);
        result.m_high = high + (cross1 >> 64U) + (cross2 >> 64U) + (middle >> 64U);
        return result;
    }

    constexpr Wide &operator+=(const Wide &other)
    {
        m_low += other.m_low;
        m_high += other.m_high + (m_low < other.m_low ? 1U : 0U);
        return *this;
    }

    [[nodiscard]] constexpr bool isZero() const { return m_low == 0 && m_high == 0; }

    constexpr bool operator==(const Wide &) const = default;

    constexpr std::strong_ordering operator<=>(const Wide &other) const
    {
        return m_high != other.m_high ? m_high <=> other.m_high : m_low <=> other.m_low;
    }

    [[nodiscard]] constexpr UInt128 high() const { return m_high; } ///< the upper half; unbounded: exact::fromWide()
    [[nodiscard]] constexpr UInt128 low() const { return m_low; }

    /// this x factor as six 64-bit limbs, most significant first; for comparing without a quotient. Requires: factor >=
    /// 0.
    [[nodiscard]] constexpr std::array<std::uint64_t, 6> times(Decimal factor) const
    {
        const auto f = static_cast<UInt128>(factor.mantissa());
        const std::array<std::uint64_t, 4> left {
            static_cast<std::uint64_t>(m_low), static_cast<std::uint64_t>(m_low >> 64U),
            static_cast<std::uint64_t>(m_high), static_cast<std::uint64_t>(m_high >> 64U)};
        const std::array<std::uint64_t, 2> right {static_cast<std::uint64_t>(f), static_cast<std::uint64_t>(f >> 64U)};
        std::array<std::uint64_t, 6> limbs {};
        for (std::size_t j = 0; j < right.size(); ++j) {
            std::uint64_t carry = 0;
            for (std::size_t i = 0; i < left.size(); ++i) {
                const UInt128 sum = UInt128 {left[i]} * right[j] + limbs[5 - (i + j)] + carry;
                limbs[5 - (i + j)] = static_cast<std::uint64_t>(sum);
                carry = static_cast<std::uint64_t>(sum >> 64U);
            }
            limbs[5 - (left.size() + j)] = carry;
        }
        return limbs;
    }

private:
    UInt128 m_low = 0;
    UInt128 m_high = 0;
};

} // namespace plimsoll::margin
