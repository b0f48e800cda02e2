// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feed/bisection.h"
#include "feed/freshnessguard.h"
#include "feed/httpfetcher.h"
#include "feed/pollschedule.h"
#include "feed/priceurl.h"
#include "feed/symbolbook.h"
#include "monitor/ports/clock.h"
#include "monitor/ports/pricesource.h"

#include <QtCore/QTimer>

#include <deque>
#include <memory>

namespace plimsoll::feed
{

struct ExchangePollerOptions {
    QUrl url = defaultPriceUrl(); ///< from parsePriceUrl()
    QUrl fallback; ///< another host of the same exchange; empty = none
    std::chrono::milliseconds interval{ 5000 };
    qint64 bannedUntil = 0; ///< wall ms, as banChanged() told it in an earlier run; 0 = not banned
    std::chrono::milliseconds deadline = HttpFetcher::kDeadline; ///< per request, first to last byte
    std::chrono::milliseconds firstRetry{ 1000 }; ///< doubled with every failure up to a minute
    std::function<double()> random; ///< [0, 1) for the jitter; empty = the system's generator
};

/// Asks an exchange for its public price list, again and again; nothing it answers is believed unchecked. Engine thread
/// only. At most one request is in flight. A poll is due one interval after the start of the one before; failures are
/// repeated with growing pauses, never slower than every 75 s, and after two in a row at the fallback host. 429 and 418
/// silence it completely until the exchange's time is over, also over a restart (banChanged). Reports Failed("frozen:
/// ...") with every sample Stale while the exchange's own times stand still (FreshnessGuard). Prices are the last
/// trades of the spot market, not the exchange's risk index.
class ExchangePoller final : public monitor::PriceSource
{
    Q_OBJECT

public:
    ExchangePoller(ExchangePollerOptions options, const monitor::Clock &clock);
    ~ExchangePoller() override;

    void start() override;
    void stop() override;
    void setWanted(const std::vector<std::string> &needed, const std::vector<std::string> &candidates) override;
    void pollNow() override;
    [[nodiscard]] QString name() const override;

    /// Kept within 100 ms .. 60 s.
    void setInterval(std::chrono::milliseconds interval) override;

    [[nodiscard]] std::chrono::milliseconds interval() const { return m_schedule.interval(); }

Q_SIGNALS:
    /// Wall ms until which the exchange must be left alone, 0 once it has answered again. Store it.
    void banChanged(qint64 untilWallMs);

private:
    enum class Ask { Nothing, Ping, FullList, Symbols, Probe };

    // One poll: everything that is asked before the next pause.
    struct Round {
        int requests = 0;
        bool missingTold = false;
        std::deque<std::vector<std::string>> lists;
        std::optional<Bisection> bisection;
    };

    void onTimer();
    void arm();
    void beginRound();
    void askSymbols();
    void send(Ask ask, const QString &path, const QString &query = {});
    void onAnswer(const HttpAnswer &answer);
    void onGoodStatus(Ask asked, const QByteArray &body);
    void onBadStatus(Ask asked, const HttpAnswer &answer, const wire::ExchangeError &refusal);
    void onFullList(const QByteArray &body);
    void onSymbols(const QByteArray &body);
    void onSymbolsRefused();
    void tellBad();
    void onProbe(const QByteArray &body);
    void onProbeRefused(int status, const wire::ExchangeError &refusal);
    void deliver(const std::vector<std::string> &asked, const std::vector<wire::TickerItem> &items);
    void endRound();
    void afterRound();
    void reportRound();
    void fail(const QString &detail, qint64 retryAt = 0);
    void pauseFor(const HttpAnswer &answer, std::int64_t bannedUntil);
    void blocked(int status);
    void alternateHost();
    void pollSoon();
    void setBan(qint64 untilWallMs);

    ExchangePollerOptions m_options;
    const monitor::Clock &m_clock;
    std::unique_ptr<HttpFetcher> m_fetcher; // made by start(), on the engine thread
    QTimer m_timer;
    PollSchedule m_schedule;
    SymbolBook m_book;
    FreshnessGuard m_guard;
    Round m_round;
    Ask m_asked = Ask::Nothing;
    std::int64_t m_sentAt = 0; // boot ms of the request in flight
    std::vector<std::string> m_askedSymbols;
    std::vector<QUrl> m_hosts;
    std::size_t m_host = 0;
    qint64 m_bannedUntil = 0; // wall ms
    bool m_running = false;
    bool m_soon = false; // something new is wanted since the request in flight
    bool m_hadFullList = false; // the last round priced everything
};

} // namespace plimsoll::feed
