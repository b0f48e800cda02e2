// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/error.h"
#include "margin/result.h"

#include <cstddef>
#include <string>

namespace plimsoll::cli {

/// The bytes of a regular file or a pipe, at most `limit`; "-" is standard input, which can be read once. A pipe is
/// given 2 s until somebody writes into it, and 20 s from the beginning to its last byte. Errors: Malformed (missing,
/// neither file nor pipe, too large, too slow), InputOutput (the disk failed).
Result<std::string> readInput(const std::string &path, std::size_t limit);

} // namespace plimsoll::cli
