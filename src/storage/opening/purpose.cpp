// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/opening/purpose.h"

#include "storage/sql/sqlfailure.h"
#include "storage/sql/sqlstatement.h"
#include "storage/sql/words.h"

#include <QtCore/QFileInfo>

#include <string>

namespace plimsoll::storage {

using namespace Qt::StringLiterals;

namespace {

constexpr WordTable<Purpose, 3> kPurposes {
    {{{Purpose::Real, "real"}, {Purpose::Example, "example"}, {Purpose::Replay, "replay"}}}};

bool hasMarkTable(const QSqlDatabase &database)
{
    return queryInteger(database, u"SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'purpose'") > 0;
}

Purpose purposeOf(const QSqlDatabase &database, const QString &path)
{
    if (hasMarkTable(database)) {
        SqlStatement s(database, u"SELECT word FROM purpose");
        if (s.next()) {
            return wordAt(s, 0, kPurposes, "purpose");
        }
    }
    return QFileInfo(path).absolutePath().endsWith(u"-example"_s) ? Purpose::Example : Purpose::Real;
}

std::string inWords(Purpose purpose)
{
    switch (purpose) {
    case Purpose::Real: return "the accounts of a person";
    case Purpose::Example: return "the example";
    case Purpose::Replay: return "a replay";
    }
    return {};
}

} // namespace

void checkPurpose(const QSqlDatabase &database, const QString &path, Purpose wanted)
{
    const Purpose found = purposeOf(database, path);
    if (found != wanted) {
        refuse(ErrorCode::CannotOpen, path.toStdString(),
               "this database holds " + inWords(found) + ", not " + inWords(wanted) + "; it was left as it is");
    }
}

void markPurpose(const QSqlDatabase &database, Purpose purpose)
{
    if (hasMarkTable(database)) {
        execute(database, u"INSERT INTO purpose (only_row, word) VALUES (1, ?) ON CONFLICT DO NOTHING",
                {wordText(kPurposes.wordOf(purpose))});
    }
}

} // namespace plimsoll::storage
