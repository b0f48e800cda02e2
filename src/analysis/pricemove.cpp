// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/pricemove.h"

#include <algorithm>
#include <utility>

namespace plimsoll::analysis {

namespace {

using margin::Decimal;

bool isThere(const margin::Balance &balance)
{
    return balance.free.isPositive() || balance.locked.isPositive() || balance.borrowed.isPositive()
        || balance.interest.isPositive();
}

} // namespace

PriceMove::PriceMove(Kind kind, std::string asset, std::map<std::string, Decimal> betas)
    : m_kind(kind)
    , m_asset(std::move(asset))
    , m_betas(std::move(betas))
{
}

PriceMove PriceMove::everything()
{
    return {Kind::Everything, {}, {}};
}

PriceMove PriceMove::only(std::string asset)
{
    return {Kind::Only, std::move(asset), {}};
}

PriceMove PriceMove::byBeta(std::map<std::string, Decimal> betas)
{
    return {Kind::ByBeta, {}, std::move(betas)};
}

Decimal PriceMove::weight(const std::string &asset, const std::string &quote) const
{
    if (asset == quote || (m_kind == Kind::Only && asset != m_asset)) {
        return {};
    }
    if (m_kind == Kind::ByBeta) {
        const auto found = m_betas.find(asset);
        return found == m_betas.end() ? Decimal() : found->second;
    }
    return Decimal::fromInteger(1);
}

std::vector<Decimal> PriceMove::weights(const margin::Account &account) const
{
    std::vector<Decimal> weights;
    weights.reserve(account.balances.size());
    for (const margin::Balance &balance : account.balances) {
        weights.push_back(weight(balance.asset, account.quoteAsset));
    }
    return weights;
}

std::vector<std::string> PriceMove::withoutWeight(const margin::Account &account) const
{
    std::vector<std::string> lacking;
    if (m_kind != Kind::ByBeta || account.liquidatedAt) {
        return lacking;
    }
    for (const margin::Balance &balance : account.balances) {
        if (isThere(balance) && balance.asset != account.quoteAsset && !m_betas.contains(balance.asset)) {
            lacking.push_back(balance.asset);
        }
    }
    return lacking;
}

Result<margin::Decimal> validatedBeta(margin::Decimal beta)
{
    const margin::Decimal limit = margin::Decimal::fromInteger(100);
    if (beta > limit || beta < -limit || beta.rounded(kShockDigits, margin::Rounding::Down) != beta) {
        return Error {ErrorCode::Malformed, {}, "a beta is within -100 and 100 with at most 8 decimals"};
    }
    return beta;
}

std::optional<Decimal> factorAt(Decimal weight, Decimal percent)
{
    const auto moved = weight.times(percent, margin::Rounding::Down); // exact: 16 decimals
    const auto share = moved ? moved->dividedBy(Decimal::fromInteger(100), margin::Rounding::Down) : std::nullopt;
    const auto factor = share ? Decimal::fromInteger(1).plus(*share) : std::nullopt;
    return factor && factor->isPositive() ? factor : std::nullopt;
}

std::optional<Decimal> shockOfMoney(Decimal move, Decimal price)
{
    const auto share = move.dividedBy(price, margin::Rounding::Down);
    const auto percent = share ? share->times(Decimal::fromInteger(100), margin::Rounding::Down) : std::nullopt;
    return percent ? std::optional(percent->rounded(kShockDigits, margin::Rounding::Down)) : std::nullopt;
}

bool isUsed(const std::vector<margin::Account> &accounts, const std::string &asset)
{
    return std::ranges::any_of(accounts, [&asset](const margin::Account &account) {
        const margin::Balance *balance = account.balance(asset);
        return !account.liquidatedAt && balance != nullptr && isThere(*balance);
    });
}

} // namespace plimsoll::analysis
