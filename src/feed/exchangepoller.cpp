// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/exchangepoller.h"

#include "feed/logging.h"
#include "feed/tickerrequest.h"

#include <QtCore/QRandomGenerator>

#include <algorithm>
#include <utility>

namespace plimsoll::feed
{

using namespace Qt::StringLiterals;
using monitor::SourceReport;

namespace
{

constexpr std::int64_t kLongestSleepMs = 1000; // the timer's clock stops in a suspend, ours does not: look often
constexpr std::int64_t kBlockedMs = 600'000;
constexpr std::chrono::milliseconds kProbeDeadline{ 3000 };
constexpr std::size_t kProbeSymbols = 20; // weight 2 up to here
constexpr int kMaxRequestsPerRound = 32;

double systemRandom()
{
    return QRandomGenerator::global()->generateDouble();
}

} // namespace

ExchangePoller::ExchangePoller(ExchangePollerOptions options, const monitor::Clock &clock)
    : m_options(std::move(options))
    , m_clock(clock)
    , m_timer(this)
    , m_schedule(
          m_options.interval, Backoff(m_options.random ? m_options.random : systemRandom, m_options.firstRetry.count()))
    , m_hosts{ m_options.url }
    , m_bannedUntil(m_options.bannedUntil)
{
    if (m_options.fallback.isValid() && m_options.fallback != m_options.url) {
        m_hosts.push_back(m_options.fallback);
    }
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &ExchangePoller::onTimer);
}

ExchangePoller::~ExchangePoller() = default;

QString ExchangePoller::name() const
{
    return u"exchange ticker"_s;
}

void ExchangePoller::start()
{
    if (m_running) {
        return;
    }
    m_running = true;
    m_fetcher = std::make_unique<HttpFetcher>();
    connect(m_fetcher.get(), &HttpFetcher::finished, this, &ExchangePoller::onAnswer);
    m_schedule.startAt(m_clock.bootMs());
    if (const std::int64_t left = m_bannedUntil - m_clock.wallMs(); left > 0) {
        m_schedule.pauseUntil(m_clock.bootMs() + std::min(left, kLongestBanMs));
        Q_EMIT reported(
            { SourceReport::Kind::RateLimited, u"still rate limited from an earlier run"_s, m_bannedUntil });
    }
    arm();
}

void ExchangePoller::stop()
{
    m_running = false;
    m_timer.stop();
    if (m_fetcher) {
        m_fetcher->abort();
        m_fetcher.release()->deleteLater(); // may be called from inside one of its signals
    }
    m_asked = Ask::Nothing;
}

void ExchangePoller::setInterval(std::chrono::milliseconds interval)
{
    m_schedule.setInterval(interval);
    arm();
}

void ExchangePoller::setWanted(const std::vector<std::string> &needed, const std::vector<std::string> &candidates)
{
    const std::vector<std::string> before = m_book.needed();
    const bool newCandidates = m_book.setWanted(needed, candidates);
    const bool newNeeds = std::ranges::any_of(
        needed, [&before](const std::string &symbol) { return std::ranges::find(before, symbol) == before.end(); });
    if (newCandidates || (newNeeds && !m_hadFullList)) {
        pollSoon();
    }
}

void ExchangePoller::pollNow()
{
    if (m_asked == Ask::Nothing || m_asked == Ask::Probe) {
        pollSoon(); // otherwise an answer is on its way already
    }
}

void ExchangePoller::pollSoon()
{
    m_soon = true;
    if (m_asked == Ask::Nothing) {
        m_schedule.soon();
        arm();
    }
}

void ExchangePoller::arm()
{
    if (!m_running || m_asked != Ask::Nothing) {
        return;
    }
    const std::int64_t wait = m_schedule.dueAt() - m_clock.bootMs();
    m_timer.start(std::chrono::milliseconds(std::clamp<std::int64_t>(wait, 0, kLongestSleepMs)));
}

void ExchangePoller::onTimer()
{
    if (m_clock.bootMs() < m_schedule.dueAt()) {
        arm();
    } else if (m_asked == Ask::Nothing) {
        beginRound();
    }
}

void ExchangePoller::beginRound()
{
    const std::int64_t now = m_clock.bootMs();
    m_round = {};
    m_schedule.pollStarted(now);
    m_soon = false;
    switch (m_book.nextRequest(now)) {
    case SymbolBook::Request::Ping:
        send(Ask::Ping, u"/api/v3/ping"_s);
        break;
    case SymbolBook::Request::FullList:
        send(Ask::FullList, u"/api/v3/ticker/price"_s);
        break;
    case SymbolBook::Request::Symbols:
        std::ranges::move(m_book.requests(now), std::back_inserter(m_round.lists));
        askSymbols();
        break;
    }
}

void ExchangePoller::askSymbols()
{
    if (m_round.bisection && m_round.bisection->question().empty()) {
        m_round.bisection.reset();
    }
    if (m_round.bisection) {
        m_askedSymbols = m_round.bisection->question();
    } else if (!m_round.lists.empty()) {
        m_askedSymbols = std::move(m_round.lists.front());
        m_round.lists.pop_front();
    } else {
        endRound();
        return;
    }
    if (m_round.requests >= kMaxRequestsPerRound) {
        m_book.forgetFullList(); // it tells in one answer which symbols exist
        fail(u"too many symbols that the exchange does not know"_s);
        return;
    }
    send(Ask::Symbols, u"/api/v3/ticker/price"_s, symbolsParameter(m_askedSymbols));
}

void ExchangePoller::send(Ask ask, const QString &path, const QString &query)
{
    if (!m_running) {
        return; // stopped by somebody who listened to the last answer
    }
    QUrl url = m_hosts[m_host];
    url.setPath(url.path() + path);
    if (!query.isEmpty()) {
        url.setQuery(query, QUrl::StrictMode);
    }
    m_asked = ask;
    m_sentAt = m_clock.bootMs();
    ++m_round.requests;
    m_fetcher->get(url, ask == Ask::Probe ? std::min(kProbeDeadline, m_options.deadline) : m_options.deadline);
}

void ExchangePoller::endRound()
{
    m_schedule.pollSucceeded();
    if (m_bannedUntil != 0) {
        setBan(0);
    }
    reportRound();
    const bool probeDue = m_running && m_guard.probeDue(m_clock.bootMs());
    const std::vector<std::string> probe = probeDue ? m_book.nextProbe(kProbeSymbols) : std::vector<std::string>{};
    if (probe.empty()) {
        afterRound();
    } else {
        send(Ask::Probe, u"/api/v3/ticker/24hr"_s, symbolsParameter(probe) + u"&type=MINI"_s);
    }
}

void ExchangePoller::reportRound()
{
    const std::int64_t now = m_clock.bootMs();
    if (!m_guard.frozen(now)) {
        Q_EMIT reported({ SourceReport::Kind::Answered, {}, 0 });
        return;
    }
    const qint64 seconds = m_guard.frozenForMs(now) / 1000;
    Q_EMIT reported(
        { SourceReport::Kind::Failed, u"frozen: the exchange's time has not advanced for %1 s"_s.arg(seconds), 0 });
}

void ExchangePoller::afterRound()
{
    if (m_soon) {
        pollSoon();
    }
    arm();
}

void ExchangePoller::fail(const QString &detail, qint64 retryAt)
{
    m_round = {};
    if (m_schedule.pollFailed(m_clock.bootMs()) % 2 == 0) {
        alternateHost();
    }
    qCWarning(lcFeed) << "no usable prices:" << detail;
    Q_EMIT reported({ SourceReport::Kind::Failed, detail, retryAt });
    afterRound();
}

void ExchangePoller::pauseFor(const HttpAnswer &answer, std::int64_t bannedUntil)
{
    const std::int64_t wall = m_clock.wallMs();
    const std::int64_t until = pauseUntil(answer.status, answer.retryAfter, bannedUntil, wall);
    m_schedule.pauseUntil(m_clock.bootMs() + (until - wall));
    m_round = {};
    qCWarning(lcFeed) << "rate limited by the exchange for" << (until - wall) / 1000 << "s";
    setBan(until);
    Q_EMIT reported(
        { SourceReport::Kind::RateLimited, u"the exchange asked for a pause (HTTP %1)"_s.arg(answer.status), until });
    afterRound();
}

void ExchangePoller::blocked(int status)
{
    m_schedule.pauseUntil(m_clock.bootMs() + kBlockedMs);
    fail(status == 451 ? u"the exchange does not serve this location (HTTP 451)"_s
                       : u"the exchange refused us (HTTP 403)"_s,
        m_clock.wallMs() + kBlockedMs);
}

void ExchangePoller::alternateHost()
{
    m_host = (m_host + 1) % m_hosts.size();
}

void ExchangePoller::setBan(qint64 untilWallMs)
{
    m_bannedUntil = untilWallMs;
    Q_EMIT banChanged(untilWallMs);
}

} // namespace plimsoll::feed
