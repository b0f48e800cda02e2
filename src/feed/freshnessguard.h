// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/quotes.h"
#include "wire/tickerparser.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace plimsoll::feed
{

/// Tells a living price list from one that is repeated for ever. The list carries no time, so a second endpoint (the
/// probe) is asked for the exchange's own times: when its answers keep coming and no time has advanced for more than
/// 120 s, everything is stale until one does. Without a working probe a symbol whose price has not changed for more
/// than 30 min is stale; a gap in the observation starts that time anew. Pure: every call gets bootMs(). Not
/// thread-safe. Source: docs/formulas.md#freshness.
class FreshnessGuard
{
public:
    static constexpr std::int64_t kProbeEveryMs = 30'000;
    static constexpr std::int64_t kFrozenAfterMs = 120'000;
    static constexpr std::int64_t kUnchangedAfterMs = std::int64_t{ 30 } * 60 * 1000;
    static constexpr std::int64_t kProbeRetryMs = std::int64_t{ 3600 } * 1000;

    void onPrice(std::int64_t bootMs, std::string_view symbol, margin::Decimal price);
    void onCloseTimes(std::int64_t bootMs, const std::vector<wire::TickerTime> &times);
    /// One attempt of the probe failed; it stays in use until too many in a row do.
    void onProbeFailed(std::int64_t bootMs);
    /// The source has no such endpoint; it is not asked again for an hour.
    void onProbeUnavailable(std::int64_t bootMs);

    [[nodiscard]] bool probeDue(std::int64_t bootMs) const { return bootMs >= m_probeAt; }

    [[nodiscard]] bool probeWorks() const { return m_probeWorks; }

    /// Answers come, but the exchange's time stands still.
    [[nodiscard]] bool frozen(std::int64_t bootMs) const;

    /// Milliseconds since an exchange time last advanced.
    [[nodiscard]] std::int64_t frozenForMs(std::int64_t bootMs) const { return bootMs - m_advancedAt; }

    /// Known or Stale.
    [[nodiscard]] margin::PriceState stateOf(std::string_view symbol, std::int64_t bootMs) const;

private:
    struct Seen {
        margin::Decimal price;
        std::int64_t unchangedSince = 0;
        std::int64_t lastSeen = 0;
    };

    template <typename Value>
    using BySymbol = std::unordered_map<std::string, Value, margin::TextHash, std::equal_to<>>;

    BySymbol<Seen> m_seen;
    BySymbol<std::int64_t> m_closeTimes;
    std::int64_t m_newestClose = 0;
    std::int64_t m_advancedAt = 0; // boot ms
    std::int64_t m_lastProbe = 0; // boot ms of the last answer
    std::int64_t m_probeAt = 0;
    int m_probeFailures = 0;
    bool m_probeWorks = false;
    bool m_stuckWithoutProbe = false; // was frozen when the probe was lost
};

} // namespace plimsoll::feed
