// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sql/sqlscript.h"

#include <sqlite3.h>

namespace plimsoll::storage {

namespace {

// Nothing but blanks and comments: what may stand after the last statement.
bool isEmptyStatement(const QByteArray &text)
{
    const QList<QByteArray> lines = text.split('\n');
    for (const QByteArray &line : lines) {
        const QByteArray trimmed = line.trimmed();
        if (!trimmed.isEmpty() && !trimmed.startsWith("--")) {
            return false;
        }
    }
    return true;
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
