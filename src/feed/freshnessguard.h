// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feed/endpointhealth.h"
#include "feed/exchangeclock.h"
#include "margin/moment.h"
#include "margin/quotes.h"
#include "wire/exchangeinfo.h"
#include "wire/tickerparser.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace plimsoll::feed {

/// Tells a living price from one that is repeated for ever, by what the exchange itself says of each symbol; the price
/// list carries no time. Two more endpoints are asked: the times (24 h ticker: closeTime, count) and the statuses
/// (exchange information: status, serverTime).
/// - Halted: its status is not TRADING, or its own time lies further behind the exchange's clock than its count of
/// trades allows (silenceLimit()).
///   It stays so until its status changes or its time moves.
/// - Stale, all of them: answers keep coming and no time of the exchange has advanced for more than 120 s.
/// - Stale: no time of the symbol can be had, and its price has not changed for more than 30 min; a gap in the
/// observation starts that anew. Pure: every call gets bootTime(). Not thread-safe. Source: docs/formulas.md#freshness.
class FreshnessGuard
{
public:
    static constexpr std::int64_t kWordsEveryMs = 30'000; ///< at most
    static constexpr std::int64_t kFrozenAfterMs = 120'000;
    static constexpr std::int64_t kUnchangedAfterMs = std::int64_t {30} * 60 * 1000;

    /// How often to ask for times and statuses; kept within kWordsEveryMs.
    void setWordsEvery(std::int64_t everyMs);

    void onPrice(BootTime bootTime, std::string_view symbol, margin::Decimal price);
    /// The Date of an answer.
    void onDate(BootTime bootTime, WallTime date) { m_clock.onDate(bootTime, date); }

    void onTimes(BootTime bootTime, const std::vector<wire::TickerTime> &times);
    void onStatuses(BootTime bootTime, const wire::ExchangeInfo &info);
    /// These were asked about, whatever came back.
    void asked(BootTime bootTime, const std::vector<std::string> &symbols);
    /// An attempt failed; the endpoint stays in use until too many in a row do.
    void onTimesFailed(BootTime bootTime);
    void onStatusesFailed(BootTime bootTime) { m_statuses.failed(bootTime); }
    /// Another host of the exchange is asked from now on: whatever the last one did not say.
    void onOtherHost()
    {
        m_times.askAgain();
        m_statuses.askAgain();
    }

    /// The source has no such endpoint; it is not asked again for an hour, or for 5 min where it had it before.
    void onTimesMissing(BootTime bootTime);
    void onStatusesMissing(BootTime bootTime) { m_statuses.missing(bootTime); }

    /// Whether to ask about these now: it is time, or one of them is new or halted and what it says next may change
    /// everything.
    [[nodiscard]] bool timesDue(BootTime bootTime, const std::vector<std::string> &symbols) const;
    [[nodiscard]] bool statusesDue(BootTime bootTime, const std::vector<std::string> &symbols) const;
    /// One of them was not asked about for 5 min: its price must not be used before.
    [[nodiscard]] bool anyNew(BootTime bootTime, const std::vector<std::string> &symbols) const;

    [[nodiscard]] bool timesWork() const { return m_times.works(); }

    /// Answers come, but the exchange's time stands still.
    [[nodiscard]] bool frozen(BootTime bootTime) const;

    /// Milliseconds since an exchange time last advanced.
    [[nodiscard]] std::int64_t frozenForMs(BootTime bootTime) const { return bootTime - m_advancedAt; }

    /// Known, Stale or Halted.
    [[nodiscard]] margin::PriceState stateOf(std::string_view symbol, BootTime bootTime) const;

    /// How long a pair that trades `count` times in 24 h may be silent: six times its mean pause (of random trades one
    /// pause in 400 is as long), at least 5 min, at most 24 h; 30 min where the count is not told.
    [[nodiscard]] static std::int64_t silenceLimit(std::optional<std::int64_t> count);

private:
    struct Seen {
        margin::Decimal price;
        BootTime unchangedSince;
        BootTime lastSeen;
    };

    // The newest of one kind of time. Answers of several caches take turns: only what lies beyond all of the last ten
    // minutes is a sign of life.
    struct Newest {
        WallTime time; // 0 = none yet
        BootTime bootTime; // when it was told last

        bool advance(WallTime told, BootTime now);
    };

    // What the exchange said last of one symbol.
    struct Words {
        WallTime closeTime; // 0 = not told
        Newest newest;
        std::optional<std::int64_t> count;
        BootTime askedAt;
        bool silent = false; // for longer than its count allows
        bool halted = false;

        [[nodiscard]] bool unusable() const { return silent || halted; }
    };

    template<typename Value>
    using BySymbol = std::unordered_map<std::string, Value, margin::TextHash, std::equal_to<>>;

    [[nodiscard]] bool anyUnusable(const std::vector<std::string> &symbols) const;
    [[nodiscard]] bool anyBusy() const;
    bool take(const wire::TickerTime &time, BootTime bootTime);

    BySymbol<Seen> m_seen;
    BySymbol<Words> m_words;
    ExchangeClock m_clock;
    EndpointHealth m_times {kWordsEveryMs};
    EndpointHealth m_statuses {kWordsEveryMs};
    WallTime m_newestClose;
    Newest m_serverTime;
    BootTime m_advancedAt;
    BootTime m_lastTimes; // of the last answer
    bool m_anyTimes = false;
    bool m_stuckWithoutTimes = false; // was frozen when the times were lost
};

} // namespace plimsoll::feed
