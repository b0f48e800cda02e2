// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wording/displayformat.h"

#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <cstdint>
#include <string>

namespace plimsoll::report {

/// The pieces that every page is made of. What is called a cell or a body is HTML already: text from outside goes
/// through escaped() first. Pure; any thread.

QString escaped(const std::string &text);
QString utc(std::int64_t ms); ///< "2021-05-19 12:30:00"
QString table(const QStringList &header, const QList<QStringList> &rows);
QString section(const QString &title, const QString &body);
QString none(const QString &sentence); ///< instead of a table or a chart that would be empty

/// The whole page: it opens offline and can be printed, with no script, nothing fetched, and a policy that forbids
/// both.
QString document(const QString &title, const QString &intro, const QString &sections,
                 const wording::DisplayFormat &format);

} // namespace plimsoll::report
