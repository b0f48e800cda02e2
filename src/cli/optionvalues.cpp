// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/optionvalues.h"

#include <charconv>

namespace plimsoll::cli {

Result<int> wholeNumber(const Arguments &arguments, const std::string &name, int fallback, int least, int most)
{
    if (!arguments.has(name)) {
        return fallback;
    }
    const std::string text = arguments.value(name);
    int value = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failed != std::errc {} || end != text.data() + text.size() || value < least || value > most) {
        return Error {ErrorCode::Malformed, "--" + name,
                      "must be a whole number from " + std::to_string(least) + " to " + std::to_string(most)};
    }
    return value;
}

} // namespace plimsoll::cli
