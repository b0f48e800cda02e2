// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/quotes.h"
#include "ports/future.h"
#include "ports/operations.h"
#include "ports/stores.h"

#include <chrono>

namespace plimsoll::monitor {

/// Port: what a person may ask of the monitor. Every call may be made from any thread and returns at once. When a
/// future finishes without error, the change is durable and the next snapshot contains it.
class Commands
{
public:
    Commands() = default;
    Commands(const Commands &) = delete;
    Commands &operator=(const Commands &) = delete;
    virtual ~Commands() = default;

    virtual Future<Result<Receipt>> book(OperationRequest request) = 0;
    virtual Future<Result<Done>> changeAccount(AccountChange change) = 0;
    virtual Future<Result<Done>> importPortfolio(margin::Portfolio portfolio) = 0;
    virtual Future<Result<Done>> renameWallet(std::string id, std::string name) = 0;

    virtual Future<Result<Done>> announceBars(std::string account, margin::AnnouncedBars bars) = 0;
    virtual Future<Result<Done>> withdrawBars(std::string account, WallTime from) = 0;

    /// A copy of every price that the accounts depend on, as the newest levels were judged by: for what is only thought
    /// of.
    virtual Future<margin::QuoteBoard> quotes() = 0;

    virtual void pollNow() = 0;
    virtual void setInterval(std::chrono::milliseconds interval) = 0;
};

} // namespace plimsoll::monitor
