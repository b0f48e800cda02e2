// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/arguments.h"
#include "monitor/ports/clock.h"
#include "storage/storage.h"

#include <memory>
#include <string>

namespace plimsoll::cli {

/// --data-dir, else plimsoll under the XDG data home.
std::string dataDirectory(const Arguments &arguments);

/// The machine's clocks, for as long as the program runs.
const monitor::Clock &systemClock();

/// The database of the data directory. Errors: those of Storage::open().
Result<std::unique_ptr<storage::Storage>> openStorage(const Arguments &arguments);

} // namespace plimsoll::cli
