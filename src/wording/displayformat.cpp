// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/displayformat.h"

#include "margin/leveltext.h"
#include "wording/digits.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDateTime>

#include <algorithm>
#include <string>

namespace plimsoll::wording {

using margin::Decimal;
using margin::Rounding;
using Kind = AmountReading::Kind;

namespace {

constexpr int kTwoDecimals = 2;
constexpr int kQuantityDecimals = 8;

QString dash()
{
    return QStringLiteral("–");
}

Decimal magnitude(Decimal value)
{
    return value.isNegative() ? -value : value;
}

Error refusal(const QString &reason)
{
    return {ErrorCode::NotANumber, {}, reason.toStdString()};
}

QString words(const char *source)
{
    return QCoreApplication::translate("DisplayFormat", source);
}

QString tooLong()
{
    return words(QT_TRANSLATE_NOOP("DisplayFormat", "At most 18 digits before and after the decimal mark"));
}

} // namespace

DisplayFormat::DisplayFormat(const QLocale &locale)
    : m_locale(locale)
    , m_style(NumberStyle::of(m_locale))
{
}

QString DisplayFormat::money(const Value &value, const std::string &unit, Rounding side) const
{
    if (!value) {
        return dash();
    }
    const int decimals = moneyDecimals(*value, unit);
    return grouped(padded(visiblyRounded(*value, decimals, side),
                          isFiatLike(unit) ? kTwoDecimals : std::min(decimals, kQuantityDecimals)));
}

Decimal DisplayFormat::payable(Decimal value, const std::string &unit)
{
    return visiblyRounded(value, moneyDecimals(value, unit), Rounding::Up);
}

QString DisplayFormat::signedMoney(const Value &value, const std::string &unit) const
{
    return value && value->isPositive() ? u'+' + money(value, unit, Rounding::Down)
                                        : money(value, unit, Rounding::Down);
}

QString DisplayFormat::quantity(const Value &value, Rounding side) const
{
    if (!value) {
        return dash();
    }
    // Enough for the smallest step of an exchange; behind millions nobody reads it.
    constexpr int kMostDigits = 10;
    int decimals = kQuantityDecimals;
    for (Decimal bound = Decimal::fromInteger(100); bound <= magnitude(*value) && decimals > kTwoDecimals; --decimals) {
        bound = Decimal::fromMantissa(std::min(bound.mantissa() * kMostDigits, Decimal::kLimit - 1));
    }
    return grouped(padded(visiblyRounded(*value, decimals, side), 0));
}

QString DisplayFormat::price(const Value &value, Rounding side) const
{
    constexpr int kSignificant =
        5; // at least as fine as the ticks of an exchange; the quotient of a bridge has 18 decimals
    return value ? grouped(padded(visiblyRounded(*value, decimalsFor(*value, kSignificant), side), kTwoDecimals))
                 : dash();
}

QString DisplayFormat::percent(const Value &fraction) const
{
    const Value hundred = fraction ? fraction->times(Decimal::fromInteger(100), Rounding::Down) : std::nullopt;
    if (!hundred) {
        return dash();
    }
    const int decimals = magnitude(*hundred) < Decimal::fromInteger(5) ? kTwoDecimals : 1;
    const std::string shown = margin::withDigits(visiblyRounded(*hundred, decimals, Rounding::Down), decimals);
    return QCoreApplication::translate("DisplayFormat", "%1 %").arg(grouped(shown));
}

QString DisplayFormat::level(const QString &plainText) const
{
    static const Decimal kHighest = Decimal::fromInteger(
        999); // beyond it nobody minds which one it is, and no card has the room
    const std::string text = plainText.toStdString();
    const auto value = Decimal::parse(text);
    if (!value) {
        return plainText.isEmpty() ? dash() : plainText;
    }
    return *value > kHighest ? QCoreApplication::translate("DisplayFormat", "> %1").arg(grouped(kHighest.toString()))
                             : grouped(text);
}

QString DisplayFormat::full(Decimal value, int fewestDecimals) const
{
    return grouped(padded(value, fewestDecimals));
}

QString DisplayFormat::exact(const Value &value) const
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
        return QCoreApplication::translate("DisplayFormat", "%1 h %2 min", "hours and minutes")
            .arg(number(seconds / 3600), number(seconds % 3600 / 60));
    }
    return QCoreApplication::translate("DisplayFormat", "%1 d", "days").arg(number(seconds / 86'400));
}

QString DisplayFormat::dateTime(WallTime wallTime) const
{
    return m_locale.toString(QDateTime::fromMSecsSinceEpoch(wallTime.ms()), QLocale::ShortFormat);
}

QString DisplayFormat::moment(WallTime wallTime, WallTime now) const
{
    const QDateTime then = QDateTime::fromMSecsSinceEpoch(wallTime.ms());
    const QString time = m_locale.toString(then.time(), QStringLiteral("HH:mm:ss"));
    const bool isToday = then.date() == QDateTime::fromMSecsSinceEpoch(now.ms()).date();
    return isToday ? time : m_locale.toString(then.date(), QLocale::ShortFormat) + u' ' + time;
}

QString DisplayFormat::refusalOf(const QString &typed, const AmountReading &reading) const
{
    const QString shown = typed.trimmed().left(40);
    const auto written = [this](const std::string &plain) {
        const auto value = Decimal::parse(plain);
        return value ? editable(*value) : QString::fromStdString(plain.substr(0, 40));
    };
    switch (reading.kind) {
    case Kind::Value: break;
    case Kind::Nothing: return words(QT_TRANSLATE_NOOP("DisplayFormat", "Enter an amount"));
    case Kind::TwoWays:
        return words(QT_TRANSLATE_NOOP("DisplayFormat", "“%1” could mean %2 or %3: write it in one of these two ways"))
            .arg(shown, written(reading.first), written(reading.second));
    case Kind::NotHere:
        return words(QT_TRANSLATE_NOOP("DisplayFormat", "“%1” is not written like that here: if it means %2, write %2"))
            .arg(shown, written(reading.first));
    case Kind::NotANumber:
        return words(QT_TRANSLATE_NOOP("DisplayFormat", "“%1” is not understood; write it like %2"))
            .arg(shown, grouped("1234.5"));
    }
    return tooLong();
}

Result<Decimal> DisplayFormat::parseSigned(const QString &text) const
{
    const AmountReading reading = readAmount(text, m_style);
    if (reading.kind != Kind::Value) {
        return refusal(refusalOf(text, reading));
    }
    const auto value = Decimal::parse(reading.first);
    if (!value) {
        return refusal(tooLong());
    }
    return reading.negative ? -value.value() : value.value();
}

Result<Decimal> DisplayFormat::parseAmount(const QString &text) const
{
    const AmountReading reading = readAmount(text, m_style);
    if (reading.negative || reading.positiveSign) {
        return refusal(words(QT_TRANSLATE_NOOP("DisplayFormat", "Enter an amount without a sign")));
    }
    return parseSigned(text);
}

QString DisplayFormat::editable(Decimal value, int fewestDecimals) const
{
    return m_style.written(padded(value, fewestDecimals), false);
}

QString DisplayFormat::editablePrice(Decimal value) const
{
    constexpr int kFinest = 8;
    return editable(visiblyRounded(value, std::max(kFinest, decimalsFor(value, kFinest)), margin::Rounding::HalfUp), 2);
}

} // namespace plimsoll::wording
