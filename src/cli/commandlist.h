// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <vector>

namespace plimsoll::cli {

using Names = std::set<std::string>;

/// What the command line of one command looks like. Names of options are without dashes; every command takes
/// `--data-dir` and `--help` besides.
struct Command {
    const char *name;
    const char *usage; ///< operands and options, for people
    const char *does; ///< one line
    Names valued; ///< options with a value
    Names required; ///< of these
    Names flags; ///< options without one
    std::size_t leastOperands = 0;
    std::size_t mostOperands = 0;
    Names repeated = {}; ///< of the valued ones, those that may be given several times

    [[nodiscard]] bool takes(const std::string &option) const
    {
        return valued.contains(option) || flags.contains(option);
    }
};

/// All commands, in the order in which `--help` tells them.
const std::vector<Command> &commands();

/// The command of that name; nullptr where there is none.
const Command *findCommand(const std::string &name);

} // namespace plimsoll::cli
