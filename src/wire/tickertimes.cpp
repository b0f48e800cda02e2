// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/exchangetime.h"
#include "wire/symbolindex.h"
#include "wire/tickerparser.h"

#include <simdjson.h>

#include <algorithm>

namespace plimsoll::wire {

namespace {

namespace dom = simdjson::dom;
using simdjson::SUCCESS;

constexpr std::size_t kMostBytes = std::size_t {16} * 1024 * 1024;
constexpr std::size_t kMostErrorBytes = 64 * 1024;
constexpr std::size_t kMostDepth = 16;
constexpr std::size_t kFewestBytes = 32;

simdjson::error_code parse(dom::parser &parser, std::string_view body, dom::element &root)
{
    const auto failed = parser.allocate(std::max(body.size(), kFewestBytes), kMostDepth);
    return failed != SUCCESS ? failed : parser.parse(simdjson::padded_string(body)).get(root);
}

std::optional<std::int64_t> wholeNumber(dom::element item, const char *key)
{
    std::int64_t number = 0;
    return item[key].get(number) == SUCCESS && number >= 0 ? std::optional(number) : std::nullopt;
}

// Newest time per symbol while a list is read.
class Collector
{
public:
    void add(dom::element item)
    {
        std::string_view symbol;
        if (item["symbol"].get(symbol) != SUCCESS || symbol.empty()) {
            return;
        }
        const std::int64_t told = wholeNumber(item, "closeTime").value_or(0);
        const WallTime time = WallTime::ofMs(told < kLastTime ? told : 0);
        const auto count = wholeNumber(item, "count");
        const auto position = static_cast<std::uint32_t>(m_times.size());
        const auto nameAt = [this](std::uint32_t at) -> std::string_view { return m_times[at].symbol; };
        const auto first = m_seen.findOrAdd(symbol, position, nameAt);
        if (first == position) {
            m_times.push_back({std::string(symbol), time, count});
        } else {
            m_times[first].closeTime = std::max(m_times[first].closeTime, time);
            m_times[first].count = std::max(m_times[first].count, count);
        }
    }

    std::vector<TickerTime> take() { return std::move(m_times); }

private:
    std::vector<TickerTime> m_times;
    SymbolIndex m_seen;
};

std::int64_t bannedUntilOf(std::string_view message)
{
    constexpr std::string_view kMarker = "banned until ";
    constexpr std::size_t kMostDigits = 15;
    const std::size_t at = message.find(kMarker);
    if (at == std::string_view::npos) {
        return 0;
    }
    std::int64_t time = 0;
    std::size_t digits = 0;
    for (const char c : message.substr(at + kMarker.size())) {
        if (c < '0' || c > '9') {
            break;
        }
        if (++digits > kMostDigits) {
            return 0;
        }
        time = time * 10 + (c - '0');
    }
    return time;
}

} // namespace

Result<std::vector<TickerTime>> parseTickerTimes(std::string_view body)
{
    dom::parser parser(kMostBytes);
    dom::element root;
    if (const auto failed = parse(parser, body, root); failed != SUCCESS) {
        return Error {ErrorCode::Malformed, {}, std::string("this is not JSON: ") + simdjson::error_message(failed)};
    }
    Collector collector;
    if (root.is_object()) {
        collector.add(root);
        return collector.take();
    }
    dom::array list;
    if (root.get(list) != SUCCESS) {
        return Error {ErrorCode::Malformed, {}, "a list of tickers is an array or an object"};
    }
    for (const dom::element item : list) {
        collector.add(item);
    }
    return collector.take();
}

ExchangeError parseExchangeError(std::string_view body)
{
    ExchangeError error;
    if (body.size() > kMostErrorBytes) {
        return error;
    }
    dom::parser parser(kMostErrorBytes);
    dom::element root;
    std::int64_t code = 0;
    std::string_view message;
    if (parse(parser, body, root) != SUCCESS || root["code"].get(code) != SUCCESS
        || root["msg"].get(message) != SUCCESS) {
        return error;
    }
    if (code < INT32_MIN || code > INT32_MAX) {
        return error;
    }
    error.code = static_cast<int>(code);
    error.message = message;
    error.bannedUntil = WallTime::ofMs(bannedUntilOf(message));
    return error;
}

} // namespace plimsoll::wire
