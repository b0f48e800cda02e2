// SPDX-License-Identifier: GPL-3.0-or-later
#include "chance/accountwalk.h"

#include "chance/levelwalk.h"
#include "chance/pricewalk.h"

#include <cmath>
#include <limits>

namespace plimsoll::chance {

namespace {

constexpr double kNever = std::numeric_limits<double>::infinity();
constexpr double kMinutesPerDay = 24 * 60;

// Without debt, or beyond its last bar already: nothing can happen any more.
class IdleWalk final : public AccountWalk
{
public:
    explicit IdleWalk(const BookAccount &account)
        : AccountWalk(account)
    {
    }

    void step(const PathBlock & /*block*/, const Lanes & /*bridge*/, const StepSpan & /*span*/) override {}
    [[nodiscard]] bool needsPrices() const override { return false; }

private:
    void start(const PathBlock & /*block*/) override {}
};

} // namespace

std::unique_ptr<AccountWalk> AccountWalk::make(const BookAccount &account, const SquareMatrix &covariance)
{
    if (!account.hasDebt() || account.status == margin::Status::Liquidation) {
        return std::make_unique<IdleWalk>(account);
    }
    if (const auto price = SinglePrice::of(account)) {
        return std::make_unique<PriceWalk>(account, *price, covariance);
    }
    return std::make_unique<LevelWalk>(account, covariance);
}

AccountWalk::AccountWalk(const BookAccount &account)
    : m_account(account)
{
}

void AccountWalk::begin(const PathBlock &block)
{
    const margin::Status status = m_account.status;
    const bool called = status == margin::Status::MarginCall || status == margin::Status::Liquidation;
    m_callAt.values.fill(called ? 0 : kNever);
    m_liquidationAt.values.fill(status == margin::Status::Liquidation ? 0 : kNever);
    start(block);
}

std::vector<ValueTerm> &AccountWalk::termsAt(const PathBlock &block, double minutes)
{
    m_terms.clear();
    for (const Exposure &exposure : m_account.exposures) {
        m_terms.push_back({exposure.asset ? &block.prices[*exposure.asset] : nullptr, exposure.held,
                           exposure.owedAfter(minutes / kMinutesPerDay)});
    }
    return m_terms;
}

void AccountWalk::values(const PathBlock &block, double minutes, Lanes &assets, Lanes &debt)
{
    valueSums(termsAt(block, minutes), assets, debt);
}

void AccountWalk::equity(const PathBlock &block, double minutes, Lanes &result)
{
    Lanes debt;
    values(block, minutes, result, debt);
    for (std::size_t i = 0; i < kLanes; ++i) {
        result[i] = (result[i] - debt[i]) / (m_account.quote ? block.prices[*m_account.quote][i] : 1);
    }
}

void AccountWalk::finishStep(const StepSpan &span, bool anyCall, bool anyLiquidation)
{
    if (anyCall) {
        note(m_callHits, m_from->call, m_to->call, span, m_callAt);
    }
    if (anyLiquidation) {
        note(m_liquidationHits, m_from->liquidation, m_to->liquidation, span, m_liquidationAt);
        for (std::size_t i = 0; i < kLanes; ++i) {
            if (m_liquidationHits[i] != 0) { // the nearer bar is met first, whatever interpolation says
                m_callAt[i] = std::min(m_callAt[i], span.end);
                m_liquidationAt[i] = std::max(m_liquidationAt[i], m_callAt[i]);
            }
        }
    }
    std::swap(m_from, m_to);
}

// The moment within the step by the distances at its ends; a bridge that touched and came back is taken as reflected.
void AccountWalk::note(const LaneFlags &hits, const Lanes &from, const Lanes &to, const StepSpan &span, Lanes &hitAt)
{
    for (std::size_t i = 0; i < kLanes; ++i) {
        if (hits[i] != 0) {
            const double share = from[i] > 0 && std::isfinite(to[i]) ? from[i] / (from[i] + std::abs(to[i])) : 0;
            hitAt[i] = span.begin + share * (span.end - span.begin);
        }
    }
}

} // namespace plimsoll::chance
