// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/priceround.h"

#include "feed/backoff.h"
#include "feed/clockcomparison.h"
#include "feed/hostpauses.h"
#include "feed/pricelisting.h"
#include "feed/tickerrequest.h"
#include "ports/logging.h"
#include "ports/outsidetext.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace plimsoll::feed {

using namespace Qt::StringLiterals;
using margin::PriceState;

namespace {

constexpr std::int64_t kLatenessMs = 1000; // timers and the event loop may be late by so much without meaning anything
constexpr std::chrono::milliseconds kShortDeadline {3000}; // of what the prices need not wait for
constexpr int kMostRequests = 32;
constexpr std::size_t kMostDoubtful = 5;

QString pricePath()
{
    return u"/api/v3/ticker/price"_s;
}

} // namespace

PriceRound::PriceRound(const RoundMemory &memory, const monitor::Clock &clock, std::chrono::milliseconds deadline,
                       QObject *parent)
    : QObject(parent)
    , m_memory(memory)
    , m_clock(clock)
    , m_deadline(deadline)
{
    connect(&m_fetcher, &HttpFetcher::finished, this, &PriceRound::onAnswer);
}

void PriceRound::begin(const QUrl &host, const std::optional<QUrl> &other)
{
    m_active = true;
    if (host != m_host) {
        m_memory.guard.onOtherHost();
    }
    m_host = host;
    m_other = other;
    m_requests = 0;
    m_clockError.reset();
    m_questions = {};
    m_maker.emplace(m_memory.guard, m_memory.doubts);
    m_doubtful.clear();
    const BootTime now = m_clock.bootTime();
    switch (m_memory.book.nextRequest(now)) {
    case SymbolBook::Request::Ping: send(Step::Ping, m_host, u"/api/v3/ping"_s); break;
    case SymbolBook::Request::FullList: send(Step::FullList, m_host, pricePath()); break;
    case SymbolBook::Request::Symbols:
        m_questions.add(m_memory.book.requests(now));
        askSymbols();
        break;
    }
}

void PriceRound::abort()
{
    m_active = false;
    m_step = Step::None;
    m_fetcher.abort();
}

void PriceRound::send(Step step, const QUrl &host, const QString &path, const QString &query)
{
    if (!m_active) {
        return; // stopped by somebody who listened to the last answer
    }
    QUrl url = host;
    url.setPath(url.path() + path);
    if (!query.isEmpty()) {
        url.setQuery(query, QUrl::StrictMode);
    }
    m_step = step;
    m_sentAt = m_clock.bootTime();
    m_fetcher.get(url, step < Step::Words ? m_deadline : std::min(kShortDeadline, m_deadline));
}

void PriceRound::askSymbols()
{
    if (!m_questions.next()) {
        pricesAreHere();
    } else if (++m_requests > kMostRequests) {
        m_memory.book.forgetFullList(); // it tells in one answer which symbols exist
        fail(u"too many symbols that the exchange does not know"_s);
    } else {
        send(Step::Symbols, m_host, pricePath(), symbolsParameter(m_questions.question()));
    }
}

void PriceRound::onAnswer(const HttpAnswer &answer)
{
    const Step step = std::exchange(m_step, Step::None);
    const wire::ExchangeError refusal = answer.status == 200 ? wire::ExchangeError {}
                                                             : wire::parseExchangeError(viewOf(answer.body));
    if (answer.usedWeight) {
        Q_EMIT weighed(*answer.usedWeight);
    }
    if (answer.date) {
        m_memory.guard.onDate(m_clock.bootTime(), *answer.date);
    }
    if (answer.status != 0 && asksForPause(answer.status, refusal)) { // it said so, even where its body broke
        const WallTime until = pauseUntil(answer.status, answer.retryAfter, refusal.bannedUntil, m_clock.wallTime());
        onPause(step, until, answer.status);
    } else if (m_clock.bootTime() - m_sentAt > m_deadline.count() + kLatenessMs) {
        fail(u"the answer lay waiting while this machine slept"_s); // its prices are of before
    } else if (step == Step::Words) {
        const WallTime newestClose = m_memory.words.answered(answer, m_clock.bootTime());
        compareClocks(answer, newestClose);
        askWords();
    } else if (!answer.error.isEmpty()) {
        onError(step, answer.error);
    } else if (answer.status == 200) {
        compareClocks(answer, 0);
        onPrices(step, answer.body);
    } else {
        onRefusal(step, answer.status, refusal);
    }
}

void PriceRound::onPause(Step step, WallTime until, int status)
{
    if (step == Step::Other) {
        Q_EMIT pausedLater(*m_other, until);
        m_other.reset();
        onSecondAnswer(step, std::nullopt);
        return;
    }
    if (step >= Step::Words) { // what else was to be asked is optional; the prices are not lost for it
        deliver();
        Q_EMIT pausedLater(m_host, until);
        end(RoundEnd::Kind::Answered);
        return;
    }
    end(RoundEnd::Kind::Paused, u"%1 (HTTP %2)"_s.arg(pauseText(until), QString::number(status)), until);
}

void PriceRound::onError(Step step, const QString &error)
{
    if (step >= Step::Again) {
        onSecondAnswer(step, std::nullopt);
        return;
    }
    if (step == Step::FullList) {
        m_memory.book.postponeFullList(m_clock.bootTime());
    }
    fail(error);
}

void PriceRound::onRefusal(Step step, int status, const wire::ExchangeError &refusal)
{
    const QString text = refusalText(status, refusal);
    const BootTime now = m_clock.bootTime();
    const bool isBlocked = status == 403 || status == 451;
    if (isBlocked && step == Step::Other) {
        Q_EMIT otherBlocked(*m_other);
    }
    if (step >= Step::Again) {
        onSecondAnswer(step, std::nullopt);
    } else if (isBlocked) {
        end(RoundEnd::Kind::Blocked,
            status == 451 ? u"the exchange does not serve this location (HTTP 451)"_s
                          : u"the exchange refused us (HTTP 403)"_s);
    } else if (step == Step::FullList && status >= 400 && status < 500 && !m_memory.book.needed().empty()) {
        qCInfo(monitor::lcFeed) << "full price list refused, asking for needed symbols:" << text;
        m_memory.book.refuseFullList(now);
        m_questions.add(m_memory.book.requests(now));
        askSymbols();
    } else if (step == Step::Symbols && concernsSymbol(refusal)) {
        m_questions.refused();
        takeBad();
        askSymbols();
    } else {
        onError(step, text);
    }
}

void PriceRound::onPrices(Step step, const QByteArray &body)
{
    if (step == Step::Ping) {
        pricesAreHere(); // none of them exists, and that is news
        return;
    }
    const auto items = wire::parseTicker(viewOf(body));
    if (step >= Step::Again) {
        onSecondPrices(step, items.valueOr({}));
    } else if (!items || (items->empty() && step == Step::FullList)) {
        const QString why = items ? u"the list is empty"_s
                                  : monitor::outsideLine(QString::fromStdString(items.error().message()));
        onError(step, u"unusable answer: "_s + why);
    } else if (step == Step::FullList) {
        onFullList(*items);
    } else {
        onSymbols(*items);
    }
}

void PriceRound::onFullList(const std::vector<wire::TickerItem> &items)
{
    const BootTime now = m_clock.bootTime();
    m_memory.book.learn(items, now);
    m_hadFullList = true;
    Q_EMIT listed(listingOf(items, now));
    std::vector<std::string> asked = m_memory.book.needed();
    const std::unordered_set<std::string> needed(asked.begin(), asked.end());
    for (const wire::TickerItem &item : items) {
        if (m_memory.book.isWanted(item.symbol) && !needed.contains(item.symbol)) {
            asked.push_back(item.symbol);
        }
    }
    m_maker->add(asked, items, now, PriceState::Unlisted);
    notePriced(items);
    pricesAreHere();
}

void PriceRound::onSymbols(const std::vector<wire::TickerItem> &items)
{
    m_hadFullList = false;
    for (const std::string &symbol : m_questions.question()) {
        m_memory.book.accept(symbol);
    }
    m_maker->add(m_questions.question(), items, m_clock.bootTime());
    notePriced(items);
    m_questions.accepted();
    takeBad();
    askSymbols();
}

void PriceRound::notePriced(const std::vector<wire::TickerItem> &items)
{
    for (const wire::TickerItem &item : items) {
        if (item.state == PriceState::Known && m_memory.book.isWanted(item.symbol)) {
            m_memory.book.priced(item.symbol, m_clock.bootTime());
        }
    }
}

void PriceRound::onSecondPrices(Step step, const std::vector<wire::TickerItem> &items)
{
    const std::string symbol = m_doubtful.front();
    if (step == Step::Again && !items.empty()) {
        std::erase(m_again, symbol); // judged below
        m_maker->add(m_again, items, m_clock.bootTime());
        notePriced(items);
    }
    const auto found = std::ranges::find(items, symbol, &wire::TickerItem::symbol);
    onSecondAnswer(step, found == items.end() ? std::nullopt : std::optional(*found));
}

// Said twice by this host and not contradicted by another one, a price is believed. Where this host takes it back, its
// newer price counts.
void PriceRound::onSecondAnswer(Step step, const std::optional<wire::TickerItem> &item)
{
    const std::string symbol = m_doubtful.front();
    const bool isPrice = item && item->state == PriceState::Known;
    const bool agrees = isPrice && m_memory.doubts.agrees(symbol, item->price);
    if (step == Step::Again && agrees && m_other) {
        deliver();
        send(Step::Other, *m_other, pricePath(), symbolsParameter({symbol}));
        return;
    }
    const bool isBelieved = agrees || (step == Step::Other && !isPrice);
    if (isBelieved) {
        m_memory.doubts.confirm(symbol);
    }
    if (step == Step::Again && isPrice) { // newer than the one that was asked about
        m_maker->add({symbol}, {*item}, m_clock.bootTime());
    }
    if (!isBelieved) {
        qCWarning(monitor::lcFeed) << "a price that jumped was not confirmed:"
                                   << monitor::outsideLine(QString::fromStdString(symbol), 40);
    }
    deliver();
    m_doubtful.pop_front();
    askAgain();
}

void PriceRound::takeBad()
{
    const BootTime now = m_clock.bootTime();
    const std::vector<std::string> bad = m_questions.takeBad();
    m_maker->add(bad, {}, now, PriceState::Unlisted);
    for (const std::string &symbol : bad) {
        qCWarning(monitor::lcFeed) << "the exchange does not know"
                                   << monitor::outsideLine(QString::fromStdString(symbol), 40);
        m_memory.book.reject(symbol, now);
    }
}

void PriceRound::pricesAreHere()
{
    const BootTime now = m_clock.bootTime();
    m_maker->add(m_memory.book.unavailable(now), {}, now, PriceState::Unlisted);
    const std::vector<std::string> symbols = m_maker->priced();
    m_memory.words.begin(symbols, now);
    if (!m_memory.guard.anyNew(now, symbols)) {
        deliver(); // what the exchange says next comes on top: prices do not wait for it
    }
    askWords();
}

void PriceRound::askWords()
{
    if (!m_memory.words.done()) {
        const ExchangeWords::Question &question = m_memory.words.question();
        send(Step::Words, m_host, question.path, question.query);
        return;
    }
    deliver();
    for (std::string &symbol : m_maker->doubtful()) {
        if (m_doubtful.size() < kMostDoubtful) {
            m_doubtful.push_back(std::move(symbol));
        }
    }
    askAgain();
}

void PriceRound::askAgain()
{
    if (m_doubtful.empty()) {
        end(RoundEnd::Kind::Answered);
    } else {
        const std::vector<std::string> all = m_memory.book.askable();
        const bool fits = all.size() <= SymbolBook::kMaxPerRequest
            && std::ranges::find(all, m_doubtful.front()) != all.end();
        m_again = fits ? all : std::vector<std::string> {m_doubtful.front()}; // a newer answer is one for everything
        send(Step::Again, m_host, pricePath(), symbolsParameter(m_again));
    }
}

void PriceRound::deliver()
{
    const monitor::PriceBatch batch = m_maker->take(m_clock.bootTime(), m_clock.wallTime());
    if (!batch.samples.empty()) {
        Q_EMIT batchReady(batch);
    }
}

void PriceRound::fail(const QString &detail)
{
    end(RoundEnd::Kind::Failed, detail);
}

void PriceRound::end(RoundEnd::Kind kind, const QString &detail, WallTime until)
{
    m_step = Step::None;
    if (!std::exchange(m_active, false)) {
        return;
    }
    if (kind != RoundEnd::Kind::Answered && !m_memory.guard.anyNew(m_clock.bootTime(), m_maker->priced())) {
        deliver(); // the lists before the one that was refused
    }
    if (m_clockError) {
        Q_EMIT clockCompared(*m_clockError);
    }
    Q_EMIT ended({kind, detail, until});
}

void PriceRound::compareClocks(const HttpAnswer &answer, WallTime newestClose)
{
    const WallTime received = m_clock.wallTime();
    const WallTime sent = received - (m_clock.bootTime() - m_sentAt);
    const auto error = leastClockError(sent, received, answer.date, newestClose);
    if (error
        && (!m_clockError
            || std::abs(*error) > std::abs(*m_clockError))) { // each is a least error: the largest says most
        m_clockError = error;
    }
}

} // namespace plimsoll::feed
