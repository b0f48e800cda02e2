// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/result.h"

#include <QtCore/QString>

#include <functional>
#include <string>

class QSaveFile;

namespace plimsoll::monitor {

/// Who may read a file that was written.
enum class Privacy {
    OwnerOnly,
    AsTheFileSystemLikes, ///< it keeps no permissions (FAT, some network folders): whoever may read the folder may read
                          ///< the file
};

/// Writes beside the target and renames over it, so that a half written file is never seen; for its owner only where
/// the file system keeps permissions, and written all the same where it does not. Blocking. Errors: CannotWrite. Any
/// thread. `narrow` takes the rights of others away; it is there for tests.
Result<Privacy> writePrivately(const QString &path, const std::string &bytes,
                               const std::function<void(QSaveFile &)> &narrow = {});

/// "~" and "~/x" with the home folder in place of "~", where no shell has done it ("--data-dir=~/x"); anything else as
/// it is.
QString withHome(const QString &path);

} // namespace plimsoll::monitor
