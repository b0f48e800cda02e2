// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/isolatedtwin.h"

#include "analysis/shares.h"

#include <algorithm>
#include <numeric>

namespace plimsoll::analysis {

namespace {

using margin::Account;
using margin::Balance;
using margin::Decimal;
using margin::exact::Integer;

/// The assets other than the quote asset, and what they are worth there; scale 36.
struct Parts {
    std::vector<const Balance *> balances;
    std::vector<Integer> held;
    std::vector<Integer> owed;
    Integer heldSum;
    Integer owedSum;
};

Parts partsOf(const Account &cross, const margin::Rates &rates)
{
    Parts parts;
    for (const Balance &balance : cross.balances) {
        const Decimal total = balance.total().value_or(Decimal());
        const Decimal debt = balance.debt().value_or(Decimal());
        if (balance.asset == cross.quoteAsset || (total.isZero() && debt.isZero())) {
            continue;
        }
        const margin::Rate rate = rates.find(balance.asset, cross.quoteAsset);
        parts.balances.push_back(&balance);
        parts.held.push_back(margin::exact::fromWide(margin::Wide::product(total, rate.down)));
        parts.owed.push_back(margin::exact::fromWide(margin::Wide::product(debt, rate.up)));
    }
    parts.heldSum = std::accumulate(parts.held.begin(), parts.held.end(), Integer());
    parts.owedSum = std::accumulate(parts.owed.begin(), parts.owed.end(), Integer());
    return parts;
}

/// In which proportion the parts get the cash and the debt of the quote asset.
struct Proportions {
    bool exact = true;
    std::vector<Integer> cash;
    std::vector<Integer> debt;
};

// With assets A and debt D of the whole, level A / D: what is owed of value S needs cash A x S / D; the rest of the
// cash, C - A x sum(S) / D, goes to what is held in proportion to V. All times D x sum(V), so that nothing is divided.
// Where nothing is held, what is owed carries cash and quote debt.
Proportions proportionsOf(const Parts &parts, const Integer &cash, const Integer &quoteDebt)
{
    const Integer assets = parts.heldSum + cash;
    const Integer debt = parts.owedSum + quoteDebt;
    const Integer rest = cash * debt - assets * parts.owedSum; // below 0: the cash does not suffice
    Proportions proportions {rest >= 0, {}, parts.heldSum > 0 ? parts.held : parts.owed};
    for (std::size_t i = 0; i < parts.held.size(); ++i) {
        const bool byNeed = rest < 0 || parts.heldSum == 0;
        proportions.cash.push_back(byNeed ? parts.owed[i]
                                          : Integer(assets * parts.owed[i] * parts.heldSum + rest * parts.held[i]));
    }
    return proportions;
}

Integer valueInQuote(Decimal amount)
{
    return margin::exact::fromDecimal(amount) * margin::exact::powerOfTen(Decimal::kFractionDigits);
}

std::string lowerCase(std::string text)
{
    std::ranges::transform(text, text.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return text;
}

Account accountOf(const Account &cross, const Balance &balance)
{
    Account account = cross;
    account.mode = margin::MarginMode::Isolated;
    account.baseAsset = balance.asset;
    account.symbol = balance.asset + cross.quoteAsset;
    account.id = cross.id + "-" + lowerCase(account.symbol);
    account.balances = {balance};
    return account;
}

// Splits every amount of the quote asset over the accounts.
void splitQuote(std::vector<Account> &accounts, const Balance &quote, const Proportions &proportions)
{
    const auto free = sharesOf(quote.free, proportions.cash);
    const auto locked = sharesOf(quote.locked, proportions.cash);
    const auto borrowed = sharesOf(quote.borrowed, proportions.debt);
    const auto interest = sharesOf(quote.interest, proportions.debt);
    for (std::size_t i = 0; i < accounts.size(); ++i) {
        accounts[i].balances.push_back(
            {quote.asset, free[i], locked[i], borrowed[i], interest[i], quote.dailyInterest});
    }
}

// Own money in proportion to what each account owes: at one level, that is in proportion to equity too.
void splitContributed(std::vector<Account> &accounts, const Parts &parts, const Proportions &proportions,
                      const Integer &quoteDebt)
{
    if (!accounts.front().contributed) {
        return;
    }
    const Integer sum = std::accumulate(proportions.debt.begin(), proportions.debt.end(), Integer());
    std::vector<Integer> owed;
    for (std::size_t i = 0; i < accounts.size(); ++i) {
        owed.emplace_back(parts.owed[i] * sum + quoteDebt * proportions.debt[i]);
    }
    const Decimal whole = *accounts.front().contributed;
    const auto shares = sharesOf(whole.isNegative() ? -whole : whole, owed);
    for (std::size_t i = 0; i < accounts.size(); ++i) {
        accounts[i].contributed = whole.isNegative() ? -shares[i] : shares[i];
    }
}

} // namespace

IsolatedTwin isolatedTwinOf(const Account &cross, const margin::Rates &rates)
{
    const Parts parts = partsOf(cross, rates);
    IsolatedTwin twin;
    if (parts.heldSum == 0 && parts.owedSum == 0) {
        return twin;
    }
    Balance quote;
    if (const Balance *own = cross.balance(cross.quoteAsset)) {
        quote = *own;
    }
    quote.asset = cross.quoteAsset;
    const Integer cash = valueInQuote(quote.total().value_or(Decimal()));
    const Integer quoteDebt = valueInQuote(quote.debt().value_or(Decimal()));
    Proportions proportions = proportionsOf(parts, cash, quoteDebt);
    if (std::ranges::all_of(proportions.cash, [](const Integer &part) { return part == 0; })) {
        proportions.cash = proportions.debt; // there is no cash to be split
    }
    twin.exact = proportions.exact;
    for (const Balance *balance : parts.balances) {
        twin.accounts.push_back(accountOf(cross, *balance));
    }
    splitQuote(twin.accounts, quote, proportions);
    splitContributed(twin.accounts, parts, proportions, quoteDebt);
    return twin;
}

} // namespace plimsoll::analysis
