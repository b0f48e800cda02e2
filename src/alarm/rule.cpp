// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarm/rule.h"

#include "alarm/symboltext.h"

#include <array>

namespace plimsoll::alarm {

namespace {

constexpr std::array<std::string_view, 3> kStageWords {"notice", "call", "critical"};
constexpr std::array<std::string_view, 5> kKindWords {"level", "distance", "price_below", "price_above",
                                                      "interest_hours"};

template<typename Enum, std::size_t size>
std::optional<Enum> fromWord(const std::array<std::string_view, size> &words, std::string_view word)
{
    for (std::size_t i = 0; i < size; ++i) {
        if (words[i] == word) {
            return static_cast<Enum>(i);
        }
    }
    return std::nullopt;
}

} // namespace

std::string_view stageWord(Stage stage)
{
    return kStageWords[static_cast<std::size_t>(stage)];
}

std::optional<Stage> stageFromWord(std::string_view word)
{
    return fromWord<Stage>(kStageWords, word);
}

const Behaviour &behaviourOf(Stage stage)
{
    static constexpr std::array kLike {Condition::Watch, Condition::Call, Condition::Critical};
    return behaviourOf(kLike[static_cast<std::size_t>(stage)]);
}

bool concerns(const Rule &rule, std::string_view account)
{
    if (!rule.account.empty()) {
        return rule.account == account;
    }
    return isPriceKind(rule.kind) == account.empty();
}

std::string_view ruleKindWord(Rule::Kind kind)
{
    return kKindWords[static_cast<std::size_t>(kind)];
}

std::optional<Rule::Kind> ruleKindFromWord(std::string_view word)
{
    return fromWord<Rule::Kind>(kKindWords, word);
}

Result<Rule> validated(Rule rule)
{
    constexpr int kHighestLevel = 1000;
    constexpr int kMostHours = 100'000;
    const bool isPrice = isPriceKind(rule.kind);
    rule.symbol = symbolFrom(rule.symbol);
    if (rule.id.empty()) {
        return Error {ErrorCode::Malformed, "id", "an alarm needs an id"};
    }
    if (isPrice == rule.symbol.empty()) {
        return Error {ErrorCode::Malformed, "symbol", isPrice ? "which price?" : "only a price alarm has a symbol"};
    }
    if (!rule.value.isPositive()) {
        return Error {ErrorCode::AmountNotPositive, "value", "must be more than 0"};
    }
    const auto over = [&rule](int most) { return rule.value > margin::Decimal::fromInteger(most); };
    if (rule.kind == Rule::Kind::Level && over(kHighestLevel)) {
        return Error {ErrorCode::Overflow, "value", "a level above 1000 is no alarm"};
    }
    if (rule.kind == Rule::Kind::Distance && rule.value >= margin::Decimal::fromInteger(1)) {
        return Error {ErrorCode::Overflow, "value", "a distance is a share below 1"};
    }
    if (rule.kind == Rule::Kind::InterestHours && over(kMostHours)) {
        return Error {ErrorCode::Overflow, "value", "more than 100000 hours is no alarm"};
    }
    return rule;
}

} // namespace plimsoll::alarm
