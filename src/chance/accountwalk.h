// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chance/book.h"
#include "chance/pathblock.h"
#include "chance/squarematrix.h"

#include <memory>

namespace plimsoll::chance {

/// A step as an account sees it; minutes from the beginning.
struct StepSpan {
    double begin = 0;
    double end = 0;
    double years = 0; ///< over which the bridge spans; 0 for what comes at once
};

/// One account on the paths of a block: when each of them meets the margin-call and the liquidation bar for the first
/// time. A path that was liquidated stays so. One per thread and account.
class AccountWalk
{
public:
    /// The walk that fits the account: by price where its level is a function of one price, by level elsewhere.
    /// Requires: account.simulated; covariance of Book::assets per year. `account` must outlive it.
    static std::unique_ptr<AccountWalk> make(const BookAccount &account, const SquareMatrix &covariance);

    virtual ~AccountWalk() = default;
    AccountWalk(const AccountWalk &) = delete;
    AccountWalk &operator=(const AccountWalk &) = delete;

    /// A new block; its prices are those of the beginning.
    void begin(const PathBlock &block);
    /// What happened on the way to the block's prices.
    virtual void step(const PathBlock &block, const Lanes &bridge, const StepSpan &span) = 0;

    /// Whether step() reads PathBlock::prices of its assets, or only their logarithms.
    [[nodiscard]] virtual bool needsPrices() const = 0;

    [[nodiscard]] const BookAccount &account() const { return m_account; }
    [[nodiscard]] const Lanes &callAt() const { return m_callAt; } ///< minutes; infinite where it did not come
    [[nodiscard]] const Lanes &liquidationAt() const { return m_liquidationAt; }

    /// Assets and debt now, in the account's quote asset at the prices of the beginning of that asset. Needs prices.
    void values(const PathBlock &block, double minutes, Lanes &assets, Lanes &debt);
    /// Assets - debt in the quote asset, without regard to a liquidation. Needs prices.
    void equity(const PathBlock &block, double minutes, Lanes &result);

protected:
    explicit AccountWalk(const BookAccount &account);

    struct Distances {
        Lanes call;
        Lanes liquidation;
    };

    virtual void start(const PathBlock &block) = 0;
    /// Notes the paths of m_hits* and goes on from `m_to`.
    void finishStep(const StepSpan &span, bool anyCall, bool anyLiquidation);
    [[nodiscard]] BarDistance callDistance() { return {m_from->call, m_to->call, m_callAt, m_callHits}; }
    [[nodiscard]] BarDistance liquidationDistance()
    {
        return {m_from->liquidation, m_to->liquidation, m_liquidationAt, m_liquidationHits};
    }
    [[nodiscard]] Distances &from() { return *m_from; }
    [[nodiscard]] Distances &to() { return *m_to; }
    [[nodiscard]] std::vector<ValueTerm> &termsAt(const PathBlock &block, double minutes);

private:
    static void note(const LaneFlags &hits, const Lanes &from, const Lanes &to, const StepSpan &span, Lanes &hitAt);

    const BookAccount &m_account;
    std::array<Distances, 2> m_distances;
    Distances *m_from = m_distances.data();
    Distances *m_to = m_distances.data() + 1;
    Lanes m_callAt;
    Lanes m_liquidationAt;
    LaneFlags m_callHits;
    LaneFlags m_liquidationHits;
    std::vector<ValueTerm> m_terms;
};

} // namespace plimsoll::chance
