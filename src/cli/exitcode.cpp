// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/exitcode.h"

#include "cli/terminal.h"

#include <cstdio>

namespace plimsoll::cli {

int exitCodeFor(ErrorCode code)
{
    switch (code) {
    case ErrorCode::FeedUnavailable: return kFeedUnavailable;
    case ErrorCode::CannotOpen:
    case ErrorCode::CannotWrite: return kCannotWrite;
    case ErrorCode::InputOutput: return kInputOutput;
    default: return kBadInput; // a refusal of what was asked or of the data it was asked about
    }
}

int fail(const Error &error)
{
    std::fputs(("plimsoll-cli: " + printable(error.message()) + "\n").c_str(), stderr);
    return exitCodeFor(error.code);
}

} // namespace plimsoll::cli
