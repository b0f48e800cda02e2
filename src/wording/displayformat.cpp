// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/displayformat.h"

#include "margin/leveltext.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDateTime>

#include <algorithm>

namespace plimsoll::wording {

using margin::Decimal;
using margin::Rounding;

namespace {

constexpr int kMoneyDigits = 2;
constexpr int kQuantityDigits = 8;

QString dash()
{
    return QStringLiteral("–");
}

Decimal magnitude(Decimal value)
{
    return value.isNegative() ? -value : value;
}

/// Digits after the point at which `significant` digits of a value below 1 are kept.
int digitsToKeep(Decimal value, int significant)
{
    int digits = 0;
    for (margin::Int128 rest = magnitude(value).mantissa(); rest != 0 && rest < Decimal::kOne && digits < Decimal::kFractionDigits; rest *= 10) {
        ++digits;
    }
    return std::min(digits + significant - 1, Decimal::kFractionDigits);
}

/// Digits before the point (at least 1).
int wholeDigits(Decimal value)
{
    int digits = 1;
    for (margin::Int128 rest = magnitude(value).mantissa() / Decimal::kOne; rest >= 10; rest /= 10) {
        ++digits;
    }
    return digits;
}

/// Half up on the magnitude, with more digits where `digits` would print a value as zero.
std::string visible(Decimal value, int digits)
{
    const Decimal rounded = value.rounded(digits, Rounding::HalfUp);
    if (rounded.isZero() && !value.isZero()) {
        return value.rounded(digitsToKeep(value, 2), Rounding::HalfUp).toString();
    }
    return margin::withDigits(rounded, digits);
}

} // namespace

DisplayFormat::DisplayFormat(QLocale locale)
    : m_locale(std::move(locale))
{
}

QString DisplayFormat::grouped(const std::string &plain) const
{
    const QString zero = m_locale.zeroDigit();
    const bool negative = !plain.empty() && plain.front() == '-';
    const std::size_t point = std::min(plain.find('.'), plain.size());
    QString text = negative ? QStringLiteral("\u2212") : QString();
    for (std::size_t i = negative ? 1 : 0; i < plain.size(); ++i) {
        const std::size_t left = point - i; // digits from here to the point, meaningful before it only
        if (i == point) {
            text += m_locale.decimalPoint();
        } else if (zero.size() == 1) {
            text += QChar(static_cast<char16_t>(zero.front().unicode() + (plain[i] - '0')));
        } else {
            text += QLatin1Char(plain[i]);
        }
        if (i < point && left > 1 && (left - 1) % 3 == 0) {
            text += m_locale.groupSeparator();
        }
    }
    return text;
}

QString DisplayFormat::money(const std::optional<Decimal> &value) const
{
    return value ? grouped(visible(*value, kMoneyDigits)) : dash();
}

QString DisplayFormat::moneyUp(const std::optional<Decimal> &value) const
{
    if (!value) {
        return dash();
    }
    // Small amounts of dear assets keep three digits that count: 0.00124 BTC must not become 0.01.
    const int digits = std::max(kMoneyDigits, std::min(digitsToKeep(*value, 3), kQuantityDigits));
    const bool small = magnitude(*value) < Decimal::fromMantissa(Decimal::kOne / 10);
    return grouped(margin::withDigits(value->rounded(small ? digits : kMoneyDigits, Rounding::Up), kMoneyDigits));
}

QString DisplayFormat::signedMoney(const std::optional<Decimal> &value) const
{
    return value && value->isPositive() ? u'+' + money(value) : money(value);
}

QString DisplayFormat::quantity(const std::optional<Decimal> &value) const
{
    if (!value) {
        return dash();
    }
    const Decimal rounded = value->rounded(kQuantityDigits, Rounding::HalfUp);
    return grouped(rounded.isZero() && !value->isZero() ? visible(*value, kQuantityDigits) : rounded.toString());
}

QString DisplayFormat::price(const std::optional<Decimal> &value) const
{
    if (!value) {
        return dash();
    }
    constexpr int kSignificant = 10; // exchanges quote at most 8 decimals; a quotient with 18 helps nobody
    const bool tiny = magnitude(*value) < Decimal::fromInteger(1);
    const int digits = tiny ? std::max(kQuantityDigits, digitsToKeep(*value, 4)) : std::clamp(kSignificant - wholeDigits(*value), kMoneyDigits, kQuantityDigits);
    return grouped(margin::withDigits(value->rounded(digits, Rounding::HalfUp), kMoneyDigits));
}

QString DisplayFormat::percent(const std::optional<Decimal> &fraction) const
{
    const std::optional<Decimal> hundred = fraction ? fraction->times(Decimal::fromInteger(100), Rounding::HalfUp) : std::nullopt;
    if (!hundred) {
        return dash();
    }
    const int digits = magnitude(*hundred) < Decimal::fromInteger(5) ? 2 : 1;
    return QCoreApplication::translate("DisplayFormat", "%1 %").arg(grouped(visible(*hundred, digits)));
}

QString DisplayFormat::level(const QString &plainText) const
{
    const bool plain = !plainText.isEmpty()
        && std::all_of(plainText.cbegin(), plainText.cend(), [](QChar c) { return c == u'.' || (c >= u'0' && c <= u'9'); });
    return plain ? grouped(plainText.toStdString()) : plainText.isEmpty() ? dash() : plainText;
}

QString DisplayFormat::exact(const std::optional<Decimal> &value) const
{
    return value ? QString::fromStdString(value->toString()) : dash();
}

QString DisplayFormat::age(std::int64_t ms) const
{
    const std::int64_t seconds = std::max<std::int64_t>(ms, 0) / 1000;
    const auto number = [this](std::int64_t value) { return m_locale.toString(static_cast<qlonglong>(value)); };
    if (seconds < 60) {
        return QCoreApplication::translate("DisplayFormat", "%1 s", "seconds").arg(number(seconds));
    }
    if (seconds < 3600) {
        return QCoreApplication::translate("DisplayFormat", "%1 min", "minutes").arg(number(seconds / 60));
    }
    if (seconds < 86'400) {
        return QCoreApplication::translate("DisplayFormat", "%1 h %2 min", "hours and minutes").arg(number(seconds / 3600), number(seconds % 3600 / 60));
    }
    return QCoreApplication::translate("DisplayFormat", "%1 d", "days").arg(number(seconds / 86'400));
}

QString DisplayFormat::dateTime(std::int64_t wallMs) const
{
    return m_locale.toString(QDateTime::fromMSecsSinceEpoch(wallMs), QLocale::ShortFormat);
}

QString DisplayFormat::time(std::int64_t wallMs) const
{
    return m_locale.toString(QDateTime::fromMSecsSinceEpoch(wallMs).time(), QStringLiteral("HH:mm:ss"));
}

QString DisplayFormat::editable(Decimal value) const
{
    return grouped(value.toString());
}

} // namespace plimsoll::wording
