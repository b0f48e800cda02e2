// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace plimsoll::cli {

/// What `plimsoll-cli --help` prints: every command with its line.
std::string helpText();

/// What `plimsoll-cli COMMAND --help` prints: its line, what it does, and every option that it takes. Empty where there
/// is no such command.
std::string helpText(const std::string &command);

} // namespace plimsoll::cli
