// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/account.h"
#include "margin/decimal.h"
#include "margin/moment.h"
#include "margin/status.h"
#include "wording/displayformat.h"

#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <cstdint>
#include <optional>
#include <string>

namespace plimsoll::report {

/// The pieces that every page is made of. What is called a cell or a body is HTML already: text from outside goes
/// through escaped() first. Pure; any thread.

/// A column of a table. Only Words may be broken into lines: never a time, a state or a figure, which stands at the
/// right.
struct Column {
    enum Kind { Words, Fixed, Figure };

    QString title;
    Kind kind = Words;
};

/// What is told first, in large: a figure and what it counts.
struct Fact {
    QString figure;
    QString words;
};

QString escaped(const std::string &text);
QString utc(WallTime time); ///< "2021-05-19 12:30:00"
QString utc(std::optional<WallTime> time); ///< "–" where there is none
QString digits(const std::optional<margin::Decimal> &value); ///< all of them, plain; "–" where there is none
QString titleOf(const margin::Account &account); ///< "ETH · ETHUSDT": its name or id, and its pair; not escaped
QString statusCell(margin::Status status); ///< a shape and a word
QString table(const QList<Column> &columns, const QList<QStringList> &rows);
QString facts(const QList<Fact> &facts);
QString section(const QString &title, const QString &body);
QString paragraph(const QString &sentence);
QString none(const QString &sentence); ///< instead of a table or a chart that would be empty

/// The whole page: it opens offline and can be printed, with no script, nothing fetched, and a policy that forbids
/// both.
QString document(const QString &title, const QString &intro, const QString &sections,
                 const wording::DisplayFormat &format);

} // namespace plimsoll::report
