// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/account.h"
#include "margin/levelbounds.h"
#include "margin/quotes.h"
#include "margin/status.h"

#include <memory>
#include <optional>

namespace plimsoll::margin {

/// What is decided about one account at one moment. Everything else that is said about its level follows from here.
struct Decision {
    Status status = Status::Unknown;
    /// Known, and not above the early-warning bar though still above the margin-call ratio.
    bool early = false;
    bool partly = false; ///< something held or owed has no usable price
    bool overflow = false; ///< a sum has more than 18 digits before the point; status is Unknown
    /// What the status was decided from. Unknown: the known assets and debts only. Where something has no price and the
    /// status is Normal all the same: the worst bound, so that the level is at least this.
    Level exactLevel;

    /// Whether `exactLevel` is the level; a bound is none.
    [[nodiscard]] bool hasLevel() const
    {
        return !partly && (status == Status::Normal || status == Status::MarginCall || status == Status::Liquidation);
    }

    /// At most 8 decimals, rounded down; nothing where there is no level.
    [[nodiscard]] std::optional<Decimal> printedLevel() const
    {
        return hasLevel() ? std::optional(exactLevel.printed()) : std::nullopt;
    }
};

/// A decision with its account. Value type, cheap to copy.
struct Verdict : Decision {
    std::shared_ptr<const Account> account;
};

/// The one place where the level of an account is compared with its bars (docs/formulas.md#status). Takes what is held
/// and owed, asset by asset, and then decides. Value type.
class Judgement
{
public:
    /// Requires: total >= 0, debt >= 0.
    void add(Decimal total, Decimal debt, const Rate &rate);

    [[nodiscard]] Decision decide(const Account &account) const;

private:
    [[nodiscard]] Decision decideByBounds(Decision decision, const Thresholds &bars) const;

    Wide m_assets;
    Wide m_debt;
    LevelBounds m_unpriced;
    bool m_owes = false;
    bool m_partly = false;
};

/// Pure; any thread. Requires: validated(account).
Decision judge(const Account &account, const Rates &rates);

} // namespace plimsoll::margin
