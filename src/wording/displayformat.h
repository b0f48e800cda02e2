// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/decimal.h"

#include <QtCore/QLocale>
#include <QtCore/QString>

#include <cstdint>
#include <optional>

namespace plimsoll::wording {

/// Exact values as text for people, in one locale; and back. Works on decimal digits, never on binary floating point. GUI thread.
/// Rounding follows the kind: money two decimals half up (more where that would print a positive amount as zero), amounts to pay up,
/// quantities up to 8 decimals without trailing zeros, prices at least two decimals and as many as the value needs (tiny prices keep
/// 4 significant digits), percent one decimal and two below 5 %. No exponent form ever. An empty optional is shown as "–".
class DisplayFormat
{
public:
    explicit DisplayFormat(QLocale locale = QLocale());

    [[nodiscard]] QString money(const std::optional<margin::Decimal> &value) const;
    [[nodiscard]] QString moneyUp(const std::optional<margin::Decimal> &value) const; ///< rounded up: amounts that must suffice
    [[nodiscard]] QString signedMoney(const std::optional<margin::Decimal> &value) const; ///< "+150.00", "−150.00" (U+2212)
    [[nodiscard]] QString quantity(const std::optional<margin::Decimal> &value) const;
    [[nodiscard]] QString price(const std::optional<margin::Decimal> &value) const;
    [[nodiscard]] QString percent(const std::optional<margin::Decimal> &fraction) const; ///< 0.12 -> "12.0 %"
    [[nodiscard]] QString level(const QString &plainText) const; ///< a margin-level text with the locale's decimal point
    [[nodiscard]] QString exact(const std::optional<margin::Decimal> &value) const; ///< all digits, for tool tips; plain notation with dot
    [[nodiscard]] QString age(std::int64_t ms) const; ///< "2 s", "3 min", "1 h 5 min", "2 d"
    [[nodiscard]] QString dateTime(std::int64_t wallMs) const; ///< local, short
    [[nodiscard]] QString time(std::int64_t wallMs) const; ///< local, hh:mm:ss

    /// What a person typed or pasted, in this locale: group separators, blanks and no-break spaces are accepted where they stand between
    /// groups of three; the other locale's decimal mark is refused as ambiguous unless it can only mean one thing ("1,5" in English is
    /// refused; "1000.5" in German is refused). Errors: NotANumber with words that say what was not understood.
    [[nodiscard]] Result<margin::Decimal> parseAmount(const QString &text) const;

    /// The text that parseAmount() reads back as exactly this value, for filling a field ("1,234.5").
    [[nodiscard]] QString editable(margin::Decimal value) const;

    [[nodiscard]] const QLocale &locale() const { return m_locale; }

private:
    [[nodiscard]] QString grouped(const std::string &plain) const;

    QLocale m_locale;
};

} // namespace plimsoll::wording
