// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feed/hostpauses.h"
#include "feed/httpfetcher.h"
#include "margin/moment.h"
#include "ports/clock.h"
#include "wire/candlefile.h"

#include <QtCore/QObject>
#include <QtCore/QString>
#include <QtCore/QTimer>
#include <QtCore/QUrl>

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace plimsoll::feed {

/// The candles of one span of time, as far as they could be had.
struct KlineResult {
    struct Failure {
        std::string symbol;
        QString why; ///< plain English, from outside: show as plain text
    };

    WallTime from; ///< as asked for
    WallTime to;
    std::vector<wire::CandleSeries> series; ///< in the order asked for; those of failures are left out
    std::vector<Failure> failures;
    WallTime pausedUntil; ///< where the exchange asked to be left alone
};

/// The finest candles of which one answer covers a span: the word the exchange knows, and its length.
struct KlineInterval {
    QLatin1StringView word;
    std::int64_t ms = 0;
};
[[nodiscard]] KlineInterval klineIntervalFor(std::int64_t spanMs);

/// Fetches past candles of several symbols from GET /api/v3/klines: one request per symbol, one after the other with a
/// breath between them, a longer one while the exchange counts more than half of the allowed weight. An attempt without
/// usable answer is repeated once; a request for a pause (429, 418, -1003), a refusal of this place (403, 451) and two
/// attempts without any answer end the whole, for what is left too. While the host is paused, whoever it told so
/// (`pauses`), it is not asked at all. A span of more than 1000 days is cut at its beginning. `base` is a host as of
/// parsePriceUrl(); `clock` must outlive it. May be moved to another thread before the first fetch(). finished() comes
/// once per fetch(), never from inside it; not after cancel().
class KlineFetcher : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds kBreath {100};
    static constexpr std::chrono::milliseconds kLongBreath {5000};
    static constexpr std::chrono::milliseconds kRetry {1000};

    KlineFetcher(QUrl base, const monitor::Clock &clock, std::shared_ptr<HostPauses> pauses = {},
                 QObject *parent = nullptr);

    /// Every candle that overlaps [fromWall, toWall]. Begins anew where another fetch is on its way.
    void fetch(std::vector<std::string> symbols, WallTime fromWall, WallTime toWall);
    void cancel();

    [[nodiscard]] bool busy() const { return m_busy; }

Q_SIGNALS:
    void finished(const plimsoll::feed::KlineResult &result);

private:
    void ask();
    void onAnswer(const HttpAnswer &answer);
    void onRefusal(const HttpAnswer &answer);
    void onCandles(const HttpAnswer &answer);
    void tryAgainOrFail(const QString &why);
    void fail(const QString &why);
    void failAll(const QString &why);
    void next();

    QUrl m_base;
    const monitor::Clock &m_clock;
    std::shared_ptr<HostPauses> m_hostPauses; ///< never null
    std::unique_ptr<HttpFetcher> m_fetcher; ///< made by the first fetch(), on its thread
    QTimer m_pause; ///< until the next request
    std::vector<std::string> m_symbols;
    std::size_t m_at = 0;
    int m_attempts = 0; ///< of the present symbol
    int m_silent = 0; ///< attempts in a row without any answer
    std::chrono::milliseconds m_breath = kBreath;
    bool m_busy = false;
    KlineResult m_result;
};

} // namespace plimsoll::feed
