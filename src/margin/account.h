// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/announcedbars.h"
#include "margin/decimal.h"
#include "margin/moment.h"
#include "margin/profiles.h"
#include "margin/thresholds.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plimsoll::margin {

enum class MarginMode {
    Cross, ///< one pool: all assets and debts of the account together
    Isolated, ///< one pair, its two assets only, nothing is ever added to it automatically
};

constexpr bool fits(ProfileUse use, MarginMode mode)
{
    return use == ProfileUse::Any || (use == ProfileUse::Cross) == (mode == MarginMode::Cross);
}

std::string_view marginModeWord(MarginMode mode); ///< "cross", "isolated"
std::optional<MarginMode> marginModeFromWord(std::string_view word);

/// What an account has and owes of one asset. All four are >= 0. total = free + locked (open orders count as assets);
/// debt = borrowed + interest. Source: exchange account endpoints, docs/formulas.md#balances.
struct Balance {
    std::string asset;
    Decimal free;
    Decimal locked;
    Decimal borrowed;
    Decimal interest;
    std::optional<Decimal> dailyInterest; ///< rate per day on `borrowed`; nothing = not known: nothing is added

    [[nodiscard]] std::optional<Decimal> total() const { return free.plus(locked); }

    [[nodiscard]] std::optional<Decimal> debt() const { return borrowed.plus(interest); }

    bool operator==(const Balance &) const = default;
};

/// One margin account as a value. Quantities in units of their asset; `contributed` in the quote asset.
/// Invariants (checked by validated()): isolated accounts have symbol == baseAsset + quoteAsset and hold no third
/// asset; an asset stands in `balances` once; total and debt of every asset are in range.
struct Account {
    std::string id;
    std::string name;
    std::string owner;
    std::string note;
    MarginMode mode = MarginMode::Cross;
    std::string symbol; ///< isolated only
    std::string baseAsset; ///< isolated only
    std::string quoteAsset; ///< the unit of value for this account
    std::string profile; ///< name of its profile; may be empty where thresholds are its own
    bool ownThresholds = false; ///< `thresholds` override the profile
    Thresholds thresholds; ///< the bars in force
    std::optional<Decimal> contributed; ///< own money put in so far, net; nothing = not known
    std::vector<Balance> balances;
    std::optional<WallTime> liquidatedAt; ///< set once, by a liquidation
    std::vector<AnnouncedBars> announced; ///< bars ahead, the earliest first; `thresholds` stay until their moment

    [[nodiscard]] const Balance *balance(std::string_view asset) const;
    [[nodiscard]] bool accepts(std::string_view asset) const; ///< whether the asset may be held or owed here
    [[nodiscard]] bool hasDebt() const;

    bool operator==(const Account &) const = default;
};

/// The account with the announced bars that are in force at a time: the newest of those that have begun are its own
/// bars then, and what has begun is no longer ahead. Requires: validated(account).
Account withBarsAt(Account account, WallTime time);

/// A place outside the margin accounts from which collateral can come ("spot"). Only free amounts count.
struct Wallet {
    std::string id; ///< stays: the journal knows the wallet by it
    std::vector<Balance> balances;
    std::string name {}; ///< what a person calls it; "": it is called by its id

    [[nodiscard]] Decimal free(std::string_view asset) const;
    [[nodiscard]] const std::string &shownName() const { return name.empty() ? id : name; }

    bool operator==(const Wallet &) const = default;
};

/// Everything a person entrusts to the program; order is kept.
struct Portfolio {
    std::vector<Account> accounts;
    std::vector<Wallet> wallets;

    [[nodiscard]] const Account *account(std::string_view id) const;
    [[nodiscard]] const Wallet *wallet(std::string_view id) const;

    bool operator==(const Portfolio &) const = default;
};

/// Checks one account against its invariants. Errors: AssetNotAccepted, DuplicateEntry, InvalidThresholds, Overflow,
/// Malformed, with `place` relative to the account ("balances[2].asset").
Result<Done> validated(const Account &account);

/// Checks the whole: every account, unique ids over accounts and wallets, one cross account per owner, one isolated
/// account per owner and symbol. `place` is absolute ("accounts[1].symbol").
Result<Done> validated(const Portfolio &portfolio);

} // namespace plimsoll::margin
