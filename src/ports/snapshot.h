// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/assessment.h"
#include "margin/moment.h"
#include "margin/sharedvector.h"
#include "ports/alarmboard.h"
#include "ports/monitorrole.h"
#include "ports/pricelist.h"
#include "ports/pricesource.h"

#include <QtCore/QMetaType>
#include <QtCore/QString>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace plimsoll::monitor {

/// How fresh prices are. Limits with poll period P (docs/reliability.md#t1-how-fresh-prices-are): Live while answers
/// come in time; Late after 1.5 P + 1 s or a failed attempt; Stale after max(3 P, 30 s), from when accounts are
/// Unknown; Offline after max(6 P, 60 s) or before any answer.
enum class FeedState { Starting, Live, Late, Stale, Offline, RateLimited };

std::string_view feedStateWord(
    FeedState state); ///< "live", "late", "stale", "offline", "rate_limited"; Starting is "starting"

struct FeedStatus {
    FeedState state = FeedState::Starting;
    QString detail; ///< why, plain English; from outside, so show as plain text; may be empty
    WallTime since; ///< when this state began
    BootTime lastAnswer; ///< of the last usable answer; 0 = none yet
    WallTime retryAt; ///< only where RateLimited
};

/// Everything decided at one moment, immutable, shared by value between threads. A consumer never has to combine two
/// signals.
struct RiskSnapshot {
    std::uint64_t sequence = 0; ///< rises by one per snapshot
    BootTime bootTime; ///< at the decision; base of ages
    WallTime wallTime; ///< at the decision (sample time in a replay)
    FeedStatus feed;
    QString source; ///< name of the price source
    MonitorRole role;
    bool loaded = false; ///< the portfolio was read; until then "no accounts" means nothing
    margin::SharedVector<margin::Verdict> verdicts; ///< slots with account == nullptr are free
    std::shared_ptr<const margin::Rates> rates;
    std::shared_ptr<const std::vector<margin::Wallet>> wallets;
    std::shared_ptr<const PriceList> list; ///< everything the source lists; nothing where it hands out no list
    std::shared_ptr<const AlarmBoard> alarms; ///< never null once `loaded`
    std::vector<std::uint32_t> touched; ///< slots judged anew since the previous snapshot

    [[nodiscard]] const margin::Verdict *find(std::string_view accountId) const;
    /// The figures of a verdict of this snapshot, by the rates it was judged at.
    [[nodiscard]] margin::Assessment describe(const margin::Verdict &verdict) const;
    /// Every verdict, rate and age is that of `other`: what follows from them alone need not be made again.
    [[nodiscard]] bool hasFiguresOf(const RiskSnapshot &other) const;
    [[nodiscard]] margin::Portfolio portfolio() const; ///< copies of all accounts and wallets, in slot order
};

using SnapshotPtr = std::shared_ptr<const RiskSnapshot>;

struct SymbolPrice {
    std::string symbol;
    margin::Decimal price;
};

/// A change of an account's status, decided on exact numbers in the engine thread.
struct StatusEvent {
    WallTime time;
    std::string account;
    std::optional<margin::Status> from; ///< nothing at the first evaluation
    margin::Status to = margin::Status::Unknown;
    std::optional<margin::Decimal> level; ///< at most 8 decimals, rounded down
    std::vector<SymbolPrice> prices; ///< of the account's assets at that moment
};

} // namespace plimsoll::monitor

Q_DECLARE_METATYPE(plimsoll::monitor::SnapshotPtr)
