// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sql/sqlscript.h"

#include <sqlite3.h>

#include <algorithm>

namespace plimsoll::storage {

namespace {

// Nothing but blanks and comments: what may stand after the last statement.
bool isEmptyStatement(const QByteArray &text)
{
    const QList<QByteArray> lines = text.split('\n');
    return std::ranges::all_of(lines, [](const QByteArray &line) {
        const QByteArray trimmed = line.trimmed();
        return trimmed.isEmpty() || trimmed.startsWith("--");
    });
}

} // namespace

Result<QStringList> statementsOf(const QByteArray &script)
{
    QStringList statements;
    qsizetype begin = 0;
    for (qsizetype end = script.indexOf(';'); end >= 0; end = script.indexOf(';', end + 1)) {
        const QByteArray candidate = script.mid(begin, end + 1 - begin);
        if (sqlite3_complete(candidate.constData()) != 0) {
            statements.append(QString::fromUtf8(candidate.trimmed()));
            begin = end + 1;
        }
    }
    if (!isEmptyStatement(script.mid(begin))) {
        return Error {ErrorCode::Malformed, "script", "the last statement is not finished"};
    }
    return statements;
}

} // namespace plimsoll::storage
