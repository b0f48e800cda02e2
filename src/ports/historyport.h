// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/moment.h"
#include "margin/status.h"
#include "margin/thresholds.h"
#include "ports/future.h"
#include "ports/leveltrack.h"
#include "ports/operations.h"

#include <QtCore/QMetaType>

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace plimsoll::monitor {

/// One point of an account's history. `level` in units of 10^-8 (rounded down); nothing where there was no level.
struct LevelPoint {
    WallTime time;
    std::optional<std::int64_t> level;
    margin::Status status = margin::Status::Unknown;
};

struct LevelRecord {
    std::string account;
    LevelPoint point;
};

struct PriceRecord {
    std::string symbol;
    WallTime time;
    margin::Decimal price;
};

/// A price as it is kept. `step`: ms, it is the first of such a stretch of time; 1: every sample of its time is kept.
struct KeptPrice {
    WallTime time;
    margin::Decimal price;
    std::int64_t step = 1;

    bool operator==(const KeptPrice &) const = default;
};

/// The prices of one symbol that are kept of a period, each as finely as it is kept, oldest first.
struct KeptPrices {
    std::string symbol;
    std::vector<KeptPrice> prices;
};

struct SpanRecord {
    std::string account;
    LevelSpan span;
};

/// What is remembered of one period, in one transaction.
struct HistoryBatch {
    std::vector<LevelRecord> levels;
    std::vector<PriceRecord> prices;
    std::vector<SpanRecord> spans; ///< begun or grown; one with a beginning already stored replaces it
};

using HistoryBatchPtr = std::shared_ptr<const HistoryBatch>;

using LevelTracks = std::map<std::string, LevelTrack>; ///< by account

/// A change of status, as it was decided.
struct StatusRecord {
    WallTime time;
    std::string account;
    std::optional<margin::Status> from; ///< nothing at the first evaluation
    margin::Status to = margin::Status::Unknown;
    std::optional<margin::Decimal> level;
    std::string prices; ///< JSON object symbol -> price at the moment of decision
};

/// From when on an account was judged by other bars.
struct BarChange {
    WallTime time;
    std::string account;
    margin::Thresholds before;
    margin::Thresholds after;

    bool operator==(const BarChange &) const = default;
};

struct Period;

/// Port: what was: levels, prices, statuses. How calls and answers behave is said at Stores.
class HistoryPort
{
public:
    HistoryPort() = default;
    HistoryPort(const HistoryPort &) = delete;
    HistoryPort &operator=(const HistoryPort &) = delete;
    virtual ~HistoryPort() = default;

    virtual Future<Result<Done>> appendHistory(HistoryBatch batch) = 0;
    virtual Future<Result<Done>> appendStatus(StatusRecord record) = 0;
    /// At most `maxPoints` points, thinned so that the lowest level of each stretch stays.
    virtual Future<Result<std::vector<LevelPoint>>> levelHistory(std::string account, WallTime from, WallTime to,
                                                                 int maxPoints) = 0;
    /// What a chart of [from, to] shows, in buckets of `width` ms; 0: of what LevelTrack::widthFor() gives for the part
    /// of it that has a history.
    virtual Future<Result<LevelTrack>> levelTrack(std::string account, WallTime from, WallTime to,
                                                  std::int64_t width = 0) = 0;
    /// The same of every account that is not removed, in one answer: for small pictures of a whole book.
    virtual Future<Result<LevelTracks>> levelTracks(WallTime from, WallTime to, std::int64_t width) = 0;
    virtual Future<Result<std::vector<StatusRecord>>> statusHistory(std::string account, int limit) = 0;
    /// The newest `limit` (0: all) of an account ("": of all), oldest first.
    virtual Future<Result<std::vector<BarChange>>> barChanges(std::string account, int limit) = 0;
    /// By symbol, those without any left out. Errors: Malformed where there are too many to be looked at in one go.
    virtual Future<Result<std::vector<KeptPrices>>> keptPrices(WallTime from, WallTime to) = 0;
    /// Of one symbol, oldest first: every sample, or the first of each minute or hour, whichever is the finest that is
    /// not finer than `width` ms; the coarser ones where finer ones are not kept any more.
    virtual Future<Result<std::vector<KeptPrice>>> symbolPrices(std::string symbol, WallTime from, WallTime to,
                                                                std::int64_t width) = 0;
    /// Everything that is kept of [from, to]; see ports/period.h.
    virtual Future<Result<Period>> period(WallTime from, WallTime to) = 0;
};

} // namespace plimsoll::monitor

Q_DECLARE_METATYPE(plimsoll::monitor::HistoryBatchPtr)
