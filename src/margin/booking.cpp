// SPDX-License-Identifier: GPL-3.0-or-later
#include "margin/booking.h"

#include "margin/assessment.h"
#include "margin/corrections.h"
#include "margin/interest.h"
#include "margin/names.h"

#include <algorithm>

namespace plimsoll::margin {

namespace {

Error overflow(const std::string &asset)
{
    return {ErrorCode::Overflow, asset, "the result has more than 18 digits before the point"};
}

// What every booking on an account must pass first.
Result<Done> acceptable(const Account &account, const std::string &asset, Decimal amount)
{
    if (const auto open = stillOpen(account); !open) {
        return open;
    }
    if (!account.accepts(asset)) {
        return Error {ErrorCode::AssetNotAccepted, "asset",
                      asset.empty() ? std::string("an asset is needed")
                                    : "the isolated account " + account.symbol + " takes only " + account.baseAsset
                              + " and " + account.quoteAsset + ", not " + asset};
    }
    if (const auto named = checkName(asset); !named) {
        return named.error().at("asset");
    }
    if (!amount.isPositive()) {
        return Error {ErrorCode::AmountNotPositive, "amount", "the amount must be above 0, not " + amount.toString()};
    }
    return Done {};
}

Result<Done> enoughFree(const std::string &where, const std::string &asset, Decimal free, Decimal amount)
{
    if (amount > free) {
        return Error {ErrorCode::NotEnough, "amount",
                      where + " has " + free.toString() + " " + asset + " free, less than " + amount.toString()};
    }
    return Done {};
}

Decimal freeOf(const Account &account, const std::string &asset)
{
    const Balance *balance = account.balance(asset);
    return balance ? balance->free : Decimal();
}

// Own money after `amount` of `asset` came in (or went out): unknown where its value is.
std::optional<Decimal> contributedAfter(const Account &account, const std::string &asset, Decimal amount, bool in,
                                        const Rates &rates)
{
    const Rate rate = rates.find(asset, account.quoteAsset);
    if (!account.contributed || !rate.known()) {
        return std::nullopt;
    }
    const auto value = amount.times(rate.down, Rounding::Down);
    if (!value) {
        return std::nullopt;
    }
    return in ? account.contributed->plus(*value) : account.contributed->minus(*value);
}

Error notAllowed(const std::string &what, Decimal bar)
{
    return {ErrorCode::NotAllowedNow, "account", what + " is possible only above a level of " + bar.toString()};
}

// Judges the account after a booking against a bar that must still hold ("not below").
Result<Done> staysAtOrAbove(const Account &account, const Booking &booking, Decimal bar, const Rates &rates,
                            const std::string &what)
{
    const auto after = apply(account, booking);
    if (!after) {
        return after.error();
    }
    const Assessment assessed = assess(*after, rates);
    if (assessed.status == Status::Unknown) {
        return Error {ErrorCode::PriceUnknown, "account", what + " cannot be judged: a price is missing or too old"};
    }
    if (assessed.status != Status::NoDebt && assessed.exactLevel < bar) {
        return Error {
            ErrorCode::NotAllowedNow, "amount",
            what + " of this amount would leave a level of " + assessed.levelText + ", below " + bar.toString()};
    }
    return Done {};
}

// After the limit was judged: the exchange lends up to it, and charges the first hour on top.
Result<Booking> withFirstHour(const Account &account, Booking booking, const std::string &asset, Decimal amount)
{
    const Balance *balance = account.balance(asset);
    if (balance != nullptr && balance->dailyInterest && balance->dailyInterest->isPositive()) {
        const auto first = interestFor(amount, *balance->dailyInterest, 1);
        if (!first) {
            return first.error();
        }
        booking.rows.push_back({account.id, EntryKind::Interest, asset, Field::Interest, *first});
    }
    return booking;
}

Result<Done> knownLevel(const Assessment &now, const std::string &what)
{
    if (now.status == Status::Unknown) {
        return Error {ErrorCode::PriceUnknown, "account", what + " cannot be judged: a price is missing or too old"};
    }
    return Done {};
}

} // namespace

Result<Done> stillOpen(const Account &account)
{
    if (account.liquidatedAt) {
        return Error {ErrorCode::AccountClosed, "account",
                      "\"" + account.id + "\" was liquidated; nothing can be booked on it"};
    }
    return Done {};
}

Result<Booking> bookTopUp(const Account &account, const Wallet *source, const std::string &asset, Decimal amount,
                          const Rates &rates)
{
    if (const auto checked = acceptable(account, asset, amount); !checked) {
        return checked.error();
    }
    Booking booking;
    if (source != nullptr) {
        if (const auto enough = enoughFree("the wallet \"" + source->id + "\"", asset, source->free(asset), amount);
            !enough) {
            return enough.error();
        }
        booking.rows.push_back({source->id, EntryKind::TopUp, asset, Field::Free, -amount});
    }
    booking.rows.push_back({account.id, EntryKind::TopUp, asset, Field::Free, amount});
    booking.contributed = contributedAfter(account, asset, amount, true, rates);
    if (const auto after = apply(account, booking); !after) {
        return after.error();
    }
    return booking;
}

Result<Booking> bookTransferOut(const Account &account, const Wallet *target, const std::string &asset, Decimal amount,
                                const Rates &rates)
{
    if (const auto checked = acceptable(account, asset, amount); !checked) {
        return checked.error();
    }
    if (const auto enough = enoughFree("the account", asset, freeOf(account, asset), amount); !enough) {
        return enough.error();
    }
    const std::string what = "a transfer out";
    const Decimal bar = transferOutBar(account);
    const Assessment now = assess(account, rates);
    if (const auto known = knownLevel(now, what); !known) {
        return known.error();
    }
    if (!now.permissions.transferOut) {
        return notAllowed(what, bar);
    }
    Booking booking;
    booking.rows.push_back({account.id, EntryKind::TransferOut, asset, Field::Free, -amount});
    if (target != nullptr) {
        booking.rows.push_back({target->id, EntryKind::TransferOut, asset, Field::Free, amount});
    }
    booking.contributed = contributedAfter(account, asset, amount, false, rates);
    if (const auto stays = staysAtOrAbove(account, booking, bar, rates, what); !stays) {
        return stays.error();
    }
    return booking;
}

Result<Booking> bookBorrow(const Account &account, const std::string &asset, Decimal amount, const Rates &rates)
{
    if (const auto checked = acceptable(account, asset, amount); !checked) {
        return checked.error();
    }
    const std::string what = "borrowing";
    const Assessment now = assess(account, rates);
    if (const auto known = knownLevel(now, what); !known) {
        return known.error();
    }
    if (!now.permissions.borrow) {
        return notAllowed(what, account.thresholds.initial);
    }
    Booking booking;
    booking.rows = {{account.id, EntryKind::Borrow, asset, Field::Free, amount},
                    {account.id, EntryKind::Borrow, asset, Field::Borrowed, amount}};
    booking.contributed = account.contributed;
    if (const auto stays = staysAtOrAbove(account, booking, account.thresholds.initial, rates, what); !stays) {
        return stays.error();
    }
    return withFirstHour(account, std::move(booking), asset, amount);
}

Result<Booking> bookRepay(const Account &account, const std::string &asset, Decimal amount)
{
    if (const auto checked = acceptable(account, asset, amount); !checked) {
        return checked.error();
    }
    const Balance *balance = account.balance(asset);
    const Decimal owed = balance ? balance->debt().value_or(Decimal()) : Decimal();
    if (amount > owed) {
        return Error {ErrorCode::NotEnough, "amount",
                      "only " + owed.toString() + " " + asset + " is owed, less than " + amount.toString()};
    }
    if (const auto enough = enoughFree("the account", asset, balance->free, amount); !enough) {
        return enough.error();
    }
    Booking booking;
    booking.rows.push_back({account.id, EntryKind::Repay, asset, Field::Free, -amount});
    const Decimal toInterest = std::min(amount, balance->interest);
    const Decimal toPrincipal = amount.minus(toInterest).value_or(Decimal());
    if (toInterest.isPositive()) {
        booking.rows.push_back({account.id, EntryKind::Repay, asset, Field::Interest, -toInterest});
    }
    if (toPrincipal.isPositive()) {
        booking.rows.push_back({account.id, EntryKind::Repay, asset, Field::Borrowed, -toPrincipal});
    }
    booking.contributed = account.contributed;
    return booking;
}

Result<Booking> bookTrade(const Account &account, const Trade &trade, const Rates &rates)
{
    for (const std::string &asset : {trade.asset, trade.against}) {
        if (const auto checked = acceptable(account, asset, trade.amount); !checked) {
            return checked.error();
        }
    }
    if (!trade.price.isPositive()) {
        return Error {ErrorCode::AmountNotPositive, "price", "the price must be above 0"};
    }
    if (trade.asset == trade.against) {
        return Error {ErrorCode::AssetNotAccepted, "asset", "a trade needs two different assets"};
    }
    const Assessment now = assess(account, rates);
    if (const auto known = knownLevel(now, "a trade"); !known) {
        return known.error();
    }
    if (!now.permissions.trade) {
        return notAllowed("trading", account.thresholds.liquidation);
    }
    const auto value = trade.amount.times(trade.price, trade.buy ? Rounding::Up : Rounding::Down);
    if (!value) {
        return overflow(trade.against);
    }
    const EntryKind kind = trade.buy ? EntryKind::Buy : EntryKind::Sell;
    const std::string &paid = trade.buy ? trade.against : trade.asset;
    const Decimal paidAmount = trade.buy ? *value : trade.amount;
    if (const auto enough = enoughFree("the account", paid, freeOf(account, paid), paidAmount); !enough) {
        return enough.error();
    }
    Booking booking;
    booking.rows = {{account.id, kind, trade.asset, Field::Free, trade.buy ? trade.amount : -trade.amount},
                    {account.id, kind, trade.against, Field::Free, trade.buy ? -*value : *value}};
    booking.contributed = account.contributed;
    if (const auto after = apply(account, booking); !after) {
        return after.error();
    }
    return booking;
}

Result<Booking> bookInterest(const Account &account, const std::string &asset, Decimal amount)
{
    if (const auto checked = acceptable(account, asset, amount); !checked) {
        return checked.error();
    }
    Booking booking;
    booking.rows = {{account.id, EntryKind::Interest, asset, Field::Interest, amount}};
    booking.contributed = account.contributed;
    if (const auto after = apply(account, booking); !after) {
        return after.error();
    }
    return booking;
}

Result<Booking> bookLiquidation(const Account &account)
{
    if (const auto open = stillOpen(account); !open) {
        return open.error();
    }
    Booking booking;
    booking.closesAccount = true;
    booking.contributed = account.contributed;
    for (LedgerRow &row : openingRows(account.id, account.balances)) {
        row.kind = EntryKind::Liquidation;
        row.change = -row.change;
        booking.rows.push_back(std::move(row));
    }
    return booking;
}

Result<Booking> bookReopening(const Account &account, const std::vector<LedgerRow> &rows)
{
    if (!account.liquidatedAt) {
        return Error {ErrorCode::NotAllowedNow, "account", "\"" + account.id + "\" is open"};
    }
    Booking booking;
    booking.contributed = account.contributed;
    for (LedgerRow row : rows) {
        row.kind = EntryKind::Reversal;
        row.change = -row.change;
        booking.rows.push_back(std::move(row));
    }
    if (const auto after = apply(account, booking); !after) {
        return after.error();
    }
    return booking;
}

Result<Booking> bookCorrection(const Account &account, const std::vector<Balance> &balances,
                               std::optional<Decimal> contributed)
{
    if (const auto open = stillOpen(account); !open) {
        return open.error();
    }
    Account wanted = account;
    wanted.balances = balances;
    if (const auto checked = validated(wanted); !checked) {
        return checked.error();
    }
    if (const auto named = checkNames(balances); !named) {
        return named.error();
    }
    Booking booking;
    booking.contributed = contributed;
    booking.rows = correctionRows(account.id, account.balances, balances);
    return booking;
}

Result<Account> apply(const Account &account, const Booking &booking)
{
    auto balances = applyRows(account.balances, account.id, booking.rows);
    if (!balances) {
        return balances.error();
    }
    Account after = account;
    after.balances = std::move(balances).value();
    after.contributed = booking.contributed;
    return after;
}

} // namespace plimsoll::margin
