// SPDX-License-Identifier: GPL-3.0-or-later
#include "margin/account.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>

namespace plimsoll::margin {

namespace {

constexpr std::array<std::pair<MarginMode, std::string_view>, 2> kModeWords {
    {{MarginMode::Cross, "cross"}, {MarginMode::Isolated, "isolated"}}};

std::string indexed(const char *list, std::size_t index)
{
    return std::string(list) + "[" + std::to_string(index) + "]";
}

Result<Done> checkIsolated(const Account &account)
{
    if (account.baseAsset.empty() || account.baseAsset == account.quoteAsset) {
        return Error {ErrorCode::Malformed, "baseAsset",
                      "an isolated account needs a base asset other than its quote asset"};
    }
    if (account.symbol != account.baseAsset + account.quoteAsset) {
        return Error {ErrorCode::Malformed, "symbol",
                      "\"" + account.symbol + "\" is not " + account.baseAsset + account.quoteAsset
                          + ", base and quote asset together"};
    }
    return Done {};
}

Result<Done> checkBalances(const std::vector<Balance> &balances)
{
    std::set<std::string_view> seen;
    for (std::size_t i = 0; i < balances.size(); ++i) {
        const Balance &balance = balances[i];
        const std::string place = indexed("balances", i);
        if (balance.asset.empty()) {
            return Error {ErrorCode::Malformed, place + ".asset", "an asset needs a name"};
        }
        if (!seen.insert(balance.asset).second) {
            return Error {ErrorCode::DuplicateEntry, place + ".asset", "\"" + balance.asset + "\" stands here twice"};
        }
        for (const Decimal amount : {balance.free, balance.locked, balance.borrowed, balance.interest}) {
            if (amount.isNegative()) {
                return Error {ErrorCode::NotANumber, place, "a balance cannot be negative"};
            }
        }
        if (!balance.total() || !balance.debt()) {
            return Error {ErrorCode::Overflow, place, "the sum has more than 18 digits before the point"};
        }
    }
    return Done {};
}

} // namespace

Account withBarsAt(Account account, WallTime time)
{
    const auto ahead = std::ranges::upper_bound(account.announced, time, {}, &AnnouncedBars::from);
    if (ahead != account.announced.begin()) {
        account.thresholds = std::prev(ahead)->bars;
        account.ownThresholds = true;
        account.profile.clear();
        account.announced.erase(account.announced.begin(), ahead);
    }
    return account;
}

std::string_view marginModeWord(MarginMode mode)
{
    return std::ranges::find(kModeWords, mode, &std::pair<MarginMode, std::string_view>::first)->second;
}

std::optional<MarginMode> marginModeFromWord(std::string_view word)
{
    const auto found = std::ranges::find(kModeWords, word, &std::pair<MarginMode, std::string_view>::second);
    return found == kModeWords.end() ? std::nullopt : std::optional(found->first);
}

const Balance *Account::balance(std::string_view asset) const
{
    const auto found = std::ranges::find(balances, asset, &Balance::asset);
    return found == balances.end() ? nullptr : &*found;
}

bool Account::accepts(std::string_view asset) const
{
    return !asset.empty() && (mode == MarginMode::Cross || asset == baseAsset || asset == quoteAsset);
}

bool Account::hasDebt() const
{
    return std::ranges::any_of(balances,
                               [](const Balance &b) { return b.borrowed.isPositive() || b.interest.isPositive(); });
}

Decimal Wallet::free(std::string_view asset) const
{
    const auto found = std::ranges::find(balances, asset, &Balance::asset);
    return found == balances.end() ? Decimal() : found->free;
}

const Account *Portfolio::account(std::string_view id) const
{
    const auto found = std::ranges::find(accounts, id, &Account::id);
    return found == accounts.end() ? nullptr : &*found;
}

const Wallet *Portfolio::wallet(std::string_view id) const
{
    const auto found = std::ranges::find(wallets, id, &Wallet::id);
    return found == wallets.end() ? nullptr : &*found;
}

Result<Done> validated(const Account &account)
{
    if (account.id.empty()) {
        return Error {ErrorCode::Malformed, "id", "an account needs an id"};
    }
    if (account.quoteAsset.empty()) {
        return Error {ErrorCode::Malformed, "quoteAsset", "an account needs a quote asset"};
    }
    if (account.mode == MarginMode::Isolated) {
        if (auto checked = checkIsolated(account); !checked) {
            return checked;
        }
    }
    if (const auto bars = validated(account.thresholds); !bars) {
        return bars.error().at("thresholds");
    }
    if (const auto ahead = validated(account.announced); !ahead) {
        return ahead.error().at("announcedBars");
    }
    for (std::size_t i = 0; i < account.balances.size(); ++i) {
        const std::string &asset = account.balances[i].asset;
        if (!asset.empty() && !account.accepts(asset)) {
            return Error {ErrorCode::AssetNotAccepted, indexed("balances", i) + ".asset",
                          "the isolated account " + account.symbol + " takes only " + account.baseAsset + " and "
                              + account.quoteAsset + ", not " + asset};
        }
    }
    return checkBalances(account.balances);
}

Result<Done> validated(const Portfolio &portfolio)
{
    std::set<std::string_view> ids;
    std::set<std::pair<std::string_view, std::string_view>> slots; // owner and symbol; "" for cross
    for (std::size_t i = 0; i < portfolio.accounts.size(); ++i) {
        const Account &account = portfolio.accounts[i];
        const std::string place = indexed("accounts", i);
        if (const auto checked = validated(account); !checked) {
            return checked.error().at(place);
        }
        if (!ids.insert(account.id).second) {
            return Error {ErrorCode::DuplicateEntry, place + ".id", "the id \"" + account.id + "\" stands here twice"};
        }
        if (!slots.insert({account.owner, account.symbol}).second) {
            return Error {
                ErrorCode::DuplicateEntry, place,
                account.mode == MarginMode::Cross
                    ? "the owner \"" + account.owner + "\" has a cross account already"
                    : "the owner \"" + account.owner + "\" has an isolated account on " + account.symbol + " already"};
        }
    }
    for (std::size_t i = 0; i < portfolio.wallets.size(); ++i) {
        const Wallet &wallet = portfolio.wallets[i];
        const std::string place = indexed("wallets", i);
        if (wallet.id.empty()) {
            return Error {ErrorCode::Malformed, place + ".id", "a wallet needs an id"};
        }
        if (!ids.insert(wallet.id).second) {
            return Error {ErrorCode::DuplicateEntry, place + ".id", "the id \"" + wallet.id + "\" stands here twice"};
        }
        if (const auto checked = checkBalances(wallet.balances); !checked) {
            return checked.error().at(place);
        }
    }
    return Done {};
}

} // namespace plimsoll::margin
