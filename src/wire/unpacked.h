// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/result.h"

#include <cstddef>
#include <string>

namespace plimsoll::wire {

/// What a file holds once it is unpacked: the bytes of a gzip stream, of the only file in a zip archive (as the
/// exchange's archive of candles gives them), or the bytes themselves. Errors, Malformed: damaged or encrypted; a zip
/// archive of no file or of several; more than `limit` bytes. Nothing is written anywhere, and no name in an archive is
/// used. Pure; any thread.
Result<std::string> unpacked(std::string bytes, std::size_t limit = std::size_t {512} * 1024 * 1024);

} // namespace plimsoll::wire
