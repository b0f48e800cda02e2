// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/candlejoin.h"

#include "wire/unpacked.h"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

namespace plimsoll::wire {

namespace {

enum class Origin { Row, Name, Nothing }; // of a length, the best first

struct Row {
    const CandleSource *file;
    Candle candle;
    Origin origin;

    [[nodiscard]] std::string place() const { return file->name + ": line " + std::to_string(candle.line); }
};

Row rowOf(const CandleSource &file, const Candle &candle)
{
    Row row {&file, candle, Origin::Row};
    if (candle.length == 0) {
        row.candle.length = file.interval;
        row.origin = file.interval > 0 ? Origin::Name : Origin::Nothing;
    }
    return row;
}

// By time; of one time the best known length first, then by name, so that nothing rests on the order of the files.
std::vector<Row> sortedRows(const std::vector<const CandleSource *> &files)
{
    std::vector<Row> rows;
    for (const CandleSource *file : files) {
        for (const Candle &candle : file->candles) {
            rows.push_back(rowOf(*file, candle));
        }
    }
    std::ranges::sort(rows, {}, [](const Row &row) {
        return std::tuple(row.candle.openTime, row.origin, std::string_view(row.file->name), row.candle.line);
    });
    return rows;
}

bool agree(const Row &kept, const Row &other)
{
    const Candle &a = kept.candle;
    const Candle &b = other.candle;
    const bool lengths = kept.origin != other.origin || a.length == b.length;
    return lengths && std::tie(a.open, a.high, a.low, a.close) == std::tie(b.open, b.high, b.low, b.close);
}

Result<std::vector<Row>> withoutRepeats(const std::vector<Row> &rows)
{
    std::vector<Row> kept;
    kept.reserve(rows.size());
    for (const Row &row : rows) {
        if (kept.empty() || kept.back().candle.openTime != row.candle.openTime) {
            kept.push_back(row);
        } else if (!agree(kept.back(), row)) {
            return Error {ErrorCode::Malformed, row.place(),
                          "another candle of this time stands in " + kept.back().place()};
        }
    }
    return kept;
}

// How often each length is there.
using Count = std::map<std::int64_t, std::size_t>;

// The most common one, where it is only one.
std::optional<std::int64_t> usual(const Count &count)
{
    const auto most = std::ranges::max_element(count, {}, &Count::value_type::second);
    const bool isOnly = most != count.end() && std::ranges::count(count, most->second, &Count::value_type::second) == 1;
    return isOnly ? std::optional(most->first) : std::nullopt;
}

// Lengths that neither a row nor a name tells: the usual distance to the next candle, which may stand in another file.
Result<Done> completeLengths(std::vector<Row> &rows)
{
    std::map<const CandleSource *, Count> ofFile;
    Count ofAll;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        if (rows[i - 1].origin == Origin::Nothing) {
            const std::int64_t distance = rows[i].candle.openTime - rows[i - 1].candle.openTime;
            ++ofFile[rows[i - 1].file][distance];
            ++ofAll[distance];
        }
    }
    const auto ofSymbol = usual(ofAll);
    for (Row &row : rows) {
        if (row.origin != Origin::Nothing) {
            continue;
        }
        const auto own = usual(ofFile[row.file]);
        if (!own && !ofSymbol) {
            return Error {
                ErrorCode::Malformed, row.place(),
                "how long this candle is cannot be told: no close time, no interval in the name of the file (as in "
                "ETHUSDT-1h-x.csv), and no usual distance between its candles"};
        }
        row.candle.length = own ? *own : *ofSymbol;
    }
    return Done {};
}

// A candle inside one of another file: two lengths over one time, of which one is the sum of the other.
Result<Done> checkNesting(const std::vector<Row> &rows)
{
    for (std::size_t i = 1; i < rows.size(); ++i) {
        const Row &outer = rows[i - 1];
        const Row &inner = rows[i];
        const bool inside = inner.candle.openTime + inner.candle.length <= outer.candle.openTime + outer.candle.length;
        if (inside && inner.file != outer.file) {
            return Error {ErrorCode::Malformed, inner.place(), "this candle lies inside the one of " + outer.place()};
        }
    }
    return Done {};
}

CandleSeries seriesOf(const std::string &symbol, const std::vector<Row> &rows)
{
    CandleSeries series {symbol, 0, {}};
    Count lengths;
    series.candles.reserve(rows.size());
    for (const Row &row : rows) {
        series.candles.push_back(row.candle);
        ++lengths[row.candle.length];
    }
    for (const auto &[length, count] : lengths) { // of equally common ones the longest
        series.interval = series.interval == 0 || count >= lengths[series.interval] ? length : series.interval;
    }
    return series;
}

Result<CandleSeries> joined(const std::string &symbol, const std::vector<const CandleSource *> &files)
{
    auto rows = withoutRepeats(sortedRows(files));
    if (!rows) {
        return rows.error();
    }
    if (const auto complete = completeLengths(rows.value()); !complete) {
        return complete.error();
    }
    if (const auto apart = checkNesting(*rows); !apart) {
        return apart.error();
    }
    return seriesOf(symbol, *rows);
}

} // namespace

Result<std::vector<CandleSeries>> joinCandles(const std::vector<CandleSource> &files)
{
    std::map<std::string, std::vector<const CandleSource *>> bySymbol;
    for (const CandleSource &file : files) {
        bySymbol[file.symbol].push_back(&file);
    }
    std::vector<CandleSeries> all;
    for (auto &[symbol, sources] : bySymbol) {
        auto series = joined(symbol, sources);
        if (!series) {
            return series.error();
        }
        all.push_back(std::move(series).value());
    }
    return all;
}

Result<CandleSource> readCandleSource(const std::string &label, const std::string &name, std::string bytes)
{
    const auto inFile = [&label](Error error) {
        error.place = error.place.empty() ? label : label + ": " + error.place;
        return error;
    };
    const auto text = unpacked(std::move(bytes));
    if (!text) {
        return inFile(text.error());
    }
    auto candles = parseCandles(*text);
    if (!candles) {
        return inFile(candles.error());
    }
    return CandleSource {label, symbolOfFileName(name), intervalOfFileName(name), std::move(candles).value()};
}

} // namespace plimsoll::wire
