// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/klinefetcher.h"

#include "feed/backoff.h"
#include "feed/tickerrequest.h"
#include "ports/outsidetext.h"
#include "wire/klineparser.h"

#include <algorithm>
#include <array>
#include <utility>

namespace plimsoll::feed {

using namespace Qt::StringLiterals;

namespace {

constexpr std::int64_t kMinute = 60'000;
constexpr std::int64_t kHour = 60 * kMinute;
constexpr std::array<KlineInterval, 6> kIntervals {{{"1m"_L1, kMinute},
                                                    {"5m"_L1, 5 * kMinute},
                                                    {"15m"_L1, 15 * kMinute},
                                                    {"1h"_L1, kHour},
                                                    {"4h"_L1, 4 * kHour},
                                                    {"1d"_L1, 24 * kHour}}};
constexpr auto kMostRows = static_cast<std::int64_t>(wire::kMostCandles);
constexpr std::int64_t kWholeRows = kMostRows - 2; // a span touches up to two candles more than it is long
constexpr int kHalfTheWeight = 3000; // of the 6000 that the exchange allows in a minute
constexpr int kMostSilent = 2;
constexpr int kMostAttempts = 2;

QUrl urlOf(const QUrl &base, const std::string &symbol, KlineInterval interval, WallTime from, WallTime to)
{
    QUrl url = base;
    url.setPath(base.path() + u"/api/v3/klines"_s);
    const QByteArray name = QUrl::toPercentEncoding(QString::fromStdString(symbol));
    url.setQuery(u"symbol="_s + QString::fromLatin1(name) + u"&interval="_s + interval.word + u"&startTime="_s
                 + QString::number(from.ms()) + u"&endTime="_s + QString::number(to.ms()) + u"&limit="_s
                 + QString::number(kMostRows));
    return url;
}

} // namespace

KlineInterval klineIntervalFor(std::int64_t spanMs)
{
    const auto fits = std::ranges::find_if(kIntervals,
                                           [spanMs](KlineInterval one) { return spanMs <= kWholeRows * one.ms; });
    return fits == kIntervals.end() ? kIntervals.back() : *fits;
}

KlineFetcher::KlineFetcher(QUrl base, const monitor::Clock &clock, std::shared_ptr<HostPauses> pauses, QObject *parent)
    : QObject(parent)
    , m_base(std::move(base))
    , m_clock(clock)
    , m_hostPauses(pauses ? std::move(pauses) : std::make_shared<HostPauses>(clock))
    , m_pause(this)
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &KlineFetcher::ask);
}

void KlineFetcher::fetch(std::vector<std::string> symbols, WallTime fromWall, WallTime toWall)
{
    cancel();
    if (!m_fetcher) {
        m_fetcher = std::make_unique<HttpFetcher>();
        connect(m_fetcher.get(), &HttpFetcher::finished, this, &KlineFetcher::onAnswer);
    }
    m_symbols = std::move(symbols);
    m_at = 0;
    m_attempts = 0;
    m_silent = 0;
    m_breath = kBreath;
    m_result = {};
    m_result.from = std::min(fromWall, toWall);
    m_result.to = toWall;
    m_busy = true;
    m_pause.start(0);
}

void KlineFetcher::cancel()
{
    m_pause.stop();
    if (m_fetcher) {
        m_fetcher->abort();
    }
    m_busy = false;
}

void KlineFetcher::ask()
{
    if (m_at == m_symbols.size()) {
        m_busy = false;
        const KlineResult result = std::exchange(m_result, {});
        Q_EMIT finished(result);
        return;
    }
    if (const WallTime until = m_hostPauses->until(m_base); until > 0) {
        m_result.pausedUntil = until;
        failAll(pauseText(until));
        return;
    }
    ++m_attempts;
    const KlineInterval interval = klineIntervalFor(m_result.to - m_result.from);
    const WallTime earliest = std::max(m_result.from, m_result.to - kWholeRows * interval.ms);
    const WallTime start = floorTo(earliest, interval.ms); // the candle in which the span begins belongs to it
    m_fetcher->get(urlOf(m_base, m_symbols[m_at], interval, start, m_result.to));
}

void KlineFetcher::onAnswer(const HttpAnswer &answer)
{
    m_breath = answer.usedWeight && *answer.usedWeight > kHalfTheWeight ? kLongBreath : kBreath;
    m_silent = answer.status == 0 ? m_silent + 1 : 0;
    if (answer.status != 0 && answer.status != 200) {
        onRefusal(answer); // it said so, even if its body broke
    } else if (!answer.error.isEmpty()) {
        tryAgainOrFail(answer.error);
    } else {
        onCandles(answer);
    }
}

void KlineFetcher::onRefusal(const HttpAnswer &answer)
{
    const wire::ExchangeError refusal = wire::parseExchangeError(viewOf(answer.body));
    const QString why = answer.error.isEmpty() ? refusalText(answer.status, refusal) : answer.error;
    if (asksForPause(answer.status, refusal)) {
        m_result.pausedUntil = pauseUntil(answer.status, answer.retryAfter, refusal.bannedUntil, m_clock.wallTime());
        m_hostPauses->pause(m_base, m_result.pausedUntil);
        failAll(pauseText(m_result.pausedUntil) + u": "_s + why);
    } else if (answer.status == 403 || answer.status == 451) {
        failAll(why);
    } else if (answer.status >= 500) {
        tryAgainOrFail(why);
    } else {
        fail(why);
    }
}

void KlineFetcher::onCandles(const HttpAnswer &answer)
{
    const KlineInterval interval = klineIntervalFor(m_result.to - m_result.from);
    auto series = wire::parseKlines(viewOf(answer.body), m_symbols[m_at], interval.ms);
    if (!series) {
        tryAgainOrFail(u"unusable answer: "_s + monitor::outsideLine(QString::fromStdString(series.error().message())));
    } else if (series->candles.empty()) {
        fail(u"the exchange has no candles of that time"_s);
    } else {
        m_result.series.push_back(std::move(series).value());
        next();
    }
}

void KlineFetcher::tryAgainOrFail(const QString &why)
{
    if (m_silent >= kMostSilent) {
        failAll(why);
    } else if (m_attempts >= kMostAttempts) {
        fail(why);
    } else {
        m_pause.start(std::max(kRetry, m_breath));
    }
}

void KlineFetcher::fail(const QString &why)
{
    m_result.failures.push_back({m_symbols[m_at], why});
    next();
}

void KlineFetcher::failAll(const QString &why)
{
    for (; m_at < m_symbols.size(); ++m_at) {
        m_result.failures.push_back({m_symbols[m_at], why});
    }
    m_pause.start(0);
}

void KlineFetcher::next()
{
    ++m_at;
    m_attempts = 0;
    m_pause.start(m_at == m_symbols.size() ? std::chrono::milliseconds(0) : m_breath);
}

} // namespace plimsoll::feed
