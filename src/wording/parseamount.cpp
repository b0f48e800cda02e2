// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/displayformat.h"

#include <QtCore/QCoreApplication>

#include <string>

namespace plimsoll::wording {

using margin::Decimal;

namespace {

/// A typed number taken apart: ASCII digits in groups, the marks between them kept apart.
struct Typed {
    QString digits; ///< digits and marks, blanks of every kind as ' ', local digits as ASCII
    bool understood = true;
};

Error refusal(const QString &words)
{
    return {ErrorCode::NotANumber, {}, words.toStdString()};
}

bool isDirectionMark(QChar c)
{
    return c == u'\u200e' || c == u'\u200f' || c == u'\u061c';
}

bool isBlank(QChar c)
{
    return c.isSpace() || c == u'\u00a0' || c == u'\u202f' || c == u'\u2009';
}

Typed takeApart(const QString &text, QChar zero)
{
    Typed typed;
    for (const QChar c : text.trimmed()) {
        const int local = c.unicode() - zero.unicode();
        if (c >= u'0' && c <= u'9') {
            typed.digits += c;
        } else if (local >= 0 && local <= 9) {
            typed.digits += QChar(u'0' + local);
        } else if (isBlank(c)) {
            typed.digits += u' ';
        } else if (!isDirectionMark(c)) {
            typed.digits += c;
        }
    }
    return typed;
}

/// Whole part without its separators; empty where they do not stand between groups of three, or are of two kinds.
QString withoutGroups(const QString &whole, QChar group)
{
    QString digits;
    QChar used;
    qsizetype run = 0;
    for (qsizetype i = 0; i < whole.size(); ++i) {
        const QChar c = whole[i];
        if (c >= u'0' && c <= u'9') {
            digits += c;
            ++run;
            continue;
        }
        const bool separates = c == group || c == u' ';
        const bool inPlace = used.isNull() ? run >= 1 && run <= 3 : run == 3;
        if (!separates || !inPlace || (!used.isNull() && used != c)) {
            return {};
        }
        used = c;
        run = 0;
    }
    return used.isNull() || run == 3 ? digits : QString();
}

/// The decimal mark in force: the locale's, or a foreign point or comma where it can only be one.
QChar decimalMark(const QString &typed, QChar point, QChar group)
{
    if (typed.contains(point)) {
        return point;
    }
    for (const QChar other : {QChar(u'.'), QChar(u',')}) {
        const qsizetype at = typed.indexOf(other);
        const bool foreign = other != point && other != group && at >= 0 && typed.count(other) == 1;
        const bool looksLikeGroup = typed.size() - at - 1 == 3 && at <= 3 && !typed.startsWith(u'0');
        if (foreign && !looksLikeGroup) {
            return other;
        }
    }
    return point;
}

} // namespace

Result<Decimal> DisplayFormat::parseAmount(const QString &text) const
{
    const auto words = [](const char *source) { return QCoreApplication::translate("DisplayFormat", source); };
    const QString zero = m_locale.zeroDigit();
    const QString point = m_locale.decimalPoint();
    const QString separator = m_locale.groupSeparator();
    const QChar mark = point.isEmpty() ? QChar(u'.') : point.front();
    QChar group = separator.isEmpty() ? QChar(u' ') : separator.front();
    group = isBlank(group) ? QChar(u' ') : group;
    const QString typed = takeApart(text, zero.size() == 1 ? zero.front() : QChar(u'0')).digits;
    if (typed.isEmpty()) {
        return refusal(words(QT_TRANSLATE_NOOP("DisplayFormat", "Enter an amount")));
    }
    if (typed.startsWith(u'-') || typed.startsWith(u'\u2212') || typed.startsWith(u'+')) {
        return refusal(words(QT_TRANSLATE_NOOP("DisplayFormat", "Enter an amount without a sign")));
    }
    const QChar decimal = decimalMark(typed, mark, group);
    const qsizetype at = typed.indexOf(decimal);
    const QString whole = at < 0 ? typed : typed.left(at);
    const QString fraction = at < 0 ? QString() : typed.mid(at + 1);
    QString digits = withoutGroups(whole, group);
    const bool bare = whole.isEmpty() && !fraction.isEmpty(); // ".5"
    const bool fractionIsDigits = std::all_of(fraction.cbegin(), fraction.cend(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    if ((digits.isEmpty() && !bare) || !fractionIsDigits) {
        const QString form = words(QT_TRANSLATE_NOOP("DisplayFormat", "“%1” is not understood; write it like %2"));
        return refusal(form.arg(text.left(40), grouped("1234.5")));
    }
    while (digits.size() > 1 && digits.startsWith(u'0')) { // a pasted "000150" is not too long
        digits.remove(0, 1);
    }
    const QString plain = (bare ? QStringLiteral("0") : digits) + (fraction.isEmpty() ? QString() : u'.' + fraction);
    const Result<Decimal> value = Decimal::parse(plain.toStdString());
    return value ? value : refusal(words(QT_TRANSLATE_NOOP("DisplayFormat", "At most 18 digits before and after the decimal mark")));
}

} // namespace plimsoll::wording
