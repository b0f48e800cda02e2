// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/exchangewords.h"

#include "feed/tickerrequest.h"
#include "ports/logging.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace plimsoll::feed {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kCheapSymbols = 20; // weight 2 up to here
constexpr std::size_t kMostSymbols = 100;
constexpr std::size_t kMostCheap = 10; // requests; more symbols than that are asked for in long lists
// From the best form to the plainest: with a short answer, as ever, the whole list.
constexpr std::size_t kTimesForms = 3;
constexpr std::size_t kStatusesForms = 2;

bool isAbsent(int status)
{
    return status == 403 || status == 404 || status == 410 || status == 451 || status == 501;
}

std::unordered_set<std::string> setOf(const std::vector<std::string> &symbols)
{
    return {symbols.begin(), symbols.end()};
}

} // namespace

void ExchangeWords::begin(const std::vector<std::string> &symbols, BootTime bootTime)
{
    m_questions.clear();
    m_symbols = symbols;
    if (symbols.empty()) {
        return;
    }
    if (m_guard.timesDue(bootTime, symbols)) {
        ask(true, symbols);
    }
    if (m_guard.statusesDue(bootTime, symbols)) {
        ask(false, symbols);
    }
}

void ExchangeWords::ask(bool times, const std::vector<std::string> &symbols)
{
    const QString path = times ? u"/api/v3/ticker/24hr"_s : u"/api/v3/exchangeInfo"_s;
    const std::size_t form = times ? m_timesForm : m_statusesForm;
    if (form + 1 == (times ? kTimesForms : kStatusesForms)) {
        m_questions.push_back({times, symbols, path, {}});
        return;
    }
    const std::size_t size = times && symbols.size() <= kCheapSymbols * kMostCheap ? kCheapSymbols : kMostSymbols;
    const QString tail = times && form == 0 ? u"&type=MINI"_s : QString();
    for (std::size_t at = 0; at < symbols.size(); at += size) {
        const auto first = symbols.begin() + static_cast<std::ptrdiff_t>(at);
        const auto last = symbols.begin() + static_cast<std::ptrdiff_t>(std::min(at + size, symbols.size()));
        std::vector<std::string> part(first, last);
        const QString query = symbolsParameter(part) + tail;
        m_questions.push_back({times, std::move(part), path, query});
    }
}

WallTime ExchangeWords::answered(const HttpAnswer &answer, BootTime bootTime)
{
    const Question question = std::move(m_questions.front());
    m_questions.pop_front();
    if (!answer.error.isEmpty()) {
        onFailed(question, bootTime);
        if (answer.status == 0) {
            m_questions.clear(); // what does not answer at all must not hold up the prices twice
        }
        return 0;
    }
    if (answer.status == 200) {
        return onGood(question, answer.body, bootTime);
    }
    onRefused(question, answer, bootTime);
    return 0;
}

WallTime ExchangeWords::onGood(const Question &question, const QByteArray &body, BootTime bootTime)
{
    if (question.isTimes) {
        auto times = wire::parseTickerTimes(viewOf(body));
        return takeTimes(question, times ? std::move(times).value() : std::vector<wire::TickerTime> {}, bootTime);
    }
    auto info = wire::parseExchangeInfo(viewOf(body));
    if (info) {
        takeStatuses(question, std::move(info).value(), bootTime);
    } else {
        onFailed(question, bootTime);
    }
    return 0;
}

WallTime ExchangeWords::takeTimes(const Question &question, std::vector<wire::TickerTime> times, BootTime bootTime)
{
    const auto asked = setOf(question.symbols); // a source may answer with everything
    std::erase_if(times, [&asked](const wire::TickerTime &time) { return !asked.contains(time.symbol); });
    if (times.empty()) {
        onFailed(question, bootTime);
        return 0;
    }
    m_guard.asked(bootTime, question.symbols);
    m_guard.onTimes(bootTime, times);
    return std::ranges::max(times, {}, &wire::TickerTime::closeTime).closeTime;
}

void ExchangeWords::takeStatuses(const Question &question, wire::ExchangeInfo info, BootTime bootTime)
{
    const auto asked = setOf(question.symbols);
    std::erase_if(info.symbols, [&asked](const wire::SymbolStatus &one) { return !asked.contains(one.symbol); });
    m_guard.asked(bootTime, question.symbols);
    m_guard.onStatuses(bootTime, info);
}

void ExchangeWords::onFailed(const Question &question, BootTime bootTime)
{
    question.isTimes ? m_guard.onTimesFailed(bootTime) : m_guard.onStatusesFailed(bootTime);
}

void ExchangeWords::onRefused(const Question &question, const HttpAnswer &answer, BootTime bootTime)
{
    const wire::ExchangeError refusal = wire::parseExchangeError(viewOf(answer.body));
    if (answer.status >= 500 && !isAbsent(answer.status)) {
        onFailed(question, bootTime);
        return;
    }
    if (concernsSymbol(refusal)) { // the next price request finds out which one it is
        onFailed(question, bootTime);
        return;
    }
    std::size_t &form = question.isTimes ? m_timesForm : m_statusesForm;
    std::erase_if(m_questions, [&question](const Question &one) { return one.isTimes == question.isTimes; });
    if (!isAbsent(answer.status) && form + 1 < (question.isTimes ? kTimesForms : kStatusesForms)) {
        ++form;
        ask(question.isTimes, m_symbols);
        return;
    }
    form = 0; // for the next time, in an hour
    qCInfo(monitor::lcFeed) << "this source does not have" << question.path;
    question.isTimes ? m_guard.onTimesMissing(bootTime) : m_guard.onStatusesMissing(bootTime);
}

} // namespace plimsoll::feed
