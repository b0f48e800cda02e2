// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/klineparser.h"

#include "wire/exchangetime.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <string>

namespace plimsoll::wire {

namespace {

namespace dom = simdjson::dom;
using simdjson::SUCCESS;

constexpr std::size_t kMostBytes = std::size_t {1024} * 1024; // a full answer has about 200 kB
constexpr std::size_t kMostDepth = 4;
constexpr std::size_t kFewestBytes = 32;
constexpr std::size_t kColumns = 12;
constexpr std::size_t kCloseTimeColumn = 6;
constexpr std::array<const char *, 5> kNames {"openTime", "open", "high", "low", "close"};

Error malformed(const std::string &place, const std::string &detail)
{
    return {ErrorCode::Malformed, place, detail};
}

Result<margin::Decimal> priceOf(dom::element value, const std::string &place)
{
    std::string_view text;
    if (value.get(text) != SUCCESS) {
        return malformed(place, "the price is not a text");
    }
    auto price = margin::Decimal::parse(text);
    if (!price) {
        return price.error().at(place);
    }
    return price->isPositive() ? price : malformed(place, "a price must be above 0");
}

Result<Candle> candleOf(dom::element row, const std::string &place)
{
    dom::array columns;
    if (row.get(columns) != SUCCESS || columns.size() != kColumns) {
        return malformed(place, "an array of " + std::to_string(kColumns) + " is needed here");
    }
    Candle candle;
    std::int64_t openTime = 0;
    if (columns.at(0).get(openTime) != SUCCESS || openTime < 0 || openTime >= kLastTime) {
        return malformed(place + "." + kNames[0], "the open time is not in milliseconds");
    }
    candle.openTime = WallTime::ofMs(openTime);
    const std::array prices {&candle.open, &candle.high, &candle.low, &candle.close};
    for (std::size_t i = 0; i < prices.size(); ++i) {
        const auto price = priceOf(columns.at(i + 1).value_unsafe(), place + "." + kNames[i + 1]);
        if (!price) {
            return price.error();
        }
        *prices[i] = *price;
    }
    if (candle.low > std::min(candle.open, candle.close) || candle.high < std::max(candle.open, candle.close)) {
        return malformed(place, "open and close must lie between low and high");
    }
    std::int64_t closeTime = 0;
    if (columns.at(kCloseTimeColumn).get(closeTime) != SUCCESS || closeTime < openTime || closeTime >= kLastTime) {
        return malformed(place + ".closeTime", "the close time is not after the open time");
    }
    candle.length = closeTime + 1 - openTime;
    return candle;
}

} // namespace

Result<CandleSeries> parseKlines(std::string_view body, std::string_view symbol, std::int64_t interval)
{
    if (body.size() > kMostBytes) {
        return malformed("", "the answer is too long");
    }
    dom::parser parser;
    dom::array rows;
    auto failed = parser.allocate(std::max(body.size(), kFewestBytes), kMostDepth);
    if (failed == SUCCESS) {
        failed = parser.parse(simdjson::padded_string(body)).get(rows);
    }
    if (failed != SUCCESS) {
        return malformed("", std::string("this is not a list of candles: ") + simdjson::error_message(failed));
    }
    if (rows.size() > kMostCandles) {
        return malformed("", "there are more than " + std::to_string(kMostCandles) + " candles");
    }
    CandleSeries series {std::string(symbol), interval, {}};
    series.candles.reserve(rows.size());
    for (const dom::element row : rows) {
        const std::string place = "[" + std::to_string(series.candles.size()) + "]";
        const auto candle = candleOf(row, place);
        if (!candle) {
            return candle.error();
        }
        if (!series.candles.empty() && candle->openTime <= series.candles.back().openTime) {
            return malformed(place + "." + kNames[0], "the open time is not after the one before");
        }
        series.candles.push_back(*candle);
    }
    return series;
}

} // namespace plimsoll::wire
