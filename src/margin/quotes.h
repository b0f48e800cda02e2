// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/decimal.h"
#include "margin/moment.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace plimsoll::margin {

/// Lets string-keyed maps be searched by string_view without building a string.
struct TextHash {
    using is_transparent = void;

    std::size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view> {}(text); }
};

enum class PriceState {
    Known,
    Missing, ///< never seen, or absent from the newest answer
    Invalid, ///< zero, negative, malformed or duplicate in the newest answer
    Stale, ///< too old to be believed
    Halted, ///< the exchange says that the pair does not trade now, or its own time of the pair stands still
    Unlisted, ///< the exchange answered that it does not have the symbol, or not any more
};

/// The value of one asset in a quote asset. `down` prices assets and `up` prices debts: they differ only where an
/// inverse or a bridge had to be rounded, always against the user. `asOf` is the age base of the oldest leg, of
/// the clock that fed the board.
struct Rate {
    Decimal down;
    Decimal up;
    PriceState state = PriceState::Missing;
    BootTime asOf;
    std::string
        route; ///< symbols used, "BCHUSDT", "1/USDTBRL", "DOGEBTC x BTCUSDT"; the wanted symbol where there is none
    bool confirmed =
        true; ///< false: a leg jumped and no second answer has said the same; alarms believe it, bookings do not

    [[nodiscard]] bool known() const { return state == PriceState::Known; }

    [[nodiscard]] bool sameValue(const Rate &other) const
    {
        return state == other.state && down == other.down && up == other.up && route == other.route
            && confirmed == other.confirmed;
    }

    bool operator==(const Rate &) const = default;
};

using SymbolId = std::uint32_t;
using RateId = std::uint32_t;

/// A frozen set of rates, shared between threads: what a snapshot carries and what every formula reads.
class Rates
{
public:
    using Key = std::pair<std::string, std::string>;

    struct KeyHash {
        std::size_t operator()(const Key &key) const noexcept
        {
            return TextHash {}(key.first) * 31U + TextHash {}(key.second);
        }
    };

    using Index = std::unordered_map<Key, RateId, KeyHash>;

    Rates() = default;
    Rates(std::shared_ptr<const Index> index, std::vector<Rate> rates)
        : m_index(std::move(index))
        , m_rates(std::move(rates))
    {
    }

    /// 1 where asset == quote; Missing where the pair was never asked for.
    [[nodiscard]] Rate find(const std::string &asset, const std::string &quote) const;

    /// The same rates of the same ages for the same pairs.
    bool operator==(const Rates &) const = default;

private:
    std::shared_ptr<const Index> m_index;
    std::vector<Rate> m_rates;
};

/// Prices by symbol and the rates that follow from them. Symbols and pairs are interned once; setting a price costs a
/// flat array access, and evaluate() recomputes only rates that depend on a symbol that moved. Not thread-safe; lives
/// on the engine thread. Route of asset X in quote Q (interface contract, "Prices file"): 1 if X = Q; else symbol XQ;
/// else 1 / QX; else through one bridge in the order USDT, BTC, USDC, FDUSD, BNB, ETH. The first route whose symbols
/// are listed is taken; a listed symbol with a bad price makes the rate unknown, it is not routed around. Inverses and
/// bridged products keep 18 decimals.
class QuoteBoard
{
public:
    SymbolId internSymbol(std::string_view symbol);
    RateId internRate(const std::string &asset, const std::string &quote);

    /// The id of a symbol that some rate may need, or nothing: most of a full price list is not ours.
    [[nodiscard]] const SymbolId *findSymbol(std::string_view symbol) const;

    /// A price as received. Zero or negative becomes Invalid.
    void setPrice(SymbolId symbol, Decimal price, BootTime asOf, bool confirmed = true);
    /// A symbol without usable price. Missing and Unlisted keep a symbol listed once it was seen: it is not routed
    /// around.
    void setUnusable(SymbolId symbol, PriceState state);
    /// Turns every known price with asOf < oldest into Stale.
    void expire(BootTime oldest);

    /// Recomputes what the calls above touched; returns the rates whose value or state changed since the last
    /// evaluate().
    const std::vector<RateId> &evaluate();

    /// Its age may lag behind; freeze() brings it up to date.
    [[nodiscard]] const Rate &rate(RateId id) const { return m_rates[id]; }

    /// By names; Missing where the pair was never interned.
    [[nodiscard]] Rate rateOf(const std::string &asset, const std::string &quote) const;

    /// The price of one symbol as received; nothing where it is not known now.
    [[nodiscard]] std::optional<Decimal> priceOf(std::string_view symbol) const;

    /// A copy for other threads, ages up to date.
    [[nodiscard]] std::shared_ptr<const Rates> freeze();

    /// Symbols to ask a price source for: those of the route in use where one is listed, else the direct one. A source
    /// that can list its symbols finds the other routes among candidateSymbols().
    [[nodiscard]] std::vector<std::string> neededSymbols() const;
    /// Every symbol that any route of any rate could use.
    [[nodiscard]] std::vector<std::string> candidateSymbols() const;

private:
    struct Quote {
        Decimal price;
        BootTime asOf;
        PriceState state = PriceState::Missing;
        bool listed = false;
        bool confirmed = true;
        std::vector<RateId> users;
    };

    struct Leg {
        SymbolId symbol;
        bool inverse;
    };

    using Route = std::vector<Leg>; // one leg, or two through a bridge

    struct Plan {
        std::vector<Route> routes; // in order of preference; empty where asset == quote
        std::string wanted;
    };

    [[nodiscard]] Plan makePlan(const std::string &asset, const std::string &quote);
    [[nodiscard]] const Route *listedRoute(const Plan &plan) const;
    [[nodiscard]] Rate compute(const Plan &plan) const;
    [[nodiscard]] Rate legRate(const Leg &leg) const;
    void touch(Quote &quote);
    void refreshAges();

    std::unordered_map<std::string, SymbolId, TextHash, std::equal_to<>> m_symbolIds;
    std::vector<std::string> m_symbolNames;
    std::vector<Quote> m_quotes;
    std::shared_ptr<Rates::Index> m_rateIndex = std::make_shared<Rates::Index>();
    std::vector<Plan> m_plans;
    std::vector<Rate> m_rates;
    std::vector<bool> m_dirty;
    std::vector<RateId> m_dirtyRates;
    std::vector<RateId> m_changed;
    bool m_agesMoved = false; ///< an unchanged price came again: rates carry its older age until they are frozen
};

} // namespace plimsoll::margin
