// SPDX-License-Identifier: GPL-3.0-or-later
// The half of DisplayFormat that reads what a person typed.
#include "wording/digits.h"
#include "wording/displayformat.h"

#include <QtCore/QCoreApplication>

#include <algorithm>
#include <string>

namespace plimsoll::wording {

using margin::Decimal;
using Kind = AmountReading::Kind;

namespace {

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
