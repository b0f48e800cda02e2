// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/domino.h"

#include "margin/barshock.h"
#include "margin/verdict.h"

#include <algorithm>
#include <optional>

namespace plimsoll::analysis {

namespace {

using margin::Account;
using margin::Decimal;
using margin::Status;

// Why no bar of the account can be met, whatever prices do, or nobody knows when; nothing where one might.
std::optional<DominoSafety> safetyOf(const Account &account, const margin::Rates &rates, const PriceMove &move)
{
    const margin::Decision decision = margin::judge(account, rates);
    if (decision.status == Status::Liquidated) {
        return DominoSafety::Liquidated;
    }
    if (decision.status == Status::NoDebt) {
        return DominoSafety::NoDebt;
    }
    if (!decision.hasLevel()) {
        return DominoSafety::Unknown;
    }
    return move.withoutWeight(account).empty() ? std::nullopt : std::optional(DominoSafety::NoBeta);
}

bool fallsBefore(const DominoFall &left, const DominoFall &right)
{
    const bool leftRises = left.shock.isPositive();
    const bool rightRises = right.shock.isPositive();
    if (leftRises != rightRises) {
        return rightRises;
    }
    return leftRises ? left.shock < right.shock : left.shock > right.shock;
}

} // namespace

std::string_view dominoBarWord(DominoBar bar)
{
    return bar == DominoBar::MarginCall ? "marginCall" : "liquidation";
}

std::string_view dominoSafetyWord(DominoSafety safety)
{
    switch (safety) {
    case DominoSafety::NotReached: return "not_reached";
    case DominoSafety::NoDebt: return "no_debt";
    case DominoSafety::Unknown: return "unknown";
    case DominoSafety::NoBeta: return "no_beta";
    case DominoSafety::Liquidated: break;
    }
    return "liquidated";
}

Domino dominoFalls(const std::vector<Account> &accounts, const margin::Rates &rates, const PriceMove &move)
{
    Domino domino;
    for (std::size_t i = 0; i < accounts.size(); ++i) {
        const Account &account = accounts[i];
        const auto safety = safetyOf(account, rates, move);
        const std::vector<Decimal> weights = move.weights(account);
        for (const DominoBar bar : {DominoBar::MarginCall, DominoBar::Liquidation}) {
            const Decimal ratio = bar == DominoBar::MarginCall ? account.thresholds.marginCall
                                                               : account.thresholds.liquidation;
            const auto shock = safety ? std::nullopt : margin::shockAtBar(account, rates, weights, ratio);
            shock ? domino.falls.push_back({i, bar, *shock})
                  : domino.rest.push_back({i, bar, safety.value_or(DominoSafety::NotReached)});
        }
    }
    std::ranges::stable_sort(domino.falls, fallsBefore);
    return domino;
}

} // namespace plimsoll::analysis
