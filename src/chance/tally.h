// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chance/accountwalk.h"
#include "chance/chances.h"

#include <mutex>
#include <vector>

namespace plimsoll::chance {

/// Counts what happened to one account until one horizon. Whole numbers and the worst losses only, so that the order in
/// which threads bring their blocks changes nothing. add() may be called from any thread.
class Tally
{
public:
    /// Requires: account.simulated. `account` must outlive it; horizon in ms.
    Tally(const BookAccount &account, std::int64_t horizon, std::uint64_t paths);

    /// The first `count` paths of a block at the horizon; `equity` as of AccountWalk::equity().
    void add(const AccountWalk &walk, const Lanes &equity, std::size_t count);

    /// Once all paths were added.
    [[nodiscard]] HorizonChance result() const;

private:
    void countMinutes(double minutes);
    [[nodiscard]] Probability probability(std::uint64_t hits, bool exact) const;
    [[nodiscard]] std::optional<double> minutesOf(std::uint64_t percent) const;

    const BookAccount &m_account;
    std::int64_t m_horizon;
    std::uint64_t m_paths;
    std::mutex m_mutex;
    std::uint64_t m_calls = 0;
    std::uint64_t m_liquidations = 0;
    std::vector<std::uint32_t> m_minutes; ///< how many took so many whole minutes from call to liquidation
    WorstLosses m_losses;
};

} // namespace plimsoll::chance
