// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/reasontext.h"

#include "wording/reasonforms.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QStringList>

#include <algorithm>
#include <optional>
#include <vector>

using namespace Qt::StringLiterals;

namespace plimsoll::wording {

namespace {

constexpr int kDeepest = 5; // reasons within reasons; text from outside must not lead further

// A sentence with places for what differs: "%1 has more than 18 digits" is a place, then a text.
struct Form {
    const char *source;
    QStringList texts; ///< around the places: one more than there are places
    qsizetype letters = 0;

    explicit Form(const char *words)
        : source(words)
    {
        const QString form = QString::fromUtf8(words);
        QString text;
        for (qsizetype i = 0; i < form.size(); ++i) {
            const bool isPlace = form.at(i) == u'%' && i + 1 < form.size() && form.at(i + 1).isDigit();
            if (isPlace) {
                texts << std::exchange(text, {});
                ++i;
            } else {
                text += form.at(i);
                ++letters;
            }
        }
        texts << text;
    }

    /// What stands in the places, in their order; nothing where the text has another form.
    [[nodiscard]] std::optional<QStringList> match(QStringView text) const
    {
        if (!text.startsWith(texts.constFirst()) || !text.endsWith(texts.constLast())) {
            return std::nullopt;
        }
        const qsizetype end = text.size() - texts.constLast().size();
        qsizetype at = texts.constFirst().size();
        QStringList places;
        for (qsizetype i = 1; i < texts.size(); ++i) {
            const qsizetype next = i + 1 == texts.size() ? end : text.indexOf(texts.at(i), at);
            if (next < at || next > end) {
                return std::nullopt;
            }
            places << text.mid(at, next - at).toString();
            at = next + texts.at(i).size();
        }
        const bool isWhole = texts.size() > 1 || text.size() == texts.constFirst().size();
        return isWhole && !places.contains(QString()) ? std::optional(places) : std::nullopt;
    }
};

// The more of a sentence is fixed, the earlier it is tried: "%1 is below zero" must not take what says more.
const std::vector<Form> &forms()
{
    static const std::vector<Form> all = [] {
        std::vector<Form> made;
        for (const char *words : reasonForms()) {
            made.emplace_back(words);
        }
        std::ranges::stable_sort(made, std::ranges::greater(), &Form::letters);
        return made;
    }();
    return all;
}

// Each place filled once, whatever stands in the others.
QString filled(const QString &form, const QStringList &places)
{
    QString text;
    for (qsizetype i = 0; i < form.size(); ++i) {
        const int place = form.at(i) == u'%' && i + 1 < form.size() ? form.at(i + 1).digitValue() : -1;
        if (place >= 1 && place <= places.size()) {
            text += places.at(place - 1);
            ++i;
        } else {
            text += form.at(i);
        }
    }
    return text;
}

QString said(const QString &english, int depth)
{
    if (depth > kDeepest) {
        return english;
    }
    for (const Form &form : forms()) {
        if (auto places = form.match(english)) {
            for (QString &place : *places) {
                place = said(place, depth + 1);
            }
            return filled(QCoreApplication::translate("Reason", form.source), *places);
        }
    }
    for (const QString &join : {u"; "_s, u": "_s}) {
        if (const qsizetype at = english.indexOf(join); at > 0) {
            return said(english.left(at), depth + 1) + join + said(english.mid(at + join.size()), depth + 1);
        }
    }
    return english;
}

} // namespace

QString reasonText(const QString &english)
{
    return said(english, 0);
}

} // namespace plimsoll::wording
