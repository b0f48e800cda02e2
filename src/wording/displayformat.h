// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/decimal.h"
#include "margin/moment.h"
#include "wording/amountreading.h"

#include <QtCore/QLocale>
#include <QtCore/QString>

#include <cstdint>
#include <optional>
#include <string>

namespace plimsoll::wording {

/// Exact values as text for people, in one locale; and back. The one formatter of window, terminal, notifications and
/// reports. Works on decimal digits, never on binary floating point. Any thread. Digits follow size and asset: money in
/// a fiat-like unit has two decimals, in a coin at least four digits that count; an amount of an asset at most 8
/// decimals; a price at least two decimals and five digits that count; percent one decimal, two below 5 %. What would
/// print as zero gets as many digits as it needs. Every rounding names its side, since it must be against the person:
/// what they have goes down, what they owe or must pay goes up (docs/formulas.md). No exponent form ever. An empty
/// optional is shown as "–".
class DisplayFormat
{
public:
    explicit DisplayFormat(const QLocale &locale = QLocale());

    using Value = std::optional<margin::Decimal>;

    [[nodiscard]] QString money(const Value &value, const std::string &unit, margin::Rounding side) const;
    [[nodiscard]] QString signedMoney(const Value &value,
                                      const std::string &unit) const; ///< rounded down: "+150.00", "−150.00" (U+2212)
    [[nodiscard]] QString quantity(const Value &value, margin::Rounding side) const;
    [[nodiscard]] QString price(const Value &value, margin::Rounding side) const;
    [[nodiscard]] QString percent(const Value &fraction) const; ///< rounded down: 0.12 -> "12.0 %"
    [[nodiscard]] QString level(
        const QString &plainText) const; ///< a margin-level text with the locale's marks; "> 999" beyond
    [[nodiscard]] QString full(margin::Decimal value,
                               int fewestDecimals = 0) const; ///< all digits, with the locale's marks
    [[nodiscard]] QString exact(
        const Value &value) const; ///< all digits, for tool tips and copying; plain notation with dot
    [[nodiscard]] QString age(std::int64_t ms) const; ///< "2 s", "3 min", "1 h 5 min", "2 d"
    [[nodiscard]] QString dateTime(WallTime wallTime) const; ///< local, short
    /// Local: "03:47:18", with the date before it where it is of another day than `nowMs`. A time of day is never shown
    /// without saying what now is: tomorrow's would read as today's.
    [[nodiscard]] QString moment(WallTime wallTime, WallTime now) const;

    /// An amount to pay, rounded up at the digits with which money() shows it: what a button says is what its form is
    /// filled with.
    [[nodiscard]] static margin::Decimal payable(margin::Decimal value, const std::string &unit);

    /// What a person typed or pasted, as readAmount() understands it in this locale. Errors: NotANumber with words;
    /// where a text can be read in two ways they name both.
    [[nodiscard]] Result<margin::Decimal> parseAmount(const QString &text) const; ///< without sign
    [[nodiscard]] Result<margin::Decimal> parseSigned(const QString &text) const; ///< with or without one

    /// The text that both read back as exactly this value, in this and every other locale: without groups, and never
    /// with exactly three decimals behind what could be a group ("1234.5", "1.2340").
    [[nodiscard]] QString editable(margin::Decimal value, int fewestDecimals = 0) const;
    [[nodiscard]] QString editablePrice(
        margin::Decimal value) const; ///< a quotient of a bridge at the 8 decimals of an exchange

    [[nodiscard]] const QLocale &locale() const { return m_locale; }

private:
    [[nodiscard]] QString grouped(const std::string &plain) const { return m_style.written(plain, true); }
    [[nodiscard]] QString refusalOf(const QString &typed, const AmountReading &reading) const;

    QLocale m_locale;
    NumberStyle m_style;
};

} // namespace plimsoll::wording
