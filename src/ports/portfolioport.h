// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/account.h"
#include "margin/profiles.h"
#include "ports/future.h"
#include "ports/operations.h"

#include <cstdint>
#include <string>
#include <vector>

namespace plimsoll::monitor {

/// An account to be created or whose description (not its money) changes.
struct AccountChange {
    margin::Account account; ///< on creation with its opening balances; on a change balances and announced bars are
                             ///< ignored
    bool isNew = true;
};

/// Numbers that rise with every change that any process committed, own ones included: whoever remembers those of what
/// it loaded knows whether it must load again. History and what a monitor records about alarms move none of them.
struct Revision {
    std::int64_t portfolio = 0; ///< accounts, wallets, their money, profiles
    std::int64_t alarms = 0; ///< a person's rules and requests
    std::int64_t settings = 0;

    bool operator==(const Revision &) const = default;
};

/// Port: accounts and wallets, what they are and own, and a person's own profiles. How calls and answers behave is said
/// at Stores.
class PortfolioPort
{
public:
    PortfolioPort() = default;
    PortfolioPort(const PortfolioPort &) = delete;
    PortfolioPort &operator=(const PortfolioPort &) = delete;
    virtual ~PortfolioPort() = default;

    virtual Future<Result<margin::Portfolio>> loadPortfolio() = 0;
    virtual Future<Result<Revision>> dataVersion() = 0; ///< a cheap question, for noticing what was done
                                                        ///< elsewhere
    virtual Future<Result<Done>> changeAccount(AccountChange change) = 0;
    /// All or nothing; refused where an id exists already with other content. Repeating an import changes nothing.
    virtual Future<Result<Done>> importPortfolio(margin::Portfolio portfolio) = 0;
    /// Its id stays. A name that is its id, or none, takes the one it has away. Errors: NotFound, Malformed, Conflict
    /// where another wallet is called so.
    virtual Future<Result<Done>> renameWallet(std::string id, std::string name) = 0;
    /// Keeps bars that the exchange announced for an account; repeating it changes nothing. Errors: InvalidThresholds,
    /// NotFound, Conflict where others are announced for that moment, NotAllowedNow where it has passed.
    virtual Future<Result<Done>> announceBars(std::string account, margin::AnnouncedBars bars) = 0;
    /// Those from `from` on are not announced any more. Errors: NotFound.
    virtual Future<Result<Done>> withdrawBars(std::string account, WallTime from) = 0;
    /// Makes all announced bars that have begun by `until` the bars of their accounts, each once, and keeps
    /// each change with the moment it counts from. Answers of how many accounts.
    virtual Future<Result<int>> putBarsInForce(WallTime until) = 0;
    virtual Future<Result<std::vector<margin::Profile>>> profiles() = 0; ///< a person's own
    virtual Future<Result<Done>> saveProfile(margin::Profile profile) = 0;
};

} // namespace plimsoll::monitor
