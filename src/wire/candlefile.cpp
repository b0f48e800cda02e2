// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/candlefile.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <limits>
#include <memory>
#include <optional>

namespace plimsoll::wire {

namespace {

constexpr std::size_t kOwnColumns = 6;
constexpr std::size_t kKlineColumns = 12;
constexpr std::size_t kUsedColumns = 5;
constexpr std::int64_t kFirstMicroseconds = 100'000'000'000'000; // as ms this is the year 5138, as us it is 1973

Error malformed(std::size_t line, const std::string &detail)
{
    return { ErrorCode::Malformed, "line " + std::to_string(line), detail };
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

std::optional<std::int64_t> millisecondsOf(std::string_view text)
{
    constexpr std::size_t kMostDigits = 18;
    if (text.empty() || text.size() > kMostDigits) {
        return std::nullopt;
    }
    std::int64_t time = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') {
            return std::nullopt;
        }
        time = time * 10 + (c - '0');
    }
    return time >= kFirstMicroseconds ? time / 1000 : time;
}

Result<Candle> candleOf(const Columns &columns, std::size_t line)
{
    constexpr std::array<const char *, kUsedColumns> kNames{ "open time", "open", "high", "low", "close" };
    const auto time = millisecondsOf(columns.used[0]);
    if (!time) {
        return malformed(
            line, "the open time is not a whole number: \"" + std::string(columns.used[0].substr(0, 60)) + "\"");
    }
    std::array<margin::Decimal, kUsedColumns> prices;
    for (std::size_t i = 1; i < kUsedColumns; ++i) {
        const auto price = margin::Decimal::parse(columns.used[i]);
        const std::string place
            = price && price->isPositive() ? std::string() : "line " + std::to_string(line) + ", " + kNames[i];
        if (!price) {
            return price.error().at(place);
        }
        if (!price->isPositive()) {
            return Error{ ErrorCode::Malformed, place, "a price must be above 0" };
        }
        prices[i] = *price;
    }
    const auto [open, high, low, close] = std::array{ prices[1], prices[2], prices[3], prices[4] };
    if (low > std::min(open, close) || high < std::max(open, close)) {
        return malformed(line, "open and close must lie between low and high");
    }
    return Candle{ *time, open, high, low, close };
}

std::int64_t smallestStep(const std::vector<Candle> &candles)
{
    constexpr std::int64_t kMinute = 60'000;
    if (candles.size() < 2) {
        return kMinute;
    }
    std::int64_t step = std::numeric_limits<std::int64_t>::max();
    for (std::size_t i = 1; i < candles.size(); ++i) {
        step = std::min(step, candles[i].openTime - candles[i - 1].openTime);
    }
    return step;
}

bool isHeader(std::string_view line)
{
    return line.front() < '0' || line.front() > '9';
}

struct InflateEnd {
    void operator()(z_stream *stream) const { inflateEnd(stream); }
};

bool isGzip(std::string_view bytes)
{
    return bytes.starts_with("\x1f\x8b");
}

Error notGzip(const std::string &detail)
{
    return { ErrorCode::Malformed, {}, "the gzip data " + detail };
}

// Appends one member of a gzip file; `input` is moved behind it.
Result<Done> inflateMember(std::string_view &input, std::string &output, std::size_t limit)
{
    constexpr int kGzipWindow = 15 + 16;
    constexpr std::size_t kChunk = 256 * 1024;
    z_stream stream{};
    if (inflateInit2(&stream, kGzipWindow) != Z_OK) {
        return notGzip("could not be read: no memory");
    }
    const std::unique_ptr<z_stream, InflateEnd> guard(&stream);
    std::string chunk(kChunk, '\0');
    int state = Z_OK;
    while (state != Z_STREAM_END) {
        const std::size_t offered = std::min<std::size_t>(input.size(), std::numeric_limits<uInt>::max());
        stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(input.data())); // zlib reads only
        stream.avail_in = static_cast<uInt>(offered);
        stream.next_out = reinterpret_cast<Bytef *>(chunk.data());
        stream.avail_out = static_cast<uInt>(chunk.size());
        state = inflate(&stream, Z_NO_FLUSH);
        const std::size_t made = chunk.size() - stream.avail_out;
        const std::size_t taken = offered - stream.avail_in;
        if ((state != Z_OK && state != Z_STREAM_END) || (state == Z_OK && made == 0 && taken == 0)) {
            return notGzip(input.empty() ? "ends too early" : "is damaged");
        }
        if (made > limit - output.size()) {
            return notGzip("unpacks to more than " + std::to_string(limit) + " bytes");
        }
        input.remove_prefix(taken);
        output.append(chunk, 0, made);
    }
    return Done{};
}

} // namespace

Result<CandleSeries> parseCandles(std::string_view text, std::string_view symbol)
{
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    constexpr std::size_t kUsualRow = 60;
    if (text.starts_with(kByteOrderMark)) {
        text.remove_prefix(kByteOrderMark.size());
    }
    CandleSeries series;
    series.symbol = symbol;
    series.candles.reserve(text.size() / kUsualRow);
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
        if (!series.candles.empty() && candle->openTime <= series.candles.back().openTime) {
            return malformed(line, "the open time is not after the one of the line before");
        }
        series.candles.push_back(*candle);
    }
    if (series.candles.empty()) {
        return Error{ ErrorCode::Malformed, {}, "there are no candles in this file" };
    }
    series.interval = smallestStep(series.candles);
    return series;
}

std::string symbolOfFileName(std::string_view path)
{
    const std::size_t slash = path.find_last_of('/');
    const std::string_view name = slash == std::string_view::npos ? path : path.substr(slash + 1);
    return std::string(name.substr(0, name.find_first_of("-.")));
}

Result<std::string> inflated(std::string bytes, std::size_t limit)
{
    if (!isGzip(bytes)) {
        if (bytes.size() > limit) {
            return Error{ ErrorCode::Malformed, {}, "the file has more than " + std::to_string(limit) + " bytes" };
        }
        return bytes;
    }
    std::string output;
    std::string_view input = bytes;
    while (!input.empty()) { // a gzip file may be several, one after the other
        if (!isGzip(input)) {
            return notGzip("is followed by something else");
        }
        if (const auto done = inflateMember(input, output, limit); !done) {
            return done.error();
        }
    }
    return output;
}

} // namespace plimsoll::wire
