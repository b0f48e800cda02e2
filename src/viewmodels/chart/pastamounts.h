// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/moment.h"
#include "ports/journalport.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace plimsoll::viewmodels {

/// What an account held and owed of one asset.
struct PastAmount {
    margin::Decimal total; ///< free and locked
    margin::Decimal debt; ///< borrowed, with interest
    margin::Decimal charged; ///< interest charged since the account was opened, repaid or not
};

/// What an account held and owed at any moment of the past: the sums of the rows of the journal up to then, so it is
/// exact. Pure; any thread.
class PastAmounts
{
public:
    /// From `time` (ms since 1970 UTC) on, by the place of the asset in assets(); those behind the end are 0.
    struct Step {
        WallTime time;
        std::vector<PastAmount> amounts;
    };

    PastAmounts() = default;
    /// All rows of one account, oldest first.
    explicit PastAmounts(const std::vector<monitor::JournalRow> &rows);

    /// From `time` on it is what the account has now; what was known of later moments is forgotten.
    void note(WallTime time, const margin::Account &account);

    [[nodiscard]] const std::vector<std::string> &assets() const { return m_assets; }
    [[nodiscard]] const std::vector<Step> &steps() const { return m_steps; } ///< ascending
    [[nodiscard]] const Step *at(WallTime time) const; ///< nullptr before there was an account
    /// Of an asset, 0 where it had none.
    [[nodiscard]] PastAmount of(const Step &step, const std::string &asset) const;
    [[nodiscard]] static PastAmount of(const Step &step, std::size_t place)
    {
        return place < step.amounts.size() ? step.amounts[place] : PastAmount();
    }

private:
    [[nodiscard]] std::size_t placeOf(const std::string &asset);

    std::vector<std::string> m_assets;
    std::vector<Step> m_steps;
};

} // namespace plimsoll::viewmodels
