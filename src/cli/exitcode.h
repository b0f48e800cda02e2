// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/error.h"

namespace plimsoll::cli {

/// Exit codes of every command (docs/interface.md); `check` has its own.
enum ExitCode : int {
    kOk = 0,
    kUsage = 64,
    kBadInput = 65,
    kFeedUnavailable = 69,
    kCannotWrite = 73,
    kInputOutput = 74,
};

/// The exit code that tells a script what kind of error it was.
int exitCodeFor(ErrorCode code);

/// "plimsoll-cli: place: detail" on standard error; returns exitCodeFor().
int fail(const Error &error);

} // namespace plimsoll::cli
