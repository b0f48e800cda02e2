// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/moment.h"
#include "margin/quotes.h"
#include "ports/pricelist.h"

#include <QtCore/QObject>
#include <QtCore/QString>

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace plimsoll::monitor {

/// One symbol of a batch. Known carries a price > 0; Invalid was received but is unusable; Missing was asked for and
/// not delivered; Stale was delivered but is known to be frozen at the source; Halted and Unlisted as the exchange
/// says.
struct PriceSample {
    std::string symbol;
    margin::Decimal price;
    margin::PriceState state = margin::PriceState::Known;
    bool unconfirmed = false; ///< it jumped, and no second answer has said the same: alarms believe it, bookings do not

    bool operator==(const PriceSample &) const = default;
};

/// What one answer of a source says; applied and judged as a whole.
struct PriceBatch {
    std::vector<PriceSample> samples;
    BootTime asOf; ///< of receipt (or of the exchange's own time where it tells one)
    WallTime wallTime; ///< of the sample
};

/// How the last attempt of a source went. Freshness is judged by the monitor, not here: a silent source cannot report
/// its silence.
struct SourceReport {
    enum class Kind {
        Answered, ///< a usable answer arrived
        Failed, ///< no usable answer; it will be tried again by itself
        RateLimited, ///< the exchange asked for a pause until `retryAt`
        Finished, ///< a replay or example has no more prices
    };
    Kind kind = Kind::Answered;
    QString detail; ///< plain English, for the log and the status line; from outside, so show as plain text
    WallTime retryAt;
};

/// Port: where prices come from. Lives on the engine thread; created without parent, started by start() on that
/// thread. Emits batchReady() per answer, in order, and reported() per attempt. Implementations keep trying until
/// stop().
class PriceSource : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual void start() = 0;
    virtual void stop() = 0;

    /// Symbols to deliver from the next answer on: `needed` is what routes use now; `candidates` is every symbol that a
    /// route could use, of which a source that can list its symbols finds the existing ones.
    virtual void setWanted(const std::vector<std::string> &needed, const std::vector<std::string> &candidates) = 0;

    /// A fresh answer as soon as the shortest pause allows.
    virtual void pollNow() = 0;

    /// How often to ask, for sources that ask; the others keep their own pace.
    virtual void setInterval(std::chrono::milliseconds) {}

    /// An account is close to its margin call, or was when it was last known: answers must not be long in coming.
    virtual void setUrgent(bool) {}

    /// The network is there again, or another one: what failed before may work now.
    virtual void networkReturned() { pollNow(); }

    /// "exchange ticker", "replay", "example"; for Why? and the dialog.
    [[nodiscard]] virtual QString name() const = 0;

Q_SIGNALS:
    void batchReady(const plimsoll::monitor::PriceBatch &batch);
    void reported(const plimsoll::monitor::SourceReport &report);
    /// By how much this computer's clock is off against the source's at least, ms; positive = ahead; 0 = it may be
    /// right.
    void clockCompared(std::int64_t leastErrorMs);
    void listed(
        std::shared_ptr<const plimsoll::monitor::PriceList> list); ///< everything that the source has, where it tells
};

} // namespace plimsoll::monitor
