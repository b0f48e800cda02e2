// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feed/freshnessguard.h"
#include "feed/pricedoubts.h"
#include "margin/moment.h"
#include "ports/pricesource.h"
#include "wire/tickerparser.h"

#include <map>
#include <string>
#include <vector>

namespace plimsoll::feed {

/// What one round found, made into batches: every price with the state that the exchange's own words give it, told
/// once, and again where those words or a second answer change it. Not thread-safe. `guard` and `doubts` outlive it.
class BatchMaker
{
public:
    BatchMaker(FreshnessGuard &guard, PriceDoubts &doubts)
        : m_guard(guard)
        , m_doubts(doubts)
    {
    }

    /// An answer to a question for `asked`; what is not in it is Missing, or as `absent` says.
    void add(const std::vector<std::string> &asked, const std::vector<wire::TickerItem> &items, BootTime bootTime,
             margin::PriceState absent = margin::PriceState::Missing);

    /// What is not told yet, or changed since.
    [[nodiscard]] monitor::PriceBatch take(BootTime bootTime, WallTime wallTime);

    /// Symbols of which a usable price was added.
    [[nodiscard]] std::vector<std::string> priced() const;

    /// Of those: prices in doubt.
    [[nodiscard]] std::vector<std::string> doubtful() const;

private:
    struct Found {
        margin::Decimal price;
        margin::PriceState state = margin::PriceState::Missing; // as received
        BootTime asOf;
    };

    [[nodiscard]] monitor::PriceSample sampleOf(const std::string &symbol, const Found &found, BootTime bootTime) const;

    FreshnessGuard &m_guard;
    PriceDoubts &m_doubts;
    std::map<std::string, Found> m_found;
    std::map<std::string, monitor::PriceSample> m_told;
};

} // namespace plimsoll::feed
