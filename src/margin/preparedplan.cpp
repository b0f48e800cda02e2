// SPDX-License-Identifier: GPL-3.0-or-later
#include "margin/preparedplan.h"

#include "margin/names.h"

#include <algorithm>
#include <array>

namespace plimsoll::margin {

namespace {

constexpr std::array<std::string_view, 4> kWayWords {"deposit", "repay", "sell_and_repay", "move"};

std::optional<Error> faultOfSource(const PreparedPlan &plan)
{
    if (plan.way == Way::SellAndRepay) {
        return plan.source.empty() ? std::nullopt
                                   : std::optional(Error {ErrorCode::Malformed, "source", "a sale has no source"});
    }
    if (plan.way == Way::Move && (plan.source.empty() || plan.source == plan.account)) {
        return Error {ErrorCode::Malformed, "source", "a move comes from another account"};
    }
    const auto fits = plan.source.empty() ? Result<Done>(Done {}) : checkName(plan.source);
    return fits ? std::nullopt : std::optional(fits.error().at("source"));
}

} // namespace

std::string_view wayWord(Way way)
{
    return kWayWords[static_cast<std::size_t>(way)];
}

std::optional<Way> wayFromWord(std::string_view word)
{
    const auto found = std::ranges::find(kWayWords, word);
    return found == kWayWords.end() ? std::nullopt : std::optional(static_cast<Way>(found - kWayWords.begin()));
}

Result<PreparedPlan> validated(const PreparedPlan &plan)
{
    if (plan.id.empty()) {
        return Error {ErrorCode::Malformed, "id", "a plan needs an id"};
    }
    if (const auto fits = checkName(plan.account); !fits) {
        return fits.error().at("account");
    }
    if (plan.name.empty() || plan.name.size() > kLongestPlanName || hasControls(plan.name)) {
        return Error {ErrorCode::Malformed, "name", "a plan needs a name of 1 to 240 bytes without control characters"};
    }
    if (const auto fits = checkName(plan.asset); !fits) {
        return fits.error().at("asset");
    }
    if (!plan.amount.isPositive()) {
        return Error {ErrorCode::AmountNotPositive, "amount", "must be above 0"};
    }
    if (const auto fault = faultOfSource(plan)) {
        return *fault;
    }
    return plan;
}

} // namespace plimsoll::margin
