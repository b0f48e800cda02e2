// SPDX-License-Identifier: GPL-3.0-or-later
// The half of the poller that says what an answer means; when and what to ask is in exchangepoller.cpp.
#include "feed/exchangepoller.h"

#include "feed/logging.h"
#include "feed/outsidetext.h"
#include "feed/tickerrequest.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace plimsoll::feed
{

using namespace Qt::StringLiterals;
using monitor::PriceBatch;
using monitor::PriceSample;

namespace
{

constexpr std::int64_t kLatenessMs = 1000; // timers and the event loop may be late by so much without meaning anything

QString unusable(const Error &error)
{
    return u"unusable answer: "_s + outsideText(QString::fromStdString(error.message()));
}

} // namespace

void ExchangePoller::onAnswer(const HttpAnswer &answer)
{
    const Ask asked = std::exchange(m_asked, Ask::Nothing);
    if (answer.usedWeight) {
        m_schedule.noteWeight(*answer.usedWeight);
    }
    const bool isPause = answer.status == 429 || answer.status == 418;
    if (isPause && !answer.error.isEmpty()) {
        pauseFor(answer, 0); // it said so before its body broke
    } else if (m_clock.bootMs() - m_sentAt > m_options.deadline.count() + kLatenessMs) {
        fail(u"the answer lay waiting while this machine slept"_s); // its prices are of before
    } else if (!answer.error.isEmpty()) {
        if (asked == Ask::FullList) {
            m_book.postponeFullList(m_clock.bootMs());
        }
        if (asked == Ask::Probe) {
            m_guard.onProbeFailed(m_clock.bootMs());
            afterRound();
        } else {
            fail(answer.error);
        }
    } else if (answer.status == 200) {
        onGoodStatus(asked, answer.body);
    } else {
        onBadStatus(asked, answer, wire::parseExchangeError(viewOf(answer.body)));
    }
}

void ExchangePoller::onGoodStatus(Ask asked, const QByteArray &body)
{
    switch (asked) {
    case Ask::FullList:
        onFullList(body);
        break;
    case Ask::Symbols:
        onSymbols(body);
        break;
    case Ask::Probe:
        onProbe(body);
        break;
    case Ask::Ping:
    case Ask::Nothing:
        if (!m_book.needed().empty()) {
            deliver({}, {}); // none of them exists, and that is news
        }
        endRound();
        break;
    }
}

void ExchangePoller::onBadStatus(Ask asked, const HttpAnswer &answer, const wire::ExchangeError &refusal)
{
    if (asksForPause(answer.status, refusal)) {
        pauseFor(answer, refusal.bannedUntil);
    } else if (asked == Ask::Probe) {
        onProbeRefused(answer.status, refusal);
        afterRound();
    } else if (answer.status == 403 || answer.status == 451) {
        blocked(answer.status);
    } else if (asked == Ask::FullList && answer.status >= 400 && answer.status < 500 && !m_book.needed().empty()) {
        qCInfo(lcFeed) << "full price list refused, asking for needed symbols:" << refusalText(answer.status, refusal);
        m_book.refuseFullList(m_clock.bootMs());
        std::ranges::move(m_book.requests(m_clock.bootMs()), std::back_inserter(m_round.lists));
        askSymbols();
    } else if (asked == Ask::Symbols && concernsSymbol(refusal)) {
        onSymbolsRefused();
    } else {
        if (asked == Ask::FullList) {
            m_book.postponeFullList(m_clock.bootMs());
        }
        fail(refusalText(answer.status, refusal));
    }
}

void ExchangePoller::onFullList(const QByteArray &body)
{
    const auto items = wire::parseTicker(viewOf(body));
    if (!items || items->empty()) {
        m_book.postponeFullList(m_clock.bootMs());
        fail(items ? u"unusable answer: the list is empty"_s : unusable(items.error()));
        return;
    }
    m_book.learn(*items, m_clock.bootMs());
    m_hadFullList = true;
    std::vector<std::string> asked = m_book.needed();
    const std::unordered_set<std::string> needed(asked.begin(), asked.end());
    for (const wire::TickerItem &item : *items) {
        if (m_book.isWanted(item.symbol) && !needed.contains(item.symbol)) {
            asked.push_back(item.symbol);
        }
    }
    m_round.missingTold = true; // needed ones that are not in the list are among the asked
    deliver(asked, *items);
    endRound();
}

void ExchangePoller::onSymbols(const QByteArray &body)
{
    const auto items = wire::parseTicker(viewOf(body));
    if (!items) {
        fail(unusable(items.error()));
        return;
    }
    m_hadFullList = false;
    for (const std::string &symbol : m_askedSymbols) {
        m_book.accept(symbol);
    }
    deliver(m_askedSymbols, *items);
    if (m_round.bisection) {
        m_round.bisection->answered(true);
        tellBad(); // the half that was accepted may leave only one suspect
    }
    askSymbols();
}

void ExchangePoller::onSymbolsRefused()
{
    if (m_round.bisection) {
        m_round.bisection->answered(false);
    } else {
        m_round.bisection.emplace(m_askedSymbols);
    }
    tellBad();
    askSymbols();
}

void ExchangePoller::tellBad()
{
    const std::vector<std::string> bad = m_round.bisection->takeBad();
    if (!bad.empty()) {
        deliver(bad, {});
    }
    for (const std::string &symbol : bad) {
        qCWarning(lcFeed) << "the exchange does not know" << outsideText(QString::fromStdString(symbol), 40);
        m_book.reject(symbol, m_clock.bootMs());
    }
}

void ExchangePoller::deliver(const std::vector<std::string> &asked, const std::vector<wire::TickerItem> &items)
{
    const std::int64_t now = m_clock.bootMs();
    std::unordered_map<std::string_view, const wire::TickerItem *> bySymbol;
    for (const wire::TickerItem &item : items) {
        bySymbol.emplace(item.symbol, &item);
    }
    PriceBatch batch{ {}, now, m_clock.wallMs() };
    for (const std::string &symbol : asked) {
        const auto found = bySymbol.find(symbol);
        PriceSample sample{ symbol, {}, margin::PriceState::Missing };
        if (found != bySymbol.end()) {
            sample.price = found->second->price;
            sample.state = found->second->state;
        }
        if (sample.state == margin::PriceState::Known) {
            m_guard.onPrice(now, symbol, sample.price);
            sample.state = m_guard.stateOf(symbol, now);
        }
        batch.samples.push_back(std::move(sample));
    }
    if (!std::exchange(m_round.missingTold, true)) {
        for (std::string &symbol : m_book.unavailable(now)) {
            batch.samples.push_back({ std::move(symbol), {}, margin::PriceState::Missing });
        }
    }
    Q_EMIT batchReady(batch);
}

void ExchangePoller::onProbe(const QByteArray &body)
{
    const std::int64_t now = m_clock.bootMs();
    const auto times = wire::parseTickerTimes(viewOf(body));
    if (!times || times->empty()) {
        m_guard.onProbeFailed(now);
    } else {
        m_guard.onCloseTimes(now, *times);
        if (m_guard.frozen(now)) {
            alternateHost();
        }
    }
    afterRound();
}

void ExchangePoller::onProbeRefused(int status, const wire::ExchangeError &refusal)
{
    const std::int64_t now = m_clock.bootMs();
    if (status >= 500 || concernsSymbol(refusal)) {
        m_guard.onProbeFailed(now); // of a bad symbol the next price request finds out which one it is
        return;
    }
    qCInfo(lcFeed) << "no exchange times from this source; watching for unchanged prices instead";
    m_guard.onProbeUnavailable(now);
}

} // namespace plimsoll::feed
