// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/candlefile.h"

#include <algorithm>
#include <array>
#include <utility>

namespace plimsoll::wire {

namespace {

constexpr std::size_t kOwnColumns = 6;
constexpr std::size_t kKlineColumns = 12;
constexpr std::size_t kPriceColumns = 5; // the open time and four prices
constexpr std::size_t kCloseTimeColumn = 6; // behind the volume
constexpr std::size_t kUsedColumns = kCloseTimeColumn + 1;

Error malformed(std::size_t line, const std::string &detail)
{
    return {ErrorCode::Malformed, "line " + std::to_string(line), detail};
}

// Cuts the next line off the front; a trailing carriage return belongs to the line end.
std::string_view takeLine(std::string_view &text)
{
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (line.ends_with('\r')) {
        line.remove_suffix(1);
    }
    return line;
}

struct Columns {
    std::array<std::string_view, kUsedColumns> used;
    std::size_t count = 0;
};

Columns split(std::string_view line)
{
    Columns columns;
    while (true) {
        const std::size_t comma = line.find(',');
        if (columns.count < kUsedColumns) {
            columns.used[columns.count] = line.substr(0, comma);
        }
        ++columns.count;
        if (comma == std::string_view::npos) {
            return columns;
        }
        line.remove_prefix(comma + 1);
    }
}

// Times are told apart by their size: from 1970-04-26 on milliseconds, from 1973 on microseconds. Seconds of this
// century would be milliseconds of early 1970, and nanoseconds the microseconds of the year 5138: neither is meant by
// anyone.
Result<WallTime> timeOf(std::string_view text, std::size_t line, const std::string &name)
{
    constexpr std::size_t kMostDigits = 18;
    constexpr std::int64_t kFirstSeconds = 1'000'000'000;
    constexpr std::int64_t kLastSeconds = 10'000'000'000;
    constexpr std::int64_t kFirstMicroseconds = 100'000'000'000'000;
    constexpr std::int64_t kFirstNanoseconds = 100'000'000'000'000'000;
    const bool isWhole = !text.empty() && text.size() <= kMostDigits
        && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
    if (!isWhole) {
        return malformed(line, "the " + name + " is not a whole number: \"" + std::string(text.substr(0, 60)) + "\"");
    }
    std::int64_t time = 0;
    for (const char c : text) {
        time = time * 10 + (c - '0');
    }
    if ((time >= kFirstSeconds && time < kLastSeconds) || time >= kFirstNanoseconds) {
        return malformed(line,
                         "the " + name + " is in " + (time < kLastSeconds ? "seconds" : "nanoseconds")
                             + "; milliseconds or microseconds are needed");
    }
    return WallTime::ofMs(time >= kFirstMicroseconds ? time / 1000 : time);
}

// What the row itself says: close times are the last moment that belongs to a candle.
Result<std::int64_t> lengthOf(const Columns &columns, WallTime openTime, std::size_t line)
{
    constexpr std::int64_t kMonth = std::int64_t {31} * 24 * 3'600'000;
    if (columns.count != kKlineColumns) {
        return 0;
    }
    const auto closeTime = timeOf(columns.used[kCloseTimeColumn], line, "close time");
    if (!closeTime) {
        return closeTime.error();
    }
    if (*closeTime < openTime || *closeTime - openTime >= kMonth) {
        return malformed(line,
                         *closeTime < openTime ? "the close time is before the open time"
                                               : "the close time is more than a month after the open time");
    }
    return *closeTime + 1 - openTime;
}

Result<Candle> candleOf(const Columns &columns, std::size_t line)
{
    constexpr std::array<const char *, kPriceColumns> kNames {"open time", "open", "high", "low", "close"};
    const auto time = timeOf(columns.used[0], line, kNames[0]);
    if (!time) {
        return time.error();
    }
    std::array<margin::Decimal, kPriceColumns> prices;
    for (std::size_t i = 1; i < kPriceColumns; ++i) {
        const auto price = margin::Decimal::parse(columns.used[i]);
        const std::string place = price && price->isPositive() ? std::string()
                                                               : "line " + std::to_string(line) + ", " + kNames[i];
        if (!price) {
            return price.error().at(place);
        }
        if (!price->isPositive()) {
            return Error {ErrorCode::Malformed, place, "a price must be above 0"};
        }
        prices[i] = *price;
    }
    const auto [open, high, low, close] = std::array {prices[1], prices[2], prices[3], prices[4]};
    if (low > std::min(open, close) || high < std::max(open, close)) {
        return malformed(line, "open and close must lie between low and high");
    }
    const auto length = lengthOf(columns, *time, line);
    if (!length) {
        return length.error();
    }
    return Candle {*time, open, high, low, close, *length, line};
}

bool isHeader(std::string_view line)
{
    return line.front() < '0' || line.front() > '9';
}

std::string_view fileNameOf(std::string_view path)
{
    const std::size_t slash = path.find_last_of('/');
    return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

// "15m" -> 900,000; 0 for anything else.
std::int64_t intervalOf(std::string_view word)
{
    constexpr std::int64_t kSecond = 1000;
    constexpr std::array<std::pair<char, std::int64_t>, 5> kUnits {{{'s', kSecond},
                                                                    {'m', 60 * kSecond},
                                                                    {'h', 3600 * kSecond},
                                                                    {'d', 24 * 3600 * kSecond},
                                                                    {'w', 7 * 24 * 3600 * kSecond}}};
    constexpr std::size_t kMostLetters = 3;
    const auto unit = word.empty() ? kUnits.end()
                                   : std::ranges::find(kUnits, word.back(), &std::pair<char, std::int64_t>::first);
    if (unit == kUnits.end() || word.size() > kMostLetters) {
        return 0;
    }
    std::int64_t count = 0;
    for (const char c : word.substr(0, word.size() - 1)) {
        if (c < '0' || c > '9') {
            return 0;
        }
        count = count * 10 + (c - '0');
    }
    return count * unit->second;
}

} // namespace

Result<std::vector<Candle>> parseCandles(std::string_view text)
{
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    constexpr std::size_t kUsualRow = 60;
    if (text.starts_with(kByteOrderMark)) {
        text.remove_prefix(kByteOrderMark.size());
    }
    std::vector<Candle> candles;
    candles.reserve(text.size() / kUsualRow);
    std::size_t expected = 0; // columns, from the first line on
    for (std::size_t line = 1; !text.empty(); ++line) {
        const std::string_view row = takeLine(text);
        if (row.empty()) {
            continue;
        }
        const Columns columns = split(row);
        if (columns.count != (expected == 0 ? columns.count : expected)
            || (columns.count != kOwnColumns && columns.count != kKlineColumns)) {
            return malformed(line,
                             std::to_string(columns.count)
                                 + " columns; 6 (own format) or 12 (exchange klines) are needed, in every line");
        }
        const bool isFirst = expected == 0;
        expected = columns.count;
        if (isFirst && isHeader(row)) {
            continue;
        }
        auto candle = candleOf(columns, line);
        if (!candle) {
            return candle.error();
        }
        if (!candles.empty() && candle->openTime <= candles.back().openTime) {
            return malformed(line, "the open time is not after the one of the line before");
        }
        candles.push_back(*candle);
    }
    if (candles.empty()) {
        return Error {ErrorCode::Malformed, {}, "there are no candles in this file"};
    }
    return candles;
}

std::string symbolOfFileName(std::string_view path)
{
    const std::string_view name = fileNameOf(path);
    return std::string(name.substr(0, name.find_first_of("-.")));
}

std::int64_t intervalOfFileName(std::string_view path)
{
    constexpr std::string_view kSeparators = "-_.";
    std::string_view rest = fileNameOf(path);
    for (std::size_t end = rest.find_first_of(kSeparators); end != std::string_view::npos;
         end = rest.find_first_of(kSeparators)) {
        rest.remove_prefix(end + 1); // the first word is the symbol
        if (const std::int64_t interval = intervalOf(rest.substr(0, rest.find_first_of(kSeparators))); interval > 0) {
            return interval;
        }
    }
    return 0;
}

} // namespace plimsoll::wire
