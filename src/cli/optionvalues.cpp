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

Result<margin::Decimal> decimalOption(const Arguments &arguments, const std::string &name, margin::Decimal fallback)
{
    if (!arguments.has(name)) {
        return fallback;
    }
    const auto value = margin::Decimal::parseSigned(arguments.value(name));
    return value ? value : value.error().at("--" + name);
}

Result<WallTime> timeOption(const Arguments &arguments, const std::string &name, WallTime fallback)
{
    if (!arguments.has(name)) {
        return fallback;
    }
    const std::string text = arguments.value(name);
    std::int64_t value = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failed != std::errc {} || end != text.data() + text.size() || value < 0 || value > kLatestTime.ms()) {
        return Error {ErrorCode::Malformed, "--" + name, "must be a time in milliseconds since 1970 UTC"};
    }
    return WallTime::ofMs(value);
}

Result<std::pair<std::string, std::string>> namedValue(const std::string &option, const std::string &word)
{
    const std::size_t equals = word.rfind('=');
    if (equals == std::string::npos || equals == 0 || equals + 1 == word.size()) {
        return Error {ErrorCode::Malformed, "--" + option, "\"" + word + "\" is not NAME=VALUE"};
    }
    return std::pair(word.substr(0, equals), word.substr(equals + 1));
}

} // namespace plimsoll::cli
