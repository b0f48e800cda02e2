// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feed/exchangehosts.h"
#include "feed/pollschedule.h"
#include "feed/priceround.h"
#include "feed/priceurl.h"
#include "margin/moment.h"
#include "ports/clock.h"
#include "ports/pricesource.h"

#include <QtCore/QStringList>
#include <QtCore/QTimer>

#include <functional>
#include <memory>

namespace plimsoll::feed {

struct ExchangePollerOptions {
    QUrl url = defaultPriceUrl(); ///< from parsePriceUrl()
    QUrl fallback; ///< another host of the same exchange; empty = none
    std::chrono::milliseconds interval {5000};
    std::shared_ptr<HostPauses> pauses; ///< shared with whoever asks the same hosts; empty = its own
    std::chrono::milliseconds deadline = HttpFetcher::kDeadline; ///< per request, first to last byte
    std::chrono::milliseconds firstRetry {1000}; ///< doubled with every failure up to a minute
    std::function<double()> random; ///< [0, 1) for the jitter; empty = the system's generator
};

/// Asks an exchange for its public prices, again and again; nothing it answers is believed unchecked (PriceRound,
/// FreshnessGuard). When is the business of PollSchedule, whom that of ExchangeHosts: after a failure the other host is
/// asked at once, as part of the same attempt. Reports once per attempt; Failed("frozen: ...") with every sample Stale
/// while the exchange's own times stand still. Prices are the last trades of the spot market, not the exchange's risk
/// index. Engine thread only; at most one request is in flight.
class ExchangePoller final : public monitor::PriceSource
{
    Q_OBJECT

public:
    ExchangePoller(const ExchangePollerOptions &options, const monitor::Clock &clock);
    ~ExchangePoller() override;

    void start() override;
    void stop() override;
    void setWanted(const std::vector<std::string> &needed, const std::vector<std::string> &candidates) override;
    void pollNow() override;
    void setUrgent(bool urgent) override;
    void networkReturned() override;
    [[nodiscard]] QString name() const override;

    /// Kept within 100 ms .. 60 s.
    void setInterval(std::chrono::milliseconds interval) override;

    [[nodiscard]] std::chrono::milliseconds interval() const { return m_schedule.interval(); }

private:
    void onTimer();
    void arm();
    void beginAttempt();
    void beginRound();
    void onEnded(const RoundEnd &end);
    void succeed();
    void fail();
    void reportPause(WallTime untilWall, const QString &detail);
    void pollSoon();
    [[nodiscard]] BootTime dueAt() const;

    const monitor::Clock &m_clock;
    std::chrono::milliseconds m_deadline;
    QTimer m_timer;
    PollSchedule m_schedule;
    ExchangeHosts m_hosts;
    SymbolBook m_book;
    FreshnessGuard m_guard;
    ExchangeWords m_words {m_guard};
    PriceDoubts m_doubts;
    std::unique_ptr<PriceRound> m_round; // made by start(), on the engine thread
    QStringList m_failures; // of this attempt, by host
    bool m_running = false;
    bool m_soon = false; // something new is wanted since the request in flight
};

} // namespace plimsoll::feed
