// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/opening/freshdatabase.h"

#include "storage/opening/database.h"
#include "storage/sql/sqlstatement.h"

#include <QtCore/QFileInfo>

namespace plimsoll::storage {

using namespace Qt::StringLiterals;

namespace {

QString folderOf(const QString &path)
{
    return QFileInfo(path).absolutePath();
}

void removeRemains(const QString &path)
{
    for (const QString &suffix : {u""_s, u"-journal"_s, u"-wal"_s, u"-shm"_s}) {
        removeFile(path + suffix);
    }
}

QString freeBackupPath(const QString &path, int version)
{
    const QString stem = folderOf(path) + u"/backups/"_s + QFileInfo(path).completeBaseName() + u"-v"_s
        + QString::number(version) + u'-';
    int number = 1;
    while (QFileInfo::exists(stem + QString::number(number) + u".db"_s)) {
        ++number;
    }
    return stem + QString::number(number) + u".db"_s;
}

} // namespace

void createDatabase(const QString &path, const std::vector<Migration> &steps, Purpose purpose)
{
    const QString draft = path + u".new"_s;
    removeRemains(draft); // of a process that died here
    try {
        orThrow(makePrivateFile(draft));
        {
            const SqlConnection connection(draft, Access::ReadWrite);
            // Every table and index takes a page at least: with pages of 4096 bytes most of a new file is empty.
            execute(connection.database(), u"PRAGMA page_size=2048"_s);
            const MigrationReport report = SchemaMigrator(connection.database(), steps).migrate([](int) {
                return Result<Done>(Done {});
            });
            if (report.outcome != MigrationOutcome::CreatedFresh) {
                throw SqlFailure(report.error);
            }
            markPurpose(connection.database(), purpose);
        }
        orThrow(flushToDisk(draft));
        orThrow(renameFile(draft, path));
        orThrow(flushToDisk(folderOf(path)));
    } catch (const SqlFailure &) {
        removeRemains(draft);
        throw;
    }
}

Result<Done> backUpDatabase(const QSqlDatabase &database, const QString &path, int version)
{
    const QString target = freeBackupPath(path, version);
    const auto saved = attempt([&] {
        orThrow(makePrivateFolder(QFileInfo(target).path()));
        orThrow(makePrivateFile(target)); // an empty file is what VACUUM INTO accepts, and its mode stays
        execute(database, u"VACUUM INTO ?"_s, {target});
        orThrow(flushToDisk(target));
        orThrow(flushToDisk(QFileInfo(target).path()));
        const auto copy = openForChecks(target);
        const QStringList findings = integrityFindings(copy->database());
        if (!findings.isEmpty() || queryInteger(copy->database(), u"PRAGMA user_version"_s) != version) {
            refuse(ErrorCode::CannotWrite, target.toStdString(), "the backup before the upgrade is not readable");
        }
    });
    if (!saved) {
        removeFile(target);
    }
    return saved;
}

} // namespace plimsoll::storage
