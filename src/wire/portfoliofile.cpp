// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/portfoliofile.h"

#include "wire/document.h"
#include "wire/jsonreader.h"
#include "wire/jsonwriter.h"

#include <algorithm>
#include <array>

namespace plimsoll::wire {

namespace {

using margin::Account;
using margin::Balance;
using margin::Decimal;
using margin::MarginMode;
using simdjson::dom::element;

constexpr DocumentRule kRule {"plimsoll-portfolio", "portfolio", std::size_t {64} * 1024 * 1024};

constexpr std::array<std::string_view, 4> kRootFields {"format", "version", "accounts", "wallets"};
constexpr std::array<std::string_view, 14> kAccountFields {
    "id",         "name",    "owner",      "note",        "mode",         "symbol",   "baseAsset",
    "quoteAsset", "profile", "thresholds", "contributed", "liquidatedAt", "balances", "announcedBars"};
constexpr std::array<std::string_view, 3> kWalletFields {"id", "name", "balances"};
constexpr std::array<std::string_view, 3> kBarFields {"initial", "marginCall", "liquidation"};
constexpr std::array<std::string_view, 4> kAnnouncedFields {"from", "initial", "marginCall", "liquidation"};
constexpr std::array<std::string_view, 6> kBalanceFields {"asset",    "free",     "locked",
                                                          "borrowed", "interest", "dailyInterest"};

std::vector<Balance> readBalances(const ObjectReader &owner, Problem &problem)
{
    std::vector<Balance> balances;
    for (const element &item : owner.array("balances")) {
        const ObjectReader reader(item, indexed(owner.placeOf("balances"), balances.size()), kBalanceFields, problem);
        const auto amount = [&reader](std::string_view name) { return reader.decimal(name).value_or(Decimal()); };
        balances.push_back({reader.requiredText("asset"), amount("free"), amount("locked"), amount("borrowed"),
                            amount("interest"), reader.decimal("dailyInterest")});
    }
    return balances;
}

const margin::Profile *findProfile(std::string_view name, std::span<const margin::Profile> own)
{
    const auto found = std::ranges::find(own, name, &margin::Profile::name);
    return found == own.end() ? margin::findBuiltInProfile(name) : &*found;
}

std::string profileNames(std::span<const margin::Profile> own)
{
    std::string names;
    for (const auto list : {own, margin::builtInProfiles()}) {
        for (const margin::Profile &profile : list) {
            names += (names.empty() ? "" : ", ") + profile.name;
        }
    }
    return names;
}

margin::Thresholds readRatios(const ObjectReader &ratios)
{
    return {ratios.requiredDecimal("initial"), ratios.requiredDecimal("marginCall"),
            ratios.requiredDecimal("liquidation")};
}

std::vector<margin::AnnouncedBars> readAnnounced(const ObjectReader &owner, Problem &problem)
{
    std::vector<margin::AnnouncedBars> announced;
    for (const element &item : owner.array("announcedBars")) {
        const ObjectReader reader(item, indexed(owner.placeOf("announcedBars"), announced.size()), kAnnouncedFields,
                                  problem);
        const auto from = reader.integer("from");
        if (!from) {
            problem.report(ErrorCode::Malformed, reader.placeOf("from"), "this field is missing");
        }
        announced.push_back({WallTime::ofMs(from.value_or(0)), readRatios(reader)});
    }
    return announced;
}

// The bars in force: the account's own, else those of its profile.
void readBars(const ObjectReader &reader, Account &account, std::span<const margin::Profile> own, Problem &problem)
{
    account.profile = reader.text("profile");
    if (reader.has("profile")) {
        if (const margin::Profile *profile = findProfile(account.profile, own)) {
            account.thresholds = profile->thresholds;
        } else {
            problem.report(
                ErrorCode::UnknownProfile, reader.placeOf("profile"),
                "there is no profile \"" + account.profile.substr(0, 60) + "\"; known are " + profileNames(own));
        }
    }
    if (const auto bars = reader.element("thresholds")) {
        account.ownThresholds = true;
        account.thresholds = readRatios({*bars, reader.placeOf("thresholds"), kBarFields, problem});
    } else if (!reader.has("profile")) {
        problem.report(ErrorCode::Malformed, reader.placeOf("profile"),
                       "an account needs a profile or thresholds of its own");
    }
}

void readMode(const ObjectReader &reader, Account &account, Problem &problem)
{
    const std::string word = reader.requiredText("mode");
    const auto mode = margin::marginModeFromWord(word);
    if (mode == MarginMode::Isolated) {
        account.mode = MarginMode::Isolated;
        account.symbol = reader.requiredText("symbol", kSymbolText);
        account.baseAsset = reader.requiredText("baseAsset");
        return;
    }
    if (!mode) {
        problem.report(ErrorCode::Malformed, reader.placeOf("mode"),
                       R"(the mode is "cross" or "isolated", not ")" + word + "\"");
    }
    for (const std::string_view name : {"symbol", "baseAsset"}) {
        if (reader.has(name)) {
            problem.report(ErrorCode::Malformed, reader.placeOf(name), "only an isolated account has this field");
        }
    }
}

Account readAccount(const element &item, const std::string &place, std::span<const margin::Profile> own,
                    Problem &problem)
{
    const ObjectReader reader(item, place, kAccountFields, problem);
    Account account;
    account.id = reader.requiredText("id");
    account.name = reader.text("name");
    account.owner = reader.text("owner");
    account.note = reader.text("note");
    readMode(reader, account, problem);
    account.quoteAsset = reader.requiredText("quoteAsset");
    readBars(reader, account, own, problem);
    account.contributed = reader.signedDecimal("contributed");
    if (const auto liquidated = reader.integer("liquidatedAt")) {
        account.liquidatedAt = WallTime::ofMs(*liquidated);
    }
    if (account.liquidatedAt && *account.liquidatedAt < 0) {
        problem.report(ErrorCode::Malformed, reader.placeOf("liquidatedAt"),
                       "a time is milliseconds since 1970 and not negative");
    }
    account.balances = readBalances(reader, problem);
    account.announced = readAnnounced(reader, problem);
    return account;
}

margin::Portfolio readPortfolio(const element &root, std::span<const margin::Profile> own, Problem &problem)
{
    margin::Portfolio portfolio;
    const ObjectReader reader(root, "", kRootFields, problem);
    if (!reader.has("accounts")) {
        problem.report(ErrorCode::Malformed, "accounts", "this field is missing");
    }
    for (const element &item : reader.array("accounts")) {
        portfolio.accounts.push_back(readAccount(item, indexed("accounts", portfolio.accounts.size()), own, problem));
    }
    for (const element &item : reader.array("wallets")) {
        const ObjectReader wallet(item, indexed("wallets", portfolio.wallets.size()), kWalletFields, problem);
        portfolio.wallets.push_back(
            {wallet.requiredText("id"), readBalances(wallet, problem), wallet.text("name", kKeyText)});
    }
    return portfolio;
}

void writeOptional(JsonWriter &json, std::string_view name, const std::string &text)
{
    if (!text.empty()) {
        json.key(name).string(text);
    }
}

void writeBalances(JsonWriter &json, const std::vector<Balance> &balances)
{
    json.key("balances").beginArray();
    for (const Balance &balance : balances) {
        json.beginObject();
        json.key("asset").string(balance.asset);
        json.key("free").decimal(balance.free);
        json.key("locked").decimal(balance.locked);
        json.key("borrowed").decimal(balance.borrowed);
        json.key("interest").decimal(balance.interest);
        if (balance.dailyInterest) {
            json.key("dailyInterest").decimal(*balance.dailyInterest);
        }
        json.endObject();
    }
    json.endArray();
}

void writeRatios(JsonWriter &json, const margin::Thresholds &bars)
{
    json.key("initial").decimal(bars.initial);
    json.key("marginCall").decimal(bars.marginCall);
    json.key("liquidation").decimal(bars.liquidation);
}

void writeAnnounced(JsonWriter &json, const std::vector<margin::AnnouncedBars> &announced)
{
    if (announced.empty()) {
        return;
    }
    json.key("announcedBars").beginArray();
    for (const margin::AnnouncedBars &ahead : announced) {
        json.beginObject().key("from").integer(ahead.from.ms());
        writeRatios(json, ahead.bars);
        json.endObject();
    }
    json.endArray();
}

void writeAccount(JsonWriter &json, const Account &account)
{
    const bool isolated = account.mode == MarginMode::Isolated;
    json.beginObject();
    json.key("id").string(account.id);
    json.key("name").string(account.name);
    writeOptional(json, "owner", account.owner);
    writeOptional(json, "note", account.note);
    json.key("mode").string(margin::marginModeWord(account.mode));
    if (isolated) {
        json.key("symbol").string(account.symbol);
        json.key("baseAsset").string(account.baseAsset);
    }
    json.key("quoteAsset").string(account.quoteAsset);
    writeOptional(json, "profile", account.profile);
    if (account.ownThresholds || account.profile.empty()) {
        json.key("thresholds").beginObject();
        writeRatios(json, account.thresholds);
        json.endObject();
    }
    if (account.contributed) {
        json.key("contributed").decimal(*account.contributed);
    }
    if (account.liquidatedAt) {
        json.key("liquidatedAt").integer(account.liquidatedAt->ms());
    }
    writeAnnounced(json, account.announced);
    writeBalances(json, account.balances);
    json.endObject();
}

} // namespace

Result<margin::Portfolio> parsePortfolio(std::string_view bytes, std::span<const margin::Profile> own)
{
    Problem problem;
    margin::Portfolio portfolio;
    const auto read = readDocument(bytes, kRule, problem,
                                   [&](const element &root) { portfolio = readPortfolio(root, own, problem); });
    if (!read) {
        return read.error();
    }
    if (const auto checked = margin::validated(portfolio); !checked) {
        return checked.error();
    }
    return portfolio;
}

std::string writePortfolio(const margin::Portfolio &portfolio)
{
    JsonWriter json(2);
    json.beginObject();
    json.key("format").string(kRule.format);
    json.key("version").integer(1);
    json.key("accounts").beginArray();
    for (const Account &account : portfolio.accounts) {
        writeAccount(json, account);
    }
    json.endArray();
    json.key("wallets").beginArray();
    for (const margin::Wallet &wallet : portfolio.wallets) {
        json.beginObject().key("id").string(wallet.id);
        writeOptional(json, "name", wallet.name);
        writeBalances(json, wallet.balances);
        json.endObject();
    }
    json.endArray();
    json.endObject();
    return json.text() + "\n";
}

} // namespace plimsoll::wire
