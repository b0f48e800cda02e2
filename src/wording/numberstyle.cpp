// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/numberstyle.h"

#include <QtCore/QStringList>

#include <algorithm>

namespace plimsoll::wording {

namespace {

// QLocale::c() leaves groups out unless it is asked for them.
QLocale withGroups(QLocale locale)
{
    locale.setNumberOptions(QLocale::DefaultNumberOptions);
    return locale;
}

int digitsIn(const QString &part)
{
    return static_cast<int>(part.toUcs4().size()); // a digit of some scripts takes two UTF-16 units
}

bool sameWay(const NumberStyle &a, const NumberStyle &b)
{
    return comparable(a.decimal.front()) == comparable(b.decimal.front())
        && comparable(a.group.front()) == comparable(b.group.front()) && a.least == b.least && a.higher == b.higher;
}

} // namespace

char16_t comparable(QChar mark)
{
    if (mark.isSpace()) {
        return u' ';
    }
    return mark == u'\u2019' ? u'\'' : mark.unicode();
}

NumberStyle NumberStyle::of(const QLocale &locale)
{
    const QLocale writer = withGroups(locale);
    NumberStyle style;
    style.decimal = writer.decimalPoint().isEmpty() ? QStringLiteral(".") : writer.decimalPoint();
    style.group = writer.groupSeparator().isEmpty() ? QStringLiteral(" ") : writer.groupSeparator();
    if (const auto zero = writer.zeroDigit().toUcs4(); !zero.isEmpty()) {
        style.zero = zero.front();
    }
    const QStringList parts = writer.toString(qulonglong {12'345'678'901'234}).split(style.group);
    if (parts.size() >= 3) {
        style.least = digitsIn(parts.last());
        style.higher = digitsIn(parts.at(parts.size() - 2));
    }
    for (qulonglong number = 1234; number < 1'000'000 && !writer.toString(number).contains(style.group); number *= 10) {
        ++style.top;
    }
    return style;
}

const std::vector<NumberStyle> &NumberStyle::known()
{
    static const std::vector<NumberStyle> styles = [] {
        std::vector<NumberStyle> found;
        for (const QLocale &locale :
             QLocale::matchingLocales(QLocale::AnyLanguage, QLocale::AnyScript, QLocale::AnyTerritory)) {
            NumberStyle style = of(locale);
            if (std::ranges::none_of(found, [&](const NumberStyle &other) { return sameWay(style, other); })) {
                found.push_back(std::move(style));
            }
        }
        return found;
    }();
    return styles;
}

QString NumberStyle::written(const std::string &plain, bool grouped) const
{
    const bool negative = !plain.empty() && plain.front() == '-';
    const std::size_t first = negative ? 1 : 0;
    const std::size_t point = std::min(plain.find('.'), plain.size());
    const int whole = static_cast<int>(point - first);
    const bool separates = grouped && whole >= least + top;
    QString text = negative ? QStringLiteral("\u2212") : QString();
    for (std::size_t i = first; i < plain.size(); ++i) {
        const int left = static_cast<int>(point - i); // digits from here to the point; meaningful before it only
        if (i == point) {
            text += decimal;
            continue;
        }
        if (separates && i > first && i < point && left >= least && (left - least) % higher == 0) {
            text += group;
        }
        text += QString::fromUcs4(std::u32string(1, zero + static_cast<char32_t>(plain[i] - '0')).c_str(), 1);
    }
    return text;
}

} // namespace plimsoll::wording
