// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>
#include <QtSql/QSqlDatabase>

namespace plimsoll::storage {

/// What a database is for. It is written into it when it is made, and nothing opens one of another purpose: a story
/// must not book into a person's journal, and a story's people must not be taken for real ones.
enum class Purpose { Real, Example, Replay };

/// How a data directory may be opened.
struct OpenRules {
    Purpose purpose = Purpose::Real;
    bool mayCreate = true; ///< else a directory or file that is not there is refused (CannotOpen), and nothing is made
};

/// Refuses (CannotOpen) a database at `path` whose purpose is another. One from before the mark is an example where its
/// folder is named
/// "...-example", as the window names it, and real everywhere else. Throws SqlFailure.
void checkPurpose(const QSqlDatabase &database, const QString &path, Purpose wanted);

/// Marks a database that has no mark yet. Throws SqlFailure.
void markPurpose(const QSqlDatabase &database, Purpose purpose);

} // namespace plimsoll::storage
