// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarm/scripttext.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

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
        total += std::stoll(std::string(text.substr(0, digits)))
            * found->second; // 9 digits of days are far from the range's end
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
    for (const auto &[unit, name] :
         {std::pair {kHour, "h"}, std::pair {kMinute, "m"}, std::pair {kSecond, "s"}, std::pair {Ms {1}, "ms"}}) {
        if (time >= unit) {
            text += std::to_string(time / unit) + name;
            time %= unit;
        }
    }
    return text.empty() ? "0s" : text;
}

std::string keyText(const Key &key)
{
    return key.account + " " + std::string(conditionWord(key.condition)) + (key.detail.empty() ? "" : ":" + key.detail);
}

Error malformed(std::string detail)
{
    return {ErrorCode::Malformed, {}, std::move(detail)};
}

Error badTime(std::string_view word)
{
    return malformed("not a time of at most 400 days: " + std::string(word.substr(0, kShown)));
}

Result<margin::Thresholds> barsFrom(const Words &words)
{
    std::array<margin::Decimal, 3> bars;
    for (std::size_t i = 0; i < bars.size(); ++i) {
        const auto bar = margin::Decimal::parse(words[i + 1]);
        if (!bar) {
            return bar.error();
        }
        bars[i] = *bar;
    }
    return margin::validated(margin::Thresholds {bars[0], bars[1], bars[2]});
}

Result<Rule> ruleOf(const Words &words, const std::string &account)
{
    Rule rule;
    std::size_t next = 2;
    const auto kind = words.size() > 3 ? ruleKindFromWord(words[next++]) : std::nullopt;
    if (!kind) {
        return malformed("rule ID level|distance|price_below|price_above|interest_hours [SYMBOL] VALUE stage STAGE");
    }
    rule.id = words[1];
    rule.kind = *kind;
    if (isPriceKind(rule.kind)) {
        rule.symbol = words[next++];
        rule.account = account;
    }
    const auto value = next < words.size() ? margin::Decimal::parse(words[next++])
                                           : Result<margin::Decimal>(malformed("a rule needs a value"));
    if (!value) {
        return value.error();
    }
    rule.value = *value;
    if (next + 2 == words.size() && words[next] == "stage" && stageFromWord(words[next + 1])) {
        rule.stage = *stageFromWord(words[next + 1]);
    } else if (next != words.size()) {
        return malformed("after the value: stage notice|call|critical");
    }
    return validated(rule);
}

} // namespace plimsoll::alarm
