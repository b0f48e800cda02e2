// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alarm/condition.h"
#include "margin/account.h"

#include <optional>
#include <string>

namespace plimsoll::alarm {

/// How loud a person's own alarm is: like Watch, Call or Critical.
enum class Stage { Notice, Call, Critical };

std::string_view stageWord(Stage stage); ///< "notice", "call", "critical"
std::optional<Stage> stageFromWord(std::string_view word);
const Behaviour &behaviourOf(Stage stage);

/// As severe as the level condition it is like: 1 to 3.
constexpr int severityOf(Stage stage)
{
    return static_cast<int>(stage) + 1;
}

/// A person's own alarm, for one account or for all. Value type.
struct Rule {
    enum class Kind {
        Level, ///< level <= value
        Distance, ///< assets may fall by no more than `value` (a share, 0.1 = 10 %) until the call ratio
        PriceBelow, ///< price of `symbol` <= value
        PriceAbove, ///< price of `symbol` >= value
        InterestHours, ///< interest alone brings the call within `value` hours
    };

    std::string id; ///< unique; made by the program
    std::string account; ///< "" = every account; of a price rule: none, it is judged once
    Kind kind = Kind::Level;
    margin::Decimal value;
    std::string symbol; ///< price rules only
    Stage stage = Stage::Notice;
    bool enabled = true;

    bool operator==(const Rule &) const = default;
};

/// PriceBelow and PriceAbove: about a price alone, so neither a holding nor a debt is needed.
constexpr bool isPriceKind(Rule::Kind kind)
{
    return kind == Rule::Kind::PriceBelow || kind == Rule::Kind::PriceAbove;
}

/// Whether the rule is judged with the samples of this account. Account "" is where price rules live that are for no
/// account.
bool concerns(const Rule &rule, std::string_view account);

std::string_view ruleKindWord(Rule::Kind kind); ///< "level", "distance", "price_below", "price_above", "interest_hours"
std::optional<Rule::Kind> ruleKindFromWord(std::string_view word);

/// The rule with its symbol as exchanges write it (symbolFrom()), or why it makes no sense: Malformed (no id; a price
/// rule without symbol), AmountNotPositive (value <= 0), Overflow (a level above 1000, a distance of 1 or more, more
/// than 100,000 hours). `place` names the field.
Result<Rule> validated(Rule rule);

} // namespace plimsoll::alarm
