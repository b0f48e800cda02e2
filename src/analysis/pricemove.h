// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/changes.h"
#include "margin/account.h"
#include "margin/ratetable.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace plimsoll::analysis {

/// Which prices one shock moves, and how strongly: at a shock of s percent the price of an asset, in the quote asset of
/// the account that holds or owes it, becomes price x (1 + weight x s / 100). The quote asset of an account never moves
/// in it. Value type, any thread.
class PriceMove
{
public:
    /// Every asset by the same share.
    static PriceMove everything();
    /// One asset alone.
    static PriceMove only(std::string asset);
    /// Every asset by its beta, at most kShockDigits decimals each; one without a beta stays, see withoutWeight().
    static PriceMove byBeta(std::map<std::string, margin::Decimal> betas);

    /// How strongly the asset moves in an account of that quote asset: 0 not at all, 1 as the shock says.
    [[nodiscard]] margin::Decimal weight(const std::string &asset, const std::string &quote) const;

    /// The weights of an account's balances, in their order.
    [[nodiscard]] std::vector<margin::Decimal> weights(const margin::Account &account) const;

    /// What the account holds or owes and has no beta, in the order of its balances: nobody knows then how the move
    /// changes its level. Empty for the other moves, and of a closed account.
    [[nodiscard]] std::vector<std::string> withoutWeight(const margin::Account &account) const;

private:
    enum class Kind { Everything, Only, ByBeta };

    PriceMove(Kind kind, std::string asset, std::map<std::string, margin::Decimal> betas);

    Kind m_kind;
    std::string m_asset; // of Only
    std::map<std::string, margin::Decimal> m_betas;
};

/// The beta itself where it is within -100 and 100 and has at most kShockDigits decimals. Errors: Malformed.
Result<margin::Decimal> validatedBeta(margin::Decimal beta);

/// 1 + weight x percent / 100, exact; nothing where it is not above 0 or beyond 18 digits before the point. Requires:
/// both have at most kShockDigits decimals.
std::optional<margin::Decimal> factorAt(margin::Decimal weight, margin::Decimal percent);

/// A change of a price in money as a shock in percent of it, rounded down at kShockDigits decimals; nothing beyond the
/// range. Requires: price > 0.
std::optional<margin::Decimal> shockOfMoney(margin::Decimal move, margin::Decimal price);

/// Whether something of the asset is held or owed, in an account that is not closed.
bool isUsed(const std::vector<margin::Account> &accounts, const std::string &asset);

} // namespace plimsoll::analysis
