// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/privatefile.h"

#include <QtCore/QString>
#include <QtCore/QStringList>

#include <string>

namespace plimsoll::viewmodels {

/// File access of the import and export dialog; blocking, so for a pool thread only. Errors: CannotOpen, InputOutput,
/// CannotWrite, Conflict (the target exists and may not be replaced). Only regular files are read and replaced: a pipe
/// would wait for ever, a device never end.

/// The whole file at once, at most `limit` bytes.
Result<std::string> readRegularFile(const QString &path, qint64 limit);

/// monitor::writePrivately() to a regular file.
Result<monitor::Privacy> writePrivateFile(const QString &path, const std::string &bytes, bool mayReplace);

/// Folders and .json files that begin with what is typed, folders first and ending in '/', at most `most`.
QStringList pathCompletions(const QString &typed, int most);

/// The file of `path` in another folder, the home folder written as "~".
QString movedTo(const QString &folder, const QString &path);

/// monitor::withHome(); a "file:" URL becomes its path.
QString expandedPath(const QString &typed);

} // namespace plimsoll::viewmodels
