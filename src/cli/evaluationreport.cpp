// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/evaluationreport.h"

#include "cli/terminal.h"
#include "wording/accounttext.h"

#include <algorithm>

namespace plimsoll::cli {

namespace {

using margin::Assessment;
using margin::Decimal;
using margin::Rounding;
using wire::JsonWriter;

void writeFigures(JsonWriter &json, const Assessment &assessment)
{
    const bool known = assessment.status != margin::Status::Unknown && assessment.status != margin::Status::Liquidated;
    const auto figure = [known](const std::optional<margin::Decimal> &value) {
        return known ? value : std::optional<margin::Decimal>();
    };
    json.key("status").string(margin::statusWord(assessment.status));
    json.key("marginLevel").decimal(assessment.level);
    json.key("marginLevelText");
    assessment.level ? json.string(assessment.levelText) : json.null();
    if (assessment.range) {
        json.key("levelRange").beginObject();
        json.key("worst").decimal(assessment.range->worst.printed());
        json.key("best").decimal(assessment.range->best ? std::optional(assessment.range->best->printed())
                                                        : std::nullopt);
        json.endObject();
    }
    json.key("totalAssets").decimal(figure(assessment.totalAssets));
    json.key("totalDebt").decimal(figure(assessment.totalDebt));
    json.key("equity").decimal(figure(assessment.equity));
    json.key("profit").decimal(figure(assessment.profit));
}

void writeAccount(JsonWriter &json, const EvaluatedAccount &entry)
{
    const margin::Account &account = entry.account;
    const Assessment &assessment = entry.assessment;
    const bool isolated = account.mode == margin::MarginMode::Isolated;
    json.beginObject();
    json.key("id").string(account.id);
    json.key("mode").string(isolated ? "isolated" : "cross");
    if (isolated) {
        json.key("symbol").string(account.symbol);
    }
    json.key("quoteAsset").string(account.quoteAsset);
    writeFigures(json, assessment);
    writeThresholds(json, "thresholds", account.thresholds);
    writeBarPrices(json, "marginCallPrices", assessment.marginCallPrices);
    writeBarPrices(json, "liquidationPrices", assessment.liquidationPrices);
    json.key("toInitial").beginObject();
    json.key("asset").string(account.quoteAsset);
    json.key("deposit").decimal(assessment.toInitial.deposit);
    json.key("repay").decimal(assessment.toInitial.repay);
    json.key("sellAndRepay").decimal(assessment.toInitial.sellAndRepay);
    json.endObject();
    json.key("missingPrices").beginArray();
    for (const std::string &symbol : assessment.missingPrices) {
        json.string(symbol);
    }
    json.endArray();
    json.endObject();
}

/// The formatter of the window and of notifications, in the language of scripts' authors.
const wording::DisplayFormat &format()
{
    static const wording::DisplayFormat made {QLocale::c()};
    return made;
}

} // namespace

void writeThresholds(JsonWriter &json, const char *key, const margin::Thresholds &bars)
{
    json.key(key).beginObject();
    json.key("initial").decimal(bars.initial);
    json.key("marginCall").decimal(bars.marginCall);
    json.key("liquidation").decimal(bars.liquidation);
    json.endObject();
}

void writeBarPrices(JsonWriter &json, const char *key, const std::vector<margin::NamedBarPrice> &prices)
{
    json.key(key).beginArray();
    for (const margin::NamedBarPrice &price : prices) {
        json.beginObject();
        json.key("asset").string(price.asset);
        json.key("symbol").string(price.symbol);
        json.key("price").decimal(price.bar.price);
        json.key("direction").string(price.bar.below ? "below" : "above");
        json.endObject();
    }
    json.endArray();
}

void writeAccounts(JsonWriter &json, const std::vector<EvaluatedAccount> &accounts)
{
    json.beginArray();
    for (const EvaluatedAccount &entry : accounts) {
        writeAccount(json, entry);
    }
    json.endArray();
}

std::string moneyCell(const std::optional<Decimal> &value, const std::string &unit, Rounding side)
{
    return value ? format().money(value, unit, side).replace(u'\u2212', u'-').toStdString() : "-";
}

std::string quantityCell(Decimal amount)
{
    return format().quantity(amount, Rounding::Up).toStdString();
}

std::string fixedCell(Decimal value, int decimals)
{
    const Decimal rounded = value.isNegative() ? -(-value).rounded(decimals, Rounding::Down)
                                               : value.rounded(decimals, Rounding::Down);
    return format().full(rounded, decimals).replace(u'\u2212', u'-').toStdString();
}

std::string shareCell(const std::optional<Decimal> &share)
{
    return share ? format().percent(*share).replace(u'\u2212', u'-').toStdString() : "-";
}

std::string barPriceCell(const std::vector<margin::NamedBarPrice> &prices)
{
    if (prices.empty()) {
        return "-";
    }
    const auto away = [](const margin::NamedBarPrice &price) { // on either side: a passed price may be far away
        const Decimal distance = price.distance.value_or(Decimal::fromMantissa(Decimal::kLimit - 1));
        return distance.isNegative() ? -distance : distance;
    };
    const margin::NamedBarPrice &nearest = *std::ranges::min_element(prices, {}, away);
    const std::string text = nearest.symbol + (nearest.bar.below ? " <= " : " >= ")
        + wording::barPriceText(format(), nearest.bar).toStdString();
    return prices.size() == 1 ? text : text + " (+" + std::to_string(prices.size() - 1) + " more)";
}

std::string levelCell(const Assessment &assessment)
{
    const auto shown = [](const Decimal &level, Rounding side) {
        return wording::ratioText(format(), level.rounded(2, side)).toStdString();
    };
    if (assessment.level) {
        return (assessment.atLeast ? ">= " : "")
            + format().level(QString::fromStdString(assessment.levelText)).toStdString();
    }
    if (assessment.range) {
        return shown(assessment.range->worst.printed(), Rounding::Down) + ".."
            + (assessment.range->best ? shown(assessment.range->best->printed(), Rounding::Up) : "?");
    }
    return "-";
}

std::string evaluationJson(const std::vector<EvaluatedAccount> &accounts)
{
    JsonWriter json(2);
    json.beginObject();
    json.key("format").string("plimsoll-evaluation");
    json.key("version").integer(1);
    json.key("accounts");
    writeAccounts(json, accounts);
    json.endObject();
    return json.text();
}

std::string missingPriceLine(const margin::Account &account, const Assessment &assessment)
{
    if (assessment.missingPrices.empty()) {
        return {};
    }
    return printable(account.id + ": no usable price: " + wording::missingText(assessment).toStdString())
        + (assessment.atLeast ? "; it counts as nothing\n" : "\n");
}

std::string evaluationTable(const std::vector<EvaluatedAccount> &accounts)
{
    Table table({"account", "mode", "status", "level", "assets", "debt", "equity", "call", "liquidation", "to initial"},
                "lllrrrrllr");
    std::string missing;
    for (const auto &[account, assessment] : accounts) {
        const bool isolated = account.mode == margin::MarginMode::Isolated;
        table.add(
            {account.id, isolated ? "isolated " + account.symbol : "cross",
             std::string(margin::statusWord(assessment.status)), levelCell(assessment),
             moneyCell(assessment.totalAssets, account.quoteAsset, Rounding::Down),
             moneyCell(assessment.totalDebt, account.quoteAsset, Rounding::Up),
             moneyCell(assessment.equity, account.quoteAsset, Rounding::Down),
             barPriceCell(assessment.marginCallPrices), barPriceCell(assessment.liquidationPrices),
             assessment.toInitial.deposit
                 ? moneyCell(assessment.toInitial.deposit, account.quoteAsset, Rounding::Up) + " " + account.quoteAsset
                 : "-"});
        missing += missingPriceLine(account, assessment);
    }
    return table.text() + missing;
}

Result<Done> inRange(const std::vector<EvaluatedAccount> &accounts)
{
    for (const auto &[account, assessment] : accounts) {
        if (assessment.overflow) {
            return Error {ErrorCode::Overflow, "account \"" + account.id + "\"",
                          "its total has more than 18 digits before the point"};
        }
    }
    return Done {};
}

} // namespace plimsoll::cli
