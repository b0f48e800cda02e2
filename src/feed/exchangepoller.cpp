// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/exchangepoller.h"

#include "ports/logging.h"
#include "ports/outsidetext.h"

#include <QtCore/QRandomGenerator>

#include <algorithm>
#include <utility>

namespace plimsoll::feed {

using namespace Qt::StringLiterals;
using monitor::SourceReport;

namespace {

constexpr std::int64_t kLongestSleepMs = 1000; // the timer's clock stops in a suspend, ours does not: look often

// Every sixth poll: 30 s with the usual interval.
std::int64_t wordsEveryMs(std::chrono::milliseconds interval)
{
    constexpr std::int64_t kShortestMs = 2000;
    return std::max<std::int64_t>(6 * interval.count(), kShortestMs);
}

double systemRandom()
{
    return QRandomGenerator::global()->generateDouble();
}

std::shared_ptr<HostPauses> pausesOf(const ExchangePollerOptions &options, const monitor::Clock &clock)
{
    return options.pauses ? options.pauses : std::make_shared<HostPauses>(clock);
}

} // namespace

ExchangePoller::ExchangePoller(const ExchangePollerOptions &options, const monitor::Clock &clock)
    : m_clock(clock)
    , m_deadline(options.deadline)
    , m_timer(this)
    , m_schedule(options.interval, Backoff(options.random ? options.random : systemRandom, options.firstRetry.count()))
    , m_hosts({options.url, options.fallback}, pausesOf(options, clock), clock)
{
    m_guard.setWordsEvery(wordsEveryMs(m_schedule.interval()));
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
    m_round = std::make_unique<PriceRound>(RoundMemory {m_book, m_guard, m_words, m_doubts}, m_clock, m_deadline);
    connect(m_round.get(), &PriceRound::batchReady, this, &ExchangePoller::batchReady);
    connect(m_round.get(), &PriceRound::listed, this, &ExchangePoller::listed);
    connect(m_round.get(), &PriceRound::clockCompared, this, &ExchangePoller::clockCompared);
    connect(m_round.get(), &PriceRound::weighed, this, [this](int used) { m_schedule.noteWeight(used); });
    connect(m_round.get(), &PriceRound::pausedLater, this,
            [this](const QUrl &host, WallTime until) { m_hosts.pause(host, until); });
    connect(m_round.get(), &PriceRound::otherBlocked, this, [this](const QUrl &host) { m_hosts.block(host); });
    connect(m_round.get(), &PriceRound::ended, this, &ExchangePoller::onEnded);
    m_schedule.startAt(m_clock.bootTime());
    if (const WallTime until = m_hosts.allPausedUntil(); until > 0) {
        reportPause(until, pauseText(until));
    }
    arm();
}

void ExchangePoller::stop()
{
    m_running = false;
    m_timer.stop();
    if (m_round) {
        m_round->abort();
        m_round->disconnect(this);
        m_round.release()->deleteLater(); // may be called from inside one of its signals
    }
}

void ExchangePoller::setInterval(std::chrono::milliseconds interval)
{
    m_schedule.setInterval(interval);
    m_guard.setWordsEvery(wordsEveryMs(m_schedule.interval()));
    arm();
}

void ExchangePoller::setWanted(const std::vector<std::string> &needed, const std::vector<std::string> &candidates)
{
    const std::vector<std::string> before = m_book.needed();
    const bool newCandidates = m_book.setWanted(needed, candidates);
    const bool newNeeds = std::ranges::any_of(
        needed, [&before](const std::string &symbol) { return std::ranges::find(before, symbol) == before.end(); });
    if (newCandidates || (newNeeds && !(m_round && m_round->hadFullList()))) {
        pollSoon();
    }
}

void ExchangePoller::setUrgent(bool urgent)
{
    m_schedule.setUrgent(urgent);
    m_hosts.setUrgent(urgent);
    arm();
}

void ExchangePoller::networkReturned()
{
    m_hosts.lift();
    pollNow();
}

void ExchangePoller::pollNow()
{
    if (!m_round || !m_round->awaitsPrices()) {
        pollSoon(); // otherwise an answer is on its way already
    }
}

void ExchangePoller::pollSoon()
{
    m_soon = true;
    if (!m_round || !m_round->busy()) {
        m_schedule.soon();
        arm();
    }
}

BootTime ExchangePoller::dueAt() const
{
    return std::max(m_schedule.dueAt(), m_hosts.freeAt());
}

void ExchangePoller::arm()
{
    if (!m_running || m_round->busy()) {
        return;
    }
    const std::int64_t wait = dueAt() - m_clock.bootTime();
    m_timer.start(std::chrono::milliseconds(std::clamp<std::int64_t>(wait, 0, kLongestSleepMs)));
}

void ExchangePoller::onTimer()
{
    if (m_round->busy()) {
        return;
    }
    if (m_clock.bootTime() < dueAt() || !m_hosts.begin()) {
        arm();
    } else {
        beginAttempt();
    }
}

void ExchangePoller::beginAttempt()
{
    m_schedule.pollStarted(m_clock.bootTime());
    m_soon = false;
    m_failures.clear();
    beginRound();
}

void ExchangePoller::beginRound()
{
    m_round->begin(m_hosts.current(), m_hosts.other());
}

void ExchangePoller::onEnded(const RoundEnd &end)
{
    if (end.kind == RoundEnd::Kind::Answered) {
        succeed();
        return;
    }
    if (end.kind == RoundEnd::Kind::Paused) {
        m_hosts.pause(m_hosts.current(), end.until);
    } else if (end.kind == RoundEnd::Kind::Blocked) {
        m_hosts.block(m_hosts.current());
    }
    qCWarning(monitor::lcFeed) << "no usable prices from" << monitor::outsideLine(m_hosts.current().host(), 80) << ':'
                               << end.detail;
    m_failures << end.detail;
    if (m_hosts.next()) {
        beginRound();
    } else {
        fail();
    }
}

void ExchangePoller::succeed()
{
    m_schedule.pollSucceeded();
    const BootTime now = m_clock.bootTime();
    if (m_guard.frozen(now)) {
        if (const auto other = m_hosts.other()) {
            m_hosts.prefer(*other);
        }
        const qint64 seconds = m_guard.frozenForMs(now) / 1000;
        Q_EMIT reported(
            {SourceReport::Kind::Failed, u"frozen: the exchange's time has not advanced for %1 s"_s.arg(seconds), 0});
    } else {
        Q_EMIT reported({SourceReport::Kind::Answered, {}, 0});
    }
    if (const WallTime until = m_hosts.allPausedUntil(); until > 0) {
        reportPause(until, pauseText(until)); // asked for together with this answer
    }
    if (m_soon) {
        pollSoon();
    }
    arm();
}

void ExchangePoller::fail()
{
    m_schedule.pollFailed(m_clock.bootTime());
    m_failures.removeDuplicates();
    const QString detail = m_failures.join(u"; "_s);
    if (const WallTime until = m_hosts.allPausedUntil(); until > 0) {
        reportPause(until, detail);
    } else {
        const std::int64_t wait = dueAt() - m_clock.bootTime();
        Q_EMIT reported({SourceReport::Kind::Failed, detail, m_clock.wallTime() + wait});
    }
    if (m_soon) {
        pollSoon();
    }
    arm();
}

void ExchangePoller::reportPause(WallTime untilWall, const QString &detail)
{
    Q_EMIT reported({SourceReport::Kind::RateLimited, detail, untilWall});
}

} // namespace plimsoll::feed
