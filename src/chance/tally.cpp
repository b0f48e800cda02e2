// SPDX-License-Identifier: GPL-3.0-or-later
#include "chance/tally.h"

#include <algorithm>
#include <cmath>

namespace plimsoll::chance {

Tally::Tally(const BookAccount &account, std::int64_t horizon, std::uint64_t paths)
    : m_account(account)
    , m_horizon(horizon)
    , m_paths(paths)
    , m_losses(paths)
{
}

void Tally::add(const AccountWalk &walk, const Lanes &equity, std::size_t count)
{
    const double before = std::max(m_account.equity, 0.0); // nobody pays in what a liquidation leaves owing
    const std::lock_guard lock(m_mutex);
    for (std::size_t i = 0; i < count; ++i) {
        const bool liquidated = std::isfinite(walk.liquidationAt()[i]);
        m_calls += std::isfinite(walk.callAt()[i]) ? 1U : 0U;
        if (liquidated) {
            ++m_liquidations;
            countMinutes(walk.liquidationAt()[i] - walk.callAt()[i]);
        }
        m_losses.add(liquidated ? before : before - equity[i]);
    }
}

void Tally::countMinutes(double minutes)
{
    const auto whole = static_cast<std::size_t>(std::llround(minutes));
    if (whole >= m_minutes.size()) {
        m_minutes.resize(whole + 1);
    }
    ++m_minutes[whole];
}

// The error is that of half a hit more among one path more: as good as the plain one, but never 0.
Probability Tally::probability(std::uint64_t hits, bool exact) const
{
    const auto paths = static_cast<double>(m_paths);
    const double p = static_cast<double>(hits) / paths;
    const double inner = (static_cast<double>(hits) + 0.5) / (paths + 1);
    return {p, exact ? 0 : std::sqrt(inner * (1 - inner) / paths)};
}

std::optional<double> Tally::minutesOf(std::uint64_t percent) const
{
    if (m_liquidations == 0) {
        return std::nullopt;
    }
    const std::uint64_t rank = std::max<std::uint64_t>((m_liquidations * percent + 99) / 100, 1);
    std::uint64_t sum = 0;
    for (std::size_t minutes = 0; minutes < m_minutes.size(); ++minutes) {
        sum += m_minutes[minutes];
        if (sum >= rank) {
            return static_cast<double>(minutes);
        }
    }
    return std::nullopt;
}

HorizonChance Tally::result() const
{
    const margin::Status status = m_account.status;
    const bool noDebt = status == margin::Status::NoDebt;
    const bool liquidation = status == margin::Status::Liquidation;
    HorizonChance chance;
    chance.horizon = m_horizon;
    chance.call = probability(m_calls, noDebt || liquidation || status == margin::Status::MarginCall);
    chance.liquidation = probability(m_liquidations, noDebt || liquidation);
    chance.medianMinutes = minutesOf(50);
    chance.tenthMinutes = minutesOf(10);
    chance.loss = m_losses.risk();
    return chance;
}

} // namespace plimsoll::chance
