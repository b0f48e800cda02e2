// SPDX-License-Identifier: GPL-3.0-or-later
#include "margin/quotes.h"

#include <algorithm>
#include <array>
#include <set>

namespace plimsoll::margin {

namespace {

constexpr std::array<const char *, 6> kBridges {"USDT", "BTC", "USDC", "FDUSD", "BNB", "ETH"};

Rate unity()
{
    const Decimal one = Decimal::fromInteger(1);
    return {one, one, PriceState::Known, INT64_MAX, "1"};
}

// A rate beyond 18 digits before the point cannot be believed.
Rate overflowed(Rate rate)
{
    rate.state = PriceState::Invalid;
    rate.down = rate.up = Decimal();
    return rate;
}

Rate throughBridge(const Rate &first, const Rate &second)
{
    Rate rate;
    rate.route = first.route + " x " + second.route;
    rate.asOf = std::min(first.asOf, second.asOf);
    rate.state = first.known() ? second.state : first.state;
    rate.confirmed = first.confirmed && second.confirmed;
    if (rate.known()) {
        const auto down = first.down.times(second.down, Rounding::Down);
        const auto up = first.up.times(second.up, Rounding::Up);
        if (!up) { // the larger of the two
            return overflowed(std::move(rate));
        }
        rate.down = *down;
        rate.up = *up;
    }
    return rate;
}

} // namespace

Rate Rates::find(const std::string &asset, const std::string &quote) const
{
    if (asset == quote) {
        return unity();
    }
    if (m_index) {
        if (const auto found = m_index->find({asset, quote}); found != m_index->end()) {
            return m_rates[found->second];
        }
    }
    Rate missing;
    missing.route = asset + quote;
    return missing;
}

SymbolId QuoteBoard::internSymbol(std::string_view symbol)
{
    if (const SymbolId *known = findSymbol(symbol)) {
        return *known;
    }
    const auto id = static_cast<SymbolId>(m_quotes.size());
    m_symbolIds.emplace(std::string(symbol), id);
    m_symbolNames.emplace_back(symbol);
    m_quotes.emplace_back();
    return id;
}

const SymbolId *QuoteBoard::findSymbol(std::string_view symbol) const
{
    const auto found = m_symbolIds.find(symbol);
    return found == m_symbolIds.end() ? nullptr : &found->second;
}

RateId QuoteBoard::internRate(const std::string &asset, const std::string &quote)
{
    const Rates::Key key {asset, quote};
    if (const auto found = m_rateIndex->find(key); found != m_rateIndex->end()) {
        return found->second;
    }
    const auto id = static_cast<RateId>(m_rates.size());
    if (m_rateIndex.use_count() > 1) { // a frozen copy is out there: it must not change
        m_rateIndex = std::make_shared<Rates::Index>(*m_rateIndex);
    }
    m_rateIndex->emplace(key, id);
    m_plans.push_back(makePlan(asset, quote));
    for (const Route &route : m_plans.back().routes) {
        for (const Leg &leg : route) {
            auto &users = m_quotes[leg.symbol].users;
            if (users.empty() || users.back() != id) {
                users.push_back(id);
            }
        }
    }
    m_rates.push_back(compute(m_plans.back()));
    m_dirty.push_back(false);
    return id;
}

QuoteBoard::Plan QuoteBoard::makePlan(const std::string &asset, const std::string &quote)
{
    Plan plan;
    plan.wanted = asset + quote;
    if (asset == quote) {
        return plan;
    }
    const auto direct = [this](const std::string &from, const std::string &to) {
        return Leg {internSymbol(from + to), false};
    };
    const auto inverse = [this](const std::string &from, const std::string &to) {
        return Leg {internSymbol(to + from), true};
    };
    plan.routes = {{direct(asset, quote)}, {inverse(asset, quote)}};
    for (const std::string bridge : kBridges) {
        if (bridge == asset || bridge == quote) {
            continue;
        }
        for (const Leg &first : {direct(asset, bridge), inverse(asset, bridge)}) {
            for (const Leg &second : {direct(bridge, quote), inverse(bridge, quote)}) {
                plan.routes.push_back({first, second});
            }
        }
    }
    return plan;
}

const QuoteBoard::Route *QuoteBoard::listedRoute(const Plan &plan) const
{
    const auto isListed = [this](const Route &route) {
        return std::ranges::all_of(route, [this](const Leg &leg) { return m_quotes[leg.symbol].listed; });
    };
    const auto found = std::ranges::find_if(plan.routes, isListed);
    return found == plan.routes.end() ? nullptr : &*found;
}

Rate QuoteBoard::legRate(const Leg &leg) const
{
    const Quote &quote = m_quotes[leg.symbol];
    Rate rate {quote.price, quote.price, quote.state, quote.asOf, m_symbolNames[leg.symbol], quote.confirmed};
    if (leg.inverse) {
        rate.route.insert(0, "1/");
        if (rate.known()) {
            const Decimal one = Decimal::fromInteger(1);
            const auto down = one.dividedBy(quote.price, Rounding::Down);
            const auto up = one.dividedBy(quote.price, Rounding::Up);
            if (!up) {
                return overflowed(std::move(rate));
            }
            rate.down = *down;
            rate.up = *up;
        }
    }
    return rate;
}

Rate QuoteBoard::compute(const Plan &plan) const
{
    if (plan.routes.empty()) {
        return unity();
    }
    const Route *route = listedRoute(plan);
    if (route == nullptr) {
        Rate missing;
        missing.route = plan.wanted;
        if (m_quotes[plan.routes.front().front().symbol].state == PriceState::Unlisted) {
            missing.state = PriceState::Unlisted; // the wanted symbol, and no other way leads there
        }
        return missing;
    }
    const Rate first = legRate(route->front());
    return route->size() == 1 ? first : throughBridge(first, legRate(route->back()));
}

void QuoteBoard::touch(Quote &quote)
{
    for (const RateId id : quote.users) {
        if (!m_dirty[id]) {
            m_dirty[id] = true;
            m_dirtyRates.push_back(id);
        }
    }
}

void QuoteBoard::setPrice(SymbolId symbol, Decimal price, BootTime asOf, bool confirmed)
{
    if (!price.isPositive()) {
        setUnusable(symbol, PriceState::Invalid);
        return;
    }
    Quote &quote = m_quotes[symbol];
    quote.asOf = asOf;
    m_agesMoved = true;
    if (quote.state == PriceState::Known && quote.price == price && quote.confirmed == confirmed) {
        return; // most of a price list is what it was: nothing but ages to bring up to date
    }
    quote.confirmed = confirmed;
    quote.price = price;
    quote.state = PriceState::Known;
    quote.listed = true;
    touch(quote);
}

void QuoteBoard::setUnusable(SymbolId symbol, PriceState state)
{
    Quote &quote = m_quotes[symbol];
    quote.listed = quote.listed || (state != PriceState::Missing && state != PriceState::Unlisted);
    if (quote.state != state) {
        quote.state = state;
        touch(quote);
    }
}

void QuoteBoard::expire(BootTime oldest)
{
    for (Quote &quote : m_quotes) {
        if (quote.state == PriceState::Known && quote.asOf < oldest) {
            quote.state = PriceState::Stale;
            touch(quote);
        }
    }
}

const std::vector<RateId> &QuoteBoard::evaluate()
{
    m_changed.clear();
    for (const RateId id : m_dirtyRates) {
        m_dirty[id] = false;
        Rate fresh = compute(m_plans[id]);
        if (!fresh.sameValue(m_rates[id])) {
            m_changed.push_back(id);
        }
        m_rates[id] = std::move(fresh);
    }
    m_dirtyRates.clear();
    return m_changed;
}

Rate QuoteBoard::rateOf(const std::string &asset, const std::string &quote) const
{
    const auto found = m_rateIndex->find({asset, quote});
    if (found == m_rateIndex->end()) {
        return Rates().find(asset, quote);
    }
    Rate rate = m_rates[found->second];
    const Route *route = m_agesMoved ? listedRoute(m_plans[found->second]) : nullptr;
    if (route != nullptr) { // a price that came again unchanged is as new as one that moved
        rate.asOf =
            m_quotes[std::ranges::min(*route, {}, [this](const Leg &leg) { return m_quotes[leg.symbol].asOf; }).symbol]
                .asOf;
    }
    return rate;
}

void QuoteBoard::refreshAges()
{
    for (RateId id = 0; id < m_rates.size(); ++id) {
        if (const Route *route = listedRoute(m_plans[id])) {
            BootTime oldest = INT64_MAX;
            for (const Leg &leg : *route) {
                oldest = std::min(oldest, m_quotes[leg.symbol].asOf);
            }
            m_rates[id].asOf = oldest;
        }
    }
    m_agesMoved = false;
}

std::optional<Decimal> QuoteBoard::priceOf(std::string_view symbol) const
{
    const SymbolId *id = findSymbol(symbol);
    return id != nullptr && m_quotes[*id].state == PriceState::Known ? std::optional(m_quotes[*id].price)
                                                                     : std::nullopt;
}

std::shared_ptr<const Rates> QuoteBoard::freeze()
{
    if (m_agesMoved) {
        refreshAges();
    }
    return std::make_shared<const Rates>(m_rateIndex, m_rates);
}

std::vector<std::string> QuoteBoard::neededSymbols() const
{
    std::set<std::string> symbols;
    for (const Plan &plan : m_plans) {
        if (const Route *route = listedRoute(plan)) {
            for (const Leg &leg : *route) {
                symbols.insert(m_symbolNames[leg.symbol]);
            }
        } else if (!plan.routes.empty()) {
            symbols.insert(m_symbolNames[plan.routes[0].front().symbol]);
        }
    }
    return {symbols.begin(), symbols.end()};
}

std::vector<std::string> QuoteBoard::candidateSymbols() const
{
    return m_symbolNames;
}

} // namespace plimsoll::margin
