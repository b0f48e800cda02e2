// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/amountreading.h"

#include <algorithm>
#include <optional>
#include <set>

namespace plimsoll::wording {

namespace {

using Kind = AmountReading::Kind;

bool isDirectionMark(char32_t c)
{
    return c == U'\u200e' || c == U'\u200f' || c == U'\u061c';
}

bool isMinus(char32_t c)
{
    return c == U'-' || c == U'\u2212' || c == U'\u2013';
}

bool isDigit(char16_t c)
{
    return c >= u'0' && c <= u'9';
}

/// Digits of ASCII or of `zero` as ASCII, marks made comparable; empty where digits of two kinds are mixed or something
/// else is in it.
std::u16string comparableText(const QString &typed, char32_t zero)
{
    std::u16string text;
    std::optional<char32_t> kind;
    for (const char32_t c : typed.toUcs4()) {
        const bool ascii = c >= U'0' && c <= U'9';
        if (isDirectionMark(c)) {
            continue;
        }
        if (ascii || (c >= zero && c <= zero + 9)) {
            const char32_t from = ascii ? U'0' : zero;
            if (kind.value_or(from) != from) {
                return {};
            }
            kind = from;
            text += static_cast<char16_t>(u'0' + (c - from));
        } else if (c > 0xffff) {
            return {};
        } else {
            text += comparable(QChar(static_cast<char16_t>(c)));
        }
    }
    return text;
}

/// The digits of a whole part, its groups checked; nothing where it is not written so.
std::optional<std::string> wholeDigits(std::u16string_view whole, char16_t group, const NumberStyle &style)
{
    std::string digits;
    std::vector<int> runs(1);
    for (const char16_t c : whole) {
        if (c == group) {
            runs.push_back(0);
        } else if (isDigit(c)) {
            digits += static_cast<char>(c);
            ++runs.back();
        } else {
            return std::nullopt;
        }
    }
    if (runs.size() == 1) {
        return digits;
    }
    const bool sizes = runs.back() == style.least && runs.front() >= 1 && runs.front() <= style.higher
        && std::all_of(runs.begin() + 1, runs.end() - 1, [&](int run) { return run == style.higher; });
    return sizes && digits.front() != '0' ? std::optional(digits) : std::nullopt;
}

/// "000150.50" as "150.5": equal values have equal texts.
std::string canonical(std::string whole, std::string fraction)
{
    whole.erase(0, std::min(whole.find_first_not_of('0'), whole.size()));
    fraction.erase(fraction.find_last_not_of('0') + 1);
    return (whole.empty() ? "0" : whole) + (fraction.empty() ? std::move(fraction) : '.' + std::move(fraction));
}

std::optional<std::string> readIn(std::u16string_view text, const NumberStyle &style)
{
    const std::size_t at = std::min(text.find(comparable(style.decimal.front())), text.size());
    const std::u16string_view fraction = at < text.size() ? text.substr(at + 1) : std::u16string_view();
    const auto whole = wholeDigits(text.substr(0, at), comparable(style.group.front()), style);
    const bool some = at > 0 || !fraction.empty();
    if (!whole || !some || !std::ranges::all_of(fraction, isDigit)) {
        return std::nullopt;
    }
    return canonical(*whole, std::string(fraction.begin(), fraction.end()));
}

/// Whether the text uses, in this other style, a mark that has the opposite role here.
bool contradicts(std::u16string_view text, const NumberStyle &other, const NumberStyle &here)
{
    const char16_t decimal = comparable(other.decimal.front());
    const char16_t group = comparable(other.group.front());
    return (decimal == comparable(here.group.front()) && text.find(decimal) != std::u16string_view::npos)
        || (group == comparable(here.decimal.front()) && text.find(group) != std::u16string_view::npos);
}

bool isDecimalSomewhere(char16_t mark)
{
    return std::ranges::any_of(NumberStyle::known(),
                               [mark](const NumberStyle &style) { return comparable(style.decimal.front()) == mark; });
}

/// One mark that stands once: as a decimal mark, and as one that only separates.
std::optional<std::pair<std::string, std::string>> bothWays(std::u16string_view text)
{
    const auto mark = std::ranges::find_if_not(text, isDigit);
    const bool inside = mark != text.begin() && mark != text.end() && mark + 1 != text.end();
    if (!inside || !isDecimalSomewhere(*mark) || !std::all_of(mark + 1, text.end(), isDigit)) {
        return std::nullopt;
    }
    const std::string whole(text.begin(), mark);
    const std::string rest(mark + 1, text.end());
    return std::pair(canonical(whole, rest), canonical(whole + rest, {}));
}

AmountReading foreign(std::u16string_view text, const NumberStyle &here)
{
    std::set<std::string> meant;
    std::set<std::string> elsewhere;
    for (const NumberStyle &style : NumberStyle::known()) {
        if (const auto value = readIn(text, style)) {
            (contradicts(text, style, here) ? elsewhere : meant).insert(*value);
        }
    }
    if (meant.size() > 1) {
        return {Kind::TwoWays, false, false, *meant.begin(), *meant.rbegin()};
    }
    if (meant.size() == 1 && elsewhere.empty()) {
        return {Kind::Value, false, false, *meant.begin(), {}};
    }
    if (const auto both = bothWays(text); both && both->first != both->second) {
        return {Kind::TwoWays, false, false, both->first, both->second};
    }
    meant.merge(elsewhere);
    return meant.size() == 1 ? AmountReading {Kind::NotHere, false, false, *meant.begin(), {}} : AmountReading {};
}

AmountReading unsignedReading(std::u16string_view text, const NumberStyle &here)
{
    const auto own = readIn(text, here);
    if (!own) {
        return foreign(text, here);
    }
    for (const NumberStyle &style : NumberStyle::known()) {
        if (const auto other = readIn(text, style); other && *other != *own) {
            return {Kind::TwoWays, false, false, *own, *other};
        }
    }
    return {Kind::Value, false, false, *own, {}};
}

} // namespace

AmountReading readAmount(const QString &typed, const NumberStyle &here)
{
    const QString trimmed = typed.trimmed();
    QString body = trimmed;
    body.removeIf([](QChar c) { return isDirectionMark(c.unicode()); });
    body = body.trimmed();
    if (body.isEmpty()) {
        AmountReading nothing;
        nothing.kind = Kind::Nothing;
        return nothing;
    }
    const bool negative = isMinus(body.front().unicode());
    const bool positive = body.front() == u'+';
    if (negative || positive) {
        body = body.mid(1).trimmed();
    }
    const std::u16string text = comparableText(body, here.zero);
    AmountReading reading = text.empty() ? AmountReading {} : unsignedReading(text, here);
    reading.negative = negative;
    reading.positiveSign = positive;
    return reading;
}

} // namespace plimsoll::wording
