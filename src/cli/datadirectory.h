// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/arguments.h"
#include "ports/clock.h"
#include "storage/storage.h"

#include <QtCore/QString>

#include <memory>

namespace plimsoll::cli {

/// --data-dir, else plimsoll under the XDG data home.
QString dataDirectory(const Arguments &arguments);

/// The machine's clocks, for as long as the program runs.
const monitor::Clock &systemClock();

/// The database of the data directory, of a person's own accounts. One that is not there is refused, and nothing is
/// made: whoever mistypes a folder must not be told that all is well in it. Errors: those of Storage::open().
Result<std::unique_ptr<storage::Storage>> openStorage(const Arguments &arguments);

/// The same, made where it is not there: for `import`.
Result<std::unique_ptr<storage::Storage>> makeStorage(const Arguments &arguments);

/// Errors: NotFound where the book has no account, and with `wallets` no wallet either, of that id: whoever mistypes it
/// must not be told that there is nothing.
Result<Done> knows(storage::Storage &storage, const std::string &account, bool wallets);

} // namespace plimsoll::cli
