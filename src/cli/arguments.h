// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/result.h"

#include <map>
#include <string>
#include <vector>

namespace plimsoll::cli {

/// A parsed command line. Options may stand before or after the command; "--name value" and "--name=value" are the
/// same. Values that follow `--klines` belong to it until the next option. An option that a command may be given
/// several times has its values in order.
struct Arguments {
    std::string command; ///< one of commands(), or "help" / "version"
    std::map<std::string, std::vector<std::string>> options; ///< without the leading dashes; flags have one empty value
    std::vector<std::string> operands; ///< e.g. the file of `import`; of "help" the command that it is about

    [[nodiscard]] bool has(const std::string &name) const { return options.contains(name); }
    [[nodiscard]] std::string value(const std::string &name, const std::string &fallback = {}) const;
};

/// Errors: Malformed with words for the person; unknown commands and options, missing values, options of another
/// command, an empty path. `place` is the command, where there is one.
Result<Arguments> parseArguments(const std::vector<std::string> &words);

} // namespace plimsoll::cli
