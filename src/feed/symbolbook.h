// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/moment.h"
#include "margin/quotes.h"
#include "wire/tickerparser.h"

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace plimsoll::feed {

/// Which symbols to ask an exchange for, and how. The full price list teaches which symbols exist; afterwards only
/// needed ones that exist are asked for. A symbol that the exchange refused, or left out of its list, rests and is then
/// tried alone: one that was priced within the last hour with the next poll, then after 5, 10, 20, 40 and every 60 s;
/// any other after 10 minutes. Pure: every call that needs a time gets bootTime(). Not thread-safe.
class SymbolBook
{
public:
    enum class Request {
        Ping, ///< nothing to price, and the list is known: only ask whether the exchange is there
        FullList,
        Symbols,
    };

    static constexpr std::size_t kMaxPerRequest = 100;
    static constexpr std::int64_t kFullListEveryMs = std::int64_t {3600} * 1000;
    static constexpr std::int64_t kFullListRetryMs = std::int64_t {60} * 1000;
    static constexpr std::int64_t kRetryMs = 600'000; ///< of a symbol that was never seen, or not for an hour
    static constexpr std::int64_t kKnownForMs = std::int64_t {3600} * 1000;
    static constexpr std::int64_t kFirstRetryMs = 5'000; ///< of one that was priced lately, doubled up to a minute
    static constexpr std::int64_t kLongestRetryMs = 60'000;

    /// True where the candidates are other ones than before, so that the full list is due.
    bool setWanted(const std::vector<std::string> &needed, const std::vector<std::string> &candidates);

    [[nodiscard]] const std::vector<std::string> &needed() const { return m_needed; }

    [[nodiscard]] bool isWanted(const std::string &symbol) const { return m_wanted.contains(symbol); }

    [[nodiscard]] Request nextRequest(BootTime bootTime) const;

    /// Needed symbols that may exist, in lists of at most 100; symbols whose rest is over follow, each alone.
    [[nodiscard]] std::vector<std::vector<std::string>> requests(BootTime bootTime) const;

    /// Needed symbols that requests() leaves out because the exchange does not have them.
    [[nodiscard]] std::vector<std::string> unavailable(BootTime bootTime) const;

    void learn(const std::vector<wire::TickerItem> &fullList, BootTime bootTime);
    /// The source does not hand out its full list: ask for needed symbols as they are, try again in an hour.
    void refuseFullList(BootTime bootTime);

    /// Ask for the full list at the next opportunity.
    /// The full list failed, which says nothing about the short requests: those first, and the list again in a minute.
    void postponeFullList(BootTime bootTime) { m_fullListAt = bootTime + kFullListRetryMs; }

    void forgetFullList() { m_fullListAt = 0; }

    void reject(const std::string &symbol, BootTime bootTime);

    /// The exchange took a question about it: it exists.
    void accept(const std::string &symbol);

    /// The exchange has a usable price of it.
    void priced(const std::string &symbol, BootTime bootTime) { m_pricedAt[symbol] = bootTime; }

    /// Needed symbols that the exchange has, as far as is known.
    [[nodiscard]] std::vector<std::string> askable() const;

private:
    struct Rest {
        BootTime retryAt;
        int refusals = 0; // in a row, of a symbol that was priced lately
    };

    [[nodiscard]] bool isAskable(const std::string &symbol) const;
    [[nodiscard]] bool isRetryDue(const std::string &symbol, BootTime bootTime) const;

    std::vector<std::string> m_needed;
    std::vector<std::string> m_candidates;
    std::unordered_set<std::string> m_wanted; // both
    std::optional<std::unordered_set<std::string>> m_listed; // of the wanted ones; nothing while unknown
    std::unordered_map<std::string, Rest> m_rests;
    std::unordered_map<std::string, BootTime> m_pricedAt;
    BootTime m_fullListAt;
    bool m_fullListRefused = false;
};

} // namespace plimsoll::feed
