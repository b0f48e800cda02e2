// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/whatif.h"

#include "analysis/pricemove.h"
#include "margin/booking.h"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <utility>

namespace plimsoll::analysis {

namespace {

using margin::Account;
using margin::Booking;
using margin::Decimal;
using margin::Rates;
using margin::RateTable;

std::vector<HypotheticalAccount> assessed(const std::vector<Account> &accounts, const Rates &rates)
{
    std::vector<HypotheticalAccount> all;
    all.reserve(accounts.size());
    for (const Account &account : accounts) {
        all.push_back({account, margin::assess(account, rates)});
    }
    return all;
}

template<typename Use>
void forEachPair(const std::vector<Account> &accounts, const Changes &changes, Use use)
{
    std::unordered_map<std::string_view, std::string_view> quotes; // by account id
    for (const Account &account : accounts) {
        quotes.emplace(account.id, account.quoteAsset);
        for (const margin::Balance &balance : account.balances) {
            use(balance.asset, account.quoteAsset);
        }
    }
    for (const HypotheticalBooking &booking : changes.bookings) {
        if (const auto quote = quotes.find(booking.account); quote != quotes.end()) {
            use(booking.asset, std::string(quote->second));
        }
    }
}

// The symbols that were set and that no price depends on.
Result<std::vector<std::string>> setPrices(margin::QuoteBoard &board, const Changes &changes)
{
    std::vector<std::string> unused;
    for (const auto &[symbol, price] : changes.prices) {
        if (!price.isPositive()) {
            return Error {ErrorCode::AmountNotPositive, "set." + symbol, "a price must be above 0"};
        }
        const margin::SymbolId *known = board.findSymbol(symbol);
        known != nullptr ? board.setPrice(*known, price, INT64_MAX) : unused.push_back(symbol);
    }
    board.evaluate();
    const std::vector<std::string> needed = board.neededSymbols();
    for (const auto &[symbol, price] : changes.prices) {
        if (board.findSymbol(symbol) != nullptr && !std::ranges::binary_search(needed, symbol)) {
            unused.push_back(symbol); // another route is taken
        }
    }
    return unused;
}

// An asset's own shock, else that of all; nothing where it stays.
std::optional<Decimal> shockOf(const RateTable::Pair &pair, const Changes &changes)
{
    if (pair.asset == pair.quote) {
        return std::nullopt;
    }
    auto found = changes.shocks.find(pair.asset);
    if (found == changes.shocks.end()) {
        found = changes.shocks.find(std::string(kAllAssets));
    }
    return found == changes.shocks.end() ? std::nullopt : std::optional(found->second);
}

Result<Done> checkShocks(const Changes &changes)
{
    for (const auto &[asset, percent] : changes.shocks) {
        if (const auto checked = validatedShock(percent); !checked) {
            return checked.error().at("shock." + asset);
        }
    }
    return Done {};
}

// Every pair that accounts and bookings need, after the shocks.
std::shared_ptr<const Rates> shockedRates(const std::vector<Account> &accounts, const Changes &changes,
                                          const Rates &rates)
{
    RateTable table(rates);
    forEachPair(accounts, changes,
                [&table](const std::string &asset, const std::string &quote) { table.intern(asset, quote); });
    for (margin::PairId pair = 0; pair < table.pairs().size(); ++pair) {
        if (const auto shock = shockOf(table.pairs()[pair], changes)) {
            table.move(pair, *factorAt(Decimal::fromInteger(1), *shock));
        }
    }
    return std::make_shared<const Rates>(table.rates());
}

Result<Booking> bookTrade(const Account &account, const HypotheticalBooking &wanted, const Rates &rates)
{
    const bool buys = wanted.kind == HypotheticalKind::Buy;
    const margin::Rate rate = rates.find(wanted.asset, account.quoteAsset);
    if (!rate.known()) {
        return Error {ErrorCode::PriceUnknown, "asset", "there is no price of " + rate.route};
    }
    const Decimal price = buys ? rate.up : rate.down;
    return margin::bookTrade(account, {buys, wanted.asset, account.quoteAsset, wanted.amount, price}, rates);
}

Result<Booking> booked(const Account &account, const HypotheticalBooking &wanted, const Rates &rates)
{
    switch (wanted.kind) {
    case HypotheticalKind::TopUp: return margin::bookTopUp(account, nullptr, wanted.asset, wanted.amount, rates);
    case HypotheticalKind::TransferOut:
        return margin::bookTransferOut(account, nullptr, wanted.asset, wanted.amount, rates);
    case HypotheticalKind::Borrow: return margin::bookBorrow(account, wanted.asset, wanted.amount, rates);
    case HypotheticalKind::Repay: return margin::bookRepay(account, wanted.asset, wanted.amount);
    case HypotheticalKind::Buy:
    case HypotheticalKind::Sell: break;
    }
    return bookTrade(account, wanted, rates);
}

/// Accounts by id, to be changed.
class Copies
{
public:
    explicit Copies(std::vector<Account> accounts)
        : m_accounts(std::move(accounts))
    {
        for (Account &account : m_accounts) {
            m_byId.emplace(account.id, &account);
        }
    }

    Result<Account *> find(const std::string &id, const std::string &place)
    {
        const auto found = m_byId.find(id);
        if (found == m_byId.end()) {
            return Error {ErrorCode::NotFound, place, "there is no account \"" + id + "\""};
        }
        return found->second;
    }

    [[nodiscard]] const std::vector<Account> &all() const { return m_accounts; }

private:
    std::vector<Account> m_accounts;
    std::unordered_map<std::string, Account *> m_byId;
};

Result<Done> setBars(Copies &copies, const Changes &changes)
{
    for (const auto &[id, bars] : changes.bars) {
        const std::string place = "bars." + id;
        const auto account = copies.find(id, place);
        if (!account) {
            return account.error();
        }
        if (const auto checked = margin::validated(bars); !checked) {
            return checked.error().at(place);
        }
        (*account)->thresholds = bars;
        (*account)->ownThresholds = true;
    }
    return Done {};
}

Result<Done> book(Copies &copies, const Changes &changes, const Rates &rates)
{
    for (std::size_t i = 0; i < changes.bookings.size(); ++i) {
        const HypotheticalBooking &wanted = changes.bookings[i];
        const std::string place = "book[" + std::to_string(i) + "]";
        const auto account = copies.find(wanted.account, place + ".account");
        if (!account) {
            return account.error();
        }
        const auto booking = booked(**account, wanted, rates);
        if (!booking) {
            return booking.error().at(place);
        }
        auto after = margin::apply(**account, *booking);
        if (!after) {
            return after.error().at(place);
        }
        **account = std::move(after).value();
    }
    return Done {};
}

} // namespace

void internPairs(margin::QuoteBoard &board, const std::vector<Account> &accounts, const Changes &changes)
{
    forEachPair(accounts, changes,
                [&board](const std::string &asset, const std::string &quote) { board.internRate(asset, quote); });
    board.evaluate();
}

Result<WhatIf> whatIf(const std::vector<Account> &accounts, margin::QuoteBoard prices, const Changes &changes)
{
    if (const auto checked = checkShocks(changes); !checked) {
        return checked.error();
    }
    internPairs(prices, accounts, changes);
    WhatIf answer;
    answer.before = assessed(accounts, *prices.freeze());
    auto unused = setPrices(prices, changes);
    if (!unused) {
        return unused.error();
    }
    answer.unusedPrices = std::move(unused).value();
    answer.ratesAfter = shockedRates(accounts, changes, *prices.freeze());
    Copies copies(accounts);
    if (const auto done = setBars(copies, changes); !done) {
        return done.error();
    }
    if (const auto done = book(copies, changes, *answer.ratesAfter); !done) {
        return done.error();
    }
    answer.after = assessed(copies.all(), *answer.ratesAfter);
    return answer;
}

} // namespace plimsoll::analysis
