// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/accounts/suggestions.h"

#include "viewmodels/common/accounttext.h"
#include "viewmodels/common/displayformat.h"

namespace plimsoll::viewmodels {

using margin::Assessment;
using margin::Decimal;
using margin::Rounding;

std::optional<Decimal> suggestedTopUp(const margin::Account &account, const Assessment &assessment)
{
    const auto &deposit = assessment.toInitial.deposit;
    const bool needed = deposit && deposit->isPositive() && riskStateOf(assessment) != RiskState::Normal;
    return needed ? std::optional(DisplayFormat::payable(*deposit, account.quoteAsset)) : std::nullopt;
}

// At a price rounded down, the amount rounded up: it must not fall short.
std::optional<Sale> suggestedSale(const margin::Account &account, const Assessment &assessment)
{
    const auto &worth = assessment.toInitial.sellAndRepay;
    const margin::AssetLine *largest = nullptr;
    Decimal most;
    for (const margin::AssetLine &line : assessment.lines) {
        const bool isOther = line.asset != account.quoteAsset && line.rate.known();
        const auto value = isOther ? account.balance(line.asset)->free.times(line.rate.down, Rounding::Down)
                                   : std::nullopt;
        if (value && *value > most) {
            most = *value;
            largest = &line;
        }
    }
    if (!worth || !worth->isPositive() || largest == nullptr) {
        return std::nullopt;
    }
    Sale sale {largest->asset, {}};
    if (*worth <= most) {
        constexpr int kQuantityDigits = 8; // an exchange trades no smaller parts
        const Decimal free = account.balance(largest->asset)->free;
        const auto exact = worth->dividedBy(largest->rate.down, Rounding::Up);
        const auto least = exact ? std::optional(exact->rounded(kQuantityDigits, Rounding::Up)) : std::nullopt;
        const auto round = least ? std::optional(DisplayFormat::payable(*least, largest->asset)) : std::nullopt;
        sale.amount = round && *round <= free ? round : least;
    }
    return sale;
}

} // namespace plimsoll::viewmodels
