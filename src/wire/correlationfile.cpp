// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/correlationfile.h"

#include "wire/document.h"
#include "wire/jsonreader.h"
#include "wire/jsonwriter.h"

#include <algorithm>
#include <array>

namespace plimsoll::wire {

namespace {

using margin::Decimal;
using simdjson::dom::element;

constexpr DocumentRule kRule {"plimsoll-correlation", "correlation", std::size_t {1024} * 1024};
constexpr std::size_t kMostAssets = 500;
constexpr std::array<std::string_view, 4> kRootFields {"format", "version", "assets", "correlation"};

std::string cellPlace(std::size_t row, std::size_t column)
{
    return indexed(indexed("correlation", row), column);
}

std::vector<std::string> readAssets(const ObjectReader &reader, Problem &problem)
{
    std::vector<std::string> assets;
    for (const element &item : reader.array("assets")) {
        const std::string place = indexed("assets", assets.size());
        std::string_view text;
        if (item.get(text) != simdjson::SUCCESS) {
            problem.report(ErrorCode::Malformed, place, "a text is needed here");
        } else if (const auto fits = margin::checkName(text); !fits) {
            problem.report(fits.error().at(place));
        } else if (std::ranges::find(assets, text) != assets.end()) {
            problem.report(ErrorCode::DuplicateEntry, place, "this asset stands here twice");
        }
        assets.emplace_back(text);
        if (assets.size() > kMostAssets) {
            problem.report(ErrorCode::Malformed, "assets", "more than 500 assets");
            break;
        }
    }
    return assets;
}

Decimal readCell(const element &item, const std::string &place, Problem &problem)
{
    std::string_view text;
    if (item.get(text) != simdjson::SUCCESS) {
        problem.report(ErrorCode::Malformed, place, "a number as a text is needed here");
        return {};
    }
    const auto value = Decimal::parseSigned(text);
    if (!value) {
        problem.report(value.error().at(place));
        return {};
    }
    const Decimal one = Decimal::fromInteger(1);
    if (*value > one || *value < -one) {
        problem.report(ErrorCode::Malformed, place, "a correlation is within -1 and 1");
    }
    return *value;
}

std::vector<Decimal> readRow(const element &item, std::size_t row, Problem &problem)
{
    std::vector<Decimal> cells;
    simdjson::dom::array array;
    if (item.get(array) != simdjson::SUCCESS) {
        problem.report(ErrorCode::Malformed, indexed("correlation", row), "an array is needed here");
        return cells;
    }
    for (const element &cell : array) {
        if (cells.size() == kMostAssets) {
            break;
        }
        cells.push_back(readCell(cell, cellPlace(row, cells.size()), problem));
    }
    return cells;
}

void checkShape(const CorrelationTable &table, Problem &problem)
{
    const std::size_t size = table.assets.size();
    if (table.rows.size() != size) {
        problem.report(ErrorCode::Malformed, "correlation", "one row per asset is needed");
        return;
    }
    for (std::size_t i = 0; i < size; ++i) {
        if (table.rows[i].size() != size) {
            problem.report(ErrorCode::Malformed, indexed("correlation", i), "one number per asset is needed");
            return;
        }
        if (table.rows[i][i] != Decimal::fromInteger(1)) {
            problem.report(ErrorCode::Malformed, cellPlace(i, i), "an asset moves with itself: 1");
        }
        for (std::size_t j = 0; j < i; ++j) {
            if (table.rows[i][j] != table.rows[j][i]) {
                problem.report(ErrorCode::Malformed, cellPlace(i, j), "differs from " + cellPlace(j, i));
            }
        }
    }
}

} // namespace

Result<CorrelationTable> parseCorrelations(std::string_view bytes)
{
    Problem problem;
    CorrelationTable table;
    const auto read = readDocument(bytes, kRule, problem, [&](const element &root) {
        const ObjectReader reader(root, "", kRootFields, problem);
        table.assets = readAssets(reader, problem);
        for (const element &item : reader.array("correlation")) {
            if (table.rows.size() > kMostAssets) {
                break;
            }
            table.rows.push_back(readRow(item, table.rows.size(), problem));
        }
        checkShape(table, problem);
    });
    return read ? Result<CorrelationTable>(std::move(table)) : read.error();
}

std::string writeCorrelations(const CorrelationTable &table)
{
    JsonWriter json(2);
    json.beginObject();
    json.key("format").string(kRule.format);
    json.key("version").integer(1);
    json.key("assets").beginArray();
    for (const std::string &asset : table.assets) {
        json.string(asset);
    }
    json.endArray().key("correlation").beginArray();
    for (const std::vector<Decimal> &row : table.rows) {
        json.beginArray();
        for (const Decimal cell : row) {
            json.decimal(cell);
        }
        json.endArray();
    }
    json.endArray().endObject();
    return json.text() + "\n";
}

} // namespace plimsoll::wire
