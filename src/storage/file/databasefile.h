// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/result.h"

#include <QtCore/QString>

#include <cstdint>
#include <sys/types.h>

namespace plimsoll::storage {

/// What can be said about a database file and its folder without SQLite, so that a refused file is never touched. Files
/// are made with mode 0600 before SQLite opens them (it gives its helper files the same mode), folders with 0700.
/// Errors: CannotOpen, CannotWrite, InputOutput, DatabaseIsBroken. Any thread.

inline constexpr std::uint32_t kApplicationId = 0x506C696D; ///< "Plim", bytes 68 to 71 of our files

enum class FileKind { Absent, Present };

/// Which file a path names: changes where it was replaced or deleted.
struct FileIdentity {
    dev_t device = 0;
    ino_t inode = 0;
    bool operator==(const FileIdentity &) const = default;
};

struct DatabaseHeader {
    int version = 0; ///< PRAGMA user_version as of the last checkpoint; the log may hold a newer one
    std::int64_t size = 0; ///< bytes
};

Result<Done> makePrivateFolder(const QString &path);
Result<Done> makePrivateFile(const QString &path); ///< must not exist
Result<Done> makePrivate(const QString &path); ///< takes the rights of group and others away
Result<FileKind> fileKind(const QString &path);
Result<FileIdentity> identityOf(const QString &path);
Result<std::int64_t> sizeOf(const QString &path); ///< 0 where it does not exist

/// Reads the first 100 bytes: SQLite's mark, a whole number of pages, our application id.
Result<DatabaseHeader> readHeader(const QString &path);

/// fsync of a file or folder.
Result<Done> flushToDisk(const QString &path);
Result<Done> renameFile(const QString &from, const QString &to);
void removeFile(const QString &path);

} // namespace plimsoll::storage
