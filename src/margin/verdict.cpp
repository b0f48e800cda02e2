// SPDX-License-Identifier: GPL-3.0-or-later
#include "margin/verdict.h"

namespace plimsoll::margin {

namespace {

// Sums beyond these have a 19th digit before the point once assets are rounded down and debts up to 18 digits behind
// it.
const Wide kAssetsLimit = Wide::product(Decimal::fromInteger(1'000'000'000), Decimal::fromInteger(1'000'000'000));
const Wide kLargestDebt = Wide::product(Decimal::fromMantissa(Decimal::kLimit - 1), Decimal::fromInteger(1));

Status statusAt(const Level &level, const Thresholds &bars)
{
    if (level <= bars.liquidation) {
        return Status::Liquidation;
    }
    return level <= bars.marginCall ? Status::MarginCall : Status::Normal;
}

} // namespace

void Judgement::add(Decimal total, Decimal debt, const Rate &rate)
{
    m_owes = m_owes || debt.isPositive();
    if (total.isZero() && debt.isZero()) {
        return; // needs no price
    }
    if (!rate.known()) {
        m_partly = true;
        m_unpriced.addUnpriced(total, debt);
        return;
    }
    if (total.isPositive()) {
        m_assets += Wide::product(total, rate.down);
    }
    if (debt.isPositive()) {
        m_debt += Wide::product(debt, rate.up);
    }
}

Decision Judgement::decide(const Account &account) const
{
    Decision decision;
    if (account.liquidatedAt) {
        decision.status = Status::Liquidated;
        return decision;
    }
    decision.partly = m_partly;
    decision.exactLevel = {m_assets, m_debt};
    decision.overflow = m_assets >= kAssetsLimit || m_debt > kLargestDebt;
    if (!m_owes) {
        decision.status = Status::NoDebt; // nothing to be called for, whatever the assets are worth
    } else if (!decision.overflow) {
        const Thresholds &bars = account.thresholds;
        m_partly ? void(decision = decideByBounds(decision, bars))
                 : void(decision.status = statusAt(decision.exactLevel, bars));
        decision.early = decision.status == Status::Normal && decision.exactLevel <= earlyWarningBar(bars);
    }
    return decision;
}

// Normal where even the worst bound is above the initial ratio: no price of what is missing could change that.
Decision Judgement::decideByBounds(Decision decision, const Thresholds &bars) const
{
    LevelBounds bounds = m_unpriced;
    bounds.addPriced(decision.exactLevel);
    if (bounds.worst() && *bounds.worst() > bars.initial) {
        decision.status = Status::Normal;
        decision.exactLevel = *bounds.worst();
    }
    return decision;
}

Decision judge(const Account &account, const Rates &rates)
{
    Judgement judgement;
    for (const Balance &balance : account.balances) {
        judgement.add(balance.total().value_or(Decimal()), balance.debt().value_or(Decimal()),
                      rates.find(balance.asset, account.quoteAsset));
    }
    return judgement.decide(account);
}

} // namespace plimsoll::margin
