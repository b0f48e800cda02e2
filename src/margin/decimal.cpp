// SPDX-License-Identifier: GPL-3.0-or-later
#include "margin/decimal.h"

#include "margin/exact.h"

#include <algorithm>
#include <array>

namespace plimsoll::margin {

namespace {

constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

// A table, because every parsed price needs one: 10^0 .. 10^18.
constexpr auto kPowersOfTen = [] {
    std::array<std::int64_t, Decimal::kFractionDigits + 1> powers {1};
    for (std::size_t i = 1; i < powers.size(); ++i) {
        powers[i] = powers[i - 1] * 10;
    }
    return powers;
}();

Int128 powerOfTen(int exponent)
{
    return kPowersOfTen[static_cast<std::size_t>(exponent)];
}

std::optional<Decimal> inRange(Int128 mantissa)
{
    if (mantissa >= Decimal::kLimit || mantissa <= -Decimal::kLimit) {
        return std::nullopt;
    }
    return Decimal::fromMantissa(mantissa);
}

// The length of the run of digits at the front, at most one more than allowed so that "too long" is noticed cheaply.
std::size_t digitRun(std::string_view text)
{
    constexpr std::size_t kEnough = Decimal::kFractionDigits + 1;
    std::size_t length = 0;
    while (length < text.size() && length < kEnough && isDigit(text[length])) {
        ++length;
    }
    return length;
}

std::uint64_t digitsValue(std::string_view digits)
{
    std::uint64_t value = 0;
    for (const char c : digits) {
        value = value * 10 + static_cast<std::uint64_t>(c - '0');
    }
    return value; // 18 digits fit in 60 bits
}

Error notANumber(std::string_view text)
{
    constexpr std::size_t kShown = 60; // a hostile file must not fill the terminal
    std::string shown(text.substr(0, kShown));
    if (text.size() > kShown) {
        shown += "...";
    }
    return {ErrorCode::NotANumber,
            {},
            "\"" + shown + "\" is not a decimal of at most 18 digits before and 18 after the point"};
}

} // namespace

Result<Decimal> Decimal::parse(std::string_view text)
{
    constexpr auto kMaxDigits = static_cast<std::size_t>(kFractionDigits);
    const std::size_t whole = digitRun(text);
    if (whole == 0 || whole > kMaxDigits) {
        return notANumber(text);
    }
    Int128 mantissa = Int128 {digitsValue(text.substr(0, whole))} * kOne;
    if (whole < text.size()) {
        const std::string_view fraction = text.substr(whole + 1);
        const std::size_t digits = digitRun(fraction);
        if (text[whole] != '.' || digits == 0 || digits > kMaxDigits || digits != fraction.size()) {
            return notANumber(text);
        }
        mantissa += Int128 {digitsValue(fraction)} * powerOfTen(kFractionDigits - static_cast<int>(digits));
    }
    return Decimal(mantissa);
}

Result<Decimal> Decimal::parseSigned(std::string_view text)
{
    if (text.empty() || text.front() != '-') {
        return parse(text);
    }
    const auto magnitude = parse(text.substr(1));
    if (!magnitude) {
        return notANumber(text);
    }
    return -magnitude.value();
}

std::string Decimal::toString() const
{
    const bool negative = m_mantissa < 0;
    const Int128 magnitude = negative ? -m_mantissa : m_mantissa;
    const auto whole = static_cast<std::uint64_t>(magnitude / kOne);
    auto fraction = static_cast<std::uint64_t>(magnitude % kOne);
    std::string text = (negative ? "-" : "") + std::to_string(whole);
    if (fraction == 0) {
        return text;
    }
    std::string digits(kFractionDigits, '0');
    for (auto it = digits.rbegin(); it != digits.rend(); ++it, fraction /= 10) {
        *it = static_cast<char>('0' + fraction % 10);
    }
    digits.erase(digits.find_last_not_of('0') + 1);
    return text + '.' + digits;
}

std::optional<Decimal> Decimal::plus(Decimal other) const
{
    return inRange(m_mantissa + other.m_mantissa); // both below 10^36: the sum cannot wrap at 1.7 * 10^38
}

std::optional<Decimal> Decimal::minus(Decimal other) const
{
    return inRange(m_mantissa - other.m_mantissa);
}

std::optional<Decimal> Decimal::times(Decimal other, Rounding rounding) const
{
    return exact::toDecimal(exact::Integer(exact::fromDecimal(*this) * exact::fromDecimal(other)), 2 * kFractionDigits,
                            rounding);
}

std::optional<Decimal> Decimal::dividedBy(Decimal other, Rounding rounding) const
{
    if (other.isZero()) {
        return std::nullopt;
    }
    if (other.isNegative()) { // a quotient is defined for positive denominators
        return (-*this).dividedBy(-other, rounding);
    }
    return exact::toDecimal(exact::quotient(exact::fromDecimal(*this) * exact::powerOfTen(kFractionDigits),
                                            exact::fromDecimal(other), rounding),
                            kFractionDigits, rounding);
}

Decimal Decimal::rounded(int digits, Rounding rounding) const
{
    const Int128 step = powerOfTen(kFractionDigits - std::clamp(digits, 0, kFractionDigits));
    Int128 floor = m_mantissa / step;
    Int128 rest = m_mantissa % step;
    if (rest < 0) {
        rest += step;
        --floor;
    }
    const bool tieAwayFromZero = rest * 2 > step || (rest * 2 == step && m_mantissa >= 0);
    if (rest != 0 && (rounding == Rounding::Up || (rounding == Rounding::HalfUp && tieAwayFromZero))) {
        ++floor;
    }
    return Decimal(std::clamp(floor * step, -kLimit + 1, kLimit - 1));
}

double Decimal::toDoubleForPlot() const
{
    return static_cast<double>(m_mantissa) / static_cast<double>(kOne);
}

} // namespace plimsoll::margin
