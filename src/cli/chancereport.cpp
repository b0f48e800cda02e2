// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/chancereport.h"

#include "cli/chanceoptions.h"
#include "cli/terminal.h"
#include "wire/jsonwriter.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <set>

namespace plimsoll::cli {

namespace {

using chance::HorizonChance;
using chance::MethodChances;
using chance::Probability;
using margin::Decimal;
using wire::JsonWriter;

constexpr int kMoneyDigits = 8;

// An estimate as an amount: to 8 digits after the point, at the end of the range where it is beyond.
Decimal amount(double value, int digits = kMoneyDigits)
{
    constexpr double kMost = 9e17;
    constexpr double kUnits = 1e8;
    const double inside = std::clamp(value, -kMost, kMost);
    const auto units = static_cast<margin::Int128>(std::round(inside * kUnits));
    return Decimal::fromMantissa(units * (Decimal::kOne / 100'000'000)).rounded(digits, margin::Rounding::HalfUp);
}

std::vector<std::int64_t> ascending(const std::vector<std::int64_t> &horizons)
{
    const std::set<std::int64_t> sorted(horizons.begin(), horizons.end());
    return {sorted.begin(), sorted.end()};
}

void writeProbability(JsonWriter &json, const char *key, const Probability &probability)
{
    json.key(key).beginObject();
    json.key("p").number(probability.p);
    json.key("se").number(probability.error);
    json.endObject();
}

void writeFigures(JsonWriter &json, const HorizonChance &chance)
{
    writeProbability(json, "call", chance.call);
    writeProbability(json, "liquidation", chance.liquidation);
    json.key("minutesFromCallToLiquidation").beginObject();
    json.key("median");
    chance.medianMinutes ? json.number(*chance.medianMinutes) : json.null();
    json.key("p10");
    chance.tenthMinutes ? json.number(*chance.tenthMinutes) : json.null();
    json.endObject();
    json.key("equity").beginObject();
    json.key("var95").decimal(amount(chance.loss.var95));
    json.key("var99").decimal(amount(chance.loss.var99));
    json.key("es95").decimal(amount(chance.loss.es95));
    json.key("es99").decimal(amount(chance.loss.es99));
    json.endObject();
}

// Nothing can be said: nothing is.
void writeNothing(JsonWriter &json)
{
    for (const char *key : {"call", "liquidation", "minutesFromCallToLiquidation", "equity"}) {
        json.key(key).null();
    }
}

void writeAccount(JsonWriter &json, const ChanceReport &report, chance::Method method,
                  const chance::AccountChances &account)
{
    const auto horizons = ascending(report.options.horizons);
    for (std::size_t i = 0; i < horizons.size(); ++i) {
        json.beginObject();
        json.key("account").string(account.id);
        json.key("status").string(margin::statusWord(account.status));
        json.key("horizon").string(horizonWord(horizons[i]));
        json.key("method").string(methodWord(method));
        account.horizons.empty() ? writeNothing(json) : writeFigures(json, account.horizons[i]);
        json.endObject();
    }
}

void writeMarket(JsonWriter &json, const chance::MarketModel &market)
{
    json.key("unit").string(market.unit);
    json.key("assets").beginArray();
    for (const chance::AssetModel &asset : market.assets) {
        json.beginObject();
        json.key("asset").string(asset.asset);
        json.key("sigma").number(asset.sigma);
        json.key("drift").number(asset.drift);
        json.endObject();
    }
    json.endArray().key("correlation").beginArray();
    for (std::size_t i = 0; i < market.correlation.size(); ++i) {
        json.beginArray();
        for (std::size_t j = 0; j < market.correlation.size(); ++j) {
            json.number(market.correlation(i, j));
        }
        json.endArray();
    }
    json.endArray();
}

std::string printed(const char *format, double value)
{
    std::array<char, 64> text {};
    std::snprintf(text.data(), text.size(), format, value);
    return text.data();
}

// Two standard errors are 95 of 100; nothing seen is "below", never "never".
std::string percent(const Probability &probability, std::uint64_t paths)
{
    if (probability.error == 0) {
        return printed("%.0f %%", probability.p * 100);
    }
    if (probability.p == 0) {
        return "< " + printed("%.2g %%", 400 / static_cast<double>(paths));
    }
    return printed("%.2f", probability.p * 100) + printed(" +- %.2f %%", 196 * probability.error);
}

std::string duration(const std::optional<double> &minutes)
{
    if (!minutes) {
        return "-";
    }
    return *minutes < 180 ? printed("%.0f min", *minutes) : printed("%.1f h", *minutes / 60);
}

void addRow(Table &table, const ChanceReport &report, const MethodChances &method, std::size_t account,
            std::size_t horizon)
{
    const chance::AccountChances &chances = method.chances.accounts[account];
    std::vector<std::string> row {printable(chances.id), horizonWord(ascending(report.options.horizons)[horizon]),
                                  methodWord(method.method)};
    if (chances.horizons.empty()) {
        row.insert(row.end(), {std::string(margin::statusWord(chances.status)), "-", "-", "-", "-", "-"});
    } else {
        const HorizonChance &chance = chances.horizons[horizon];
        constexpr int kCents = 2;
        row.insert(row.end(),
                   {percent(chance.call, report.options.paths), percent(chance.liquidation, report.options.paths),
                    duration(chance.medianMinutes), duration(chance.tenthMinutes),
                    amount(chance.loss.var95, kCents).toString(), amount(chance.loss.es95, kCents).toString()});
    }
    table.add(std::move(row));
}

} // namespace

std::string chanceJson(const ChanceReport &report)
{
    JsonWriter json(2);
    json.beginObject();
    json.key("format").string("plimsoll-chance");
    json.key("version").integer(1);
    json.key("paths").integer(static_cast<std::int64_t>(report.options.paths));
    json.key("steps").integer(static_cast<std::int64_t>(report.methods.front().chances.steps));
    json.key("seed").unsignedInteger(report.options.seed);
    writeMarket(json, report.market);
    json.key("chances").beginArray();
    for (const MethodChances &method : report.methods) {
        for (const chance::AccountChances &account : method.chances.accounts) {
            writeAccount(json, report, method.method, account);
        }
    }
    json.endArray().endObject();
    return json.text();
}

std::string chanceTable(const ChanceReport &report)
{
    Table table({"account", "within", "method", "margin call", "liquidation", "call to liquidation", "one in ten",
                 "loss, 95 %", "mean beyond"},
                "lllrrrrrr");
    const MethodChances &first = report.methods.front();
    for (std::size_t account = 0; account < first.chances.accounts.size(); ++account) {
        for (std::size_t horizon = 0; horizon < ascending(report.options.horizons).size(); ++horizon) {
            for (const MethodChances &method : report.methods) {
                addRow(table, report, method, account, horizon);
            }
        }
    }
    Table assets({"asset", "sigma a year", "drift a year"}, "lrr");
    for (const chance::AssetModel &asset : report.market.assets) {
        assets.add(
            {printable(asset.asset), printed("%.1f %%", asset.sigma * 100), printed("%.1f %%", asset.drift * 100)});
    }
    return table.text() + "\n" + assets.text() + std::to_string(report.options.paths) + " paths of "
        + std::to_string(first.chances.steps) + " steps, seed " + std::to_string(report.options.seed)
        + "; +- is 95 % of the sampling error only. Estimates: what they assume is in docs/chance.md.";
}

} // namespace plimsoll::cli
