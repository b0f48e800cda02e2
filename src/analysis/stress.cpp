// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/stress.h"

#include "margin/shockedbook.h"

#include <utility>

namespace plimsoll::analysis {

namespace {

using margin::Decimal;
using margin::PairId;
using margin::ShockedBook;

/// The pairs that a move moves, each with its weight.
class MovedPairs
{
public:
    MovedPairs(const ShockedBook &book, const PriceMove &move)
    {
        const auto &pairs = book.table().pairs();
        for (PairId pair = 0; pair < pairs.size(); ++pair) {
            if (const Decimal weight = move.weight(pairs[pair].asset, pairs[pair].quote); !weight.isZero()) {
                m_pairs.emplace_back(pair, weight);
            }
        }
    }

    /// False, and nothing is moved, where a price would not be above 0.
    [[nodiscard]] bool moveBy(Decimal shock, ShockedBook &book) const
    {
        std::vector<Decimal> factors;
        for (const auto &[pair, weight] : m_pairs) {
            const auto factor = factorAt(weight, shock);
            if (!factor) {
                return false;
            }
            factors.push_back(*factor);
        }
        for (std::size_t i = 0; i < m_pairs.size(); ++i) {
            book.move(m_pairs[i].first, factors[i]);
        }
        return true;
    }

    /// Whether an account needs a price that moves.
    [[nodiscard]] std::vector<bool> touched(const ShockedBook &book) const
    {
        std::vector<bool> touched(book.accounts().size());
        for (const auto &[pair, weight] : m_pairs) {
            for (const std::uint32_t account : book.users(pair)) {
                touched[account] = true;
            }
        }
        return touched;
    }

private:
    std::vector<std::pair<PairId, Decimal>> m_pairs;
};

} // namespace

std::optional<Decimal> judgedLevel(const margin::Decision &decision)
{
    switch (decision.status) {
    case margin::Status::Normal:
    case margin::Status::MarginCall:
    case margin::Status::Liquidation: return decision.exactLevel.printed();
    case margin::Status::NoDebt:
    case margin::Status::Unknown:
    case margin::Status::Liquidated: break;
    }
    return std::nullopt;
}

std::vector<Decimal> shockSteps(Decimal from, Decimal to, Decimal step)
{
    std::vector<Decimal> shocks;
    for (std::optional<Decimal> shock = from; shock && *shock <= to; shock = shock->plus(step)) {
        shocks.push_back(*shock);
    }
    return shocks;
}

std::optional<std::vector<StressPoint>> stressCurve(const std::vector<margin::Account> &accounts,
                                                    const margin::Rates &rates, const PriceMove &move,
                                                    const std::vector<Decimal> &shocks, const std::stop_token &stop)
{
    ShockedBook book(accounts, rates);
    const MovedPairs moved(book, move);
    const std::vector<bool> touched = moved.touched(book);
    std::vector<margin::Decision> now;
    std::vector<bool> lacking;
    for (std::size_t i = 0; i < accounts.size(); ++i) {
        now.push_back(book.judge(i));
        lacking.push_back(accounts[i].hasDebt() && !move.withoutWeight(accounts[i]).empty());
    }
    std::vector<StressPoint> points;
    for (const Decimal shock : shocks) {
        if (stop.stop_requested()) {
            return std::nullopt;
        }
        if (!factorAt(Decimal::fromInteger(1), shock) || !moved.moveBy(shock, book)) {
            continue;
        }
        StressPoint &point = points.emplace_back(StressPoint {shock, now});
        for (std::size_t i = 0; i < accounts.size(); ++i) {
            if (lacking[i] && !shock.isZero()) {
                point.decisions[i] = margin::Decision {};
            } else if (touched[i]) {
                point.decisions[i] = book.judge(i);
            }
        }
    }
    return points;
}

std::optional<margin::Rates> shockedRates(const std::vector<margin::Account> &accounts, const margin::Rates &rates,
                                          const PriceMove &move, Decimal shock)
{
    ShockedBook book(accounts, rates);
    if (!MovedPairs(book, move).moveBy(shock, book)) {
        return std::nullopt;
    }
    return book.table().rates();
}

} // namespace plimsoll::analysis
