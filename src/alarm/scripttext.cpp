// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarm/scripttext.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace plimsoll::alarm {

Words wordsOf(std::string_view line)
{
    Words words;
    line = line.substr(0, line.find('#'));
    while (!line.empty()) {
        const std::size_t begin = line.find_first_not_of(" \t\r");
        if (begin == std::string_view::npos) {
            break;
        }
        const std::size_t end = std::min(line.find_first_of(" \t\r", begin), line.size());
        words.push_back(line.substr(begin, end - begin));
        line.remove_prefix(end);
    }
    return words;
}

std::optional<Ms> timeOf(std::string_view text)
{
    static constexpr std::array<std::pair<std::string_view, Ms>, 5> kUnits {
        {{"ms", 1}, {"s", kSecond}, {"m", kMinute}, {"h", kHour}, {"d", 24 * kHour}}};
    Ms total = 0;
    if (text.empty()) {
        return std::nullopt;
    }
    while (!text.empty()) {
        const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
        const std::string_view rest = text.substr(digits);
        const std::string_view unit = rest.substr(0, std::min(rest.find_first_of("0123456789"), rest.size()));
        const auto found = std::ranges::find(kUnits, unit, &std::pair<std::string_view, Ms>::first);
        constexpr std::size_t kMostDigits = 9;
        if (digits == 0 || digits > kMostDigits || found == kUnits.end()) {
            return std::nullopt;
        }
        total += std::stoll(std::string(text.substr(0, digits))) * found->second; // 9 digits of days are far from the range's end
        if (total > kLongestTime) {
            return std::nullopt;
        }
        text.remove_prefix(digits + unit.size());
    }
    return total;
}

std::optional<int> countOf(std::string_view text, int most)
{
    int count = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), count);
    const bool isCount = failed == std::errc {} && end == text.data() + text.size() && count >= 1 && count <= most;
    return isCount ? std::optional(count) : std::nullopt;
}

std::string clockText(Ms time)
{
    std::string text;
    for (const auto &[unit, name] : {std::pair {kHour, "h"}, std::pair {kMinute, "m"}, std::pair {kSecond, "s"}, std::pair {Ms {1}, "ms"}}) {
        if (time >= unit) {
            text += std::to_string(time / unit) + name;
            time %= unit;
        }
    }
    return text.empty() ? "0s" : text;
}

} // namespace plimsoll::alarm
