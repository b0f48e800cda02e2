// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace plimsoll::cli {

/// Writes a file whole or not at all, for its owner only; a file system that keeps no permissions is told on standard
/// error. "-" is standard output; a pipe or a device ("/dev/stdout", ">(gzip)") is written into, never replaced by a
/// file. Returns an exit code, whose reason is told there too.
int writeFile(const std::string &path, const std::string &bytes);

/// "crash" of "dir/crash.json".
std::string nameOfFile(const std::string &path);

} // namespace plimsoll::cli
