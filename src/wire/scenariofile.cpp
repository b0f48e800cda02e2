// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/scenariofile.h"

#include "wire/document.h"
#include "wire/jsonreader.h"
#include "wire/jsonwriter.h"

#include <array>

namespace plimsoll::wire {

namespace {

using analysis::Changes;
using margin::Decimal;
using margin::Thresholds;
using simdjson::dom::element;

constexpr DocumentRule kRule {"plimsoll-scenario", "scenario", std::size_t {1024} * 1024};
constexpr std::size_t kMostBookings = 10'000;

constexpr std::array<std::string_view, 7> kRootFields {"format", "version", "name", "set", "shock", "bars", "book"};
constexpr std::array<std::string_view, 3> kBarFields {"initial", "marginCall", "liquidation"};
constexpr std::array<std::string_view, 4> kBookingFields {"account", "kind", "asset", "amount"};

/// The fields of an object whose names are data, such as symbols. A name that stands twice is a problem.
std::vector<std::string> namesOf(const ObjectReader &owner, std::string_view field, Problem &problem)
{
    std::vector<std::string> names;
    const auto value = owner.element(field);
    simdjson::dom::object object;
    if (!value) {
        return names;
    }
    if (value->get(object) != simdjson::SUCCESS) {
        problem.report(ErrorCode::Malformed, owner.placeOf(field), "an object is needed here");
        return names;
    }
    for (const auto entry : object) {
        names.emplace_back(entry.key);
        if (names.back().empty() || names.back().size() > kSymbolText.most) {
            problem.report(ErrorCode::Malformed, owner.placeOf(field), "a name here has 1 to 128 bytes");
        }
    }
    return names;
}

// An object whose fields have these names; they must outlive it.
ObjectReader named(const ObjectReader &owner, std::string_view field, const std::vector<std::string_view> &names,
                   Problem &problem)
{
    return {*owner.element(field), owner.placeOf(field), names, problem};
}

template<typename Read>
void readNamed(const ObjectReader &owner, std::string_view field, Problem &problem, Read read)
{
    const std::vector<std::string> texts = namesOf(owner, field, problem);
    if (texts.empty()) {
        return;
    }
    const std::vector<std::string_view> names(texts.begin(), texts.end());
    const ObjectReader reader = named(owner, field, names, problem);
    for (const std::string &name : texts) {
        read(reader, name);
    }
}

Decimal readPrice(const ObjectReader &reader, const std::string &symbol, Problem &problem)
{
    const Decimal price = reader.requiredDecimal(symbol);
    if (!price.isPositive()) {
        problem.report(ErrorCode::Malformed, reader.placeOf(symbol), "a price must be above 0");
    }
    return price;
}

Decimal readShock(const ObjectReader &reader, const std::string &asset, Problem &problem)
{
    const Decimal shock = reader.signedDecimal(asset).value_or(Decimal());
    if (const auto checked = analysis::validatedShock(shock); !checked) {
        problem.report(checked.error().at(reader.placeOf(asset)));
    }
    return shock;
}

// {"initial":"1.25",...}, or "1.25/1.10/1.05" as on the command line.
Thresholds readBars(const ObjectReader &reader, const std::string &account, Problem &problem)
{
    Thresholds bars;
    if (reader.element(account)->is_string()) {
        const auto parsed = analysis::parseBars(reader.text(account));
        parsed ? void(bars = *parsed) : problem.report(parsed.error().at(reader.placeOf(account)));
        return bars;
    }
    const ObjectReader ratios(*reader.element(account), reader.placeOf(account), kBarFields, problem);
    bars = {ratios.requiredDecimal("initial"), ratios.requiredDecimal("marginCall"),
            ratios.requiredDecimal("liquidation")};
    if (const auto checked = margin::validated(bars); !checked) {
        problem.report(checked.error().at(reader.placeOf(account)));
    }
    return bars;
}

analysis::HypotheticalBooking readBooking(const element &item, const std::string &place, Problem &problem)
{
    const ObjectReader reader(item, place, kBookingFields, problem);
    analysis::HypotheticalBooking booking;
    booking.account = reader.requiredText("account");
    const std::string word = reader.requiredText("kind");
    if (const auto kind = analysis::hypotheticalKindFromWord(word)) {
        booking.kind = *kind;
    } else {
        problem.report(ErrorCode::Malformed, reader.placeOf("kind"),
                       "the kind is top_up, transfer_out, borrow, repay, buy or sell, not \"" + word + "\"");
    }
    booking.asset = reader.requiredText("asset");
    booking.amount = reader.requiredDecimal("amount");
    return booking;
}

Changes readChanges(const element &root, Problem &problem)
{
    const ObjectReader reader(root, "", kRootFields, problem);
    Changes changes;
    changes.name = reader.text("name");
    readNamed(reader, "set", problem, [&](const ObjectReader &prices, const std::string &symbol) {
        changes.prices[symbol] = readPrice(prices, symbol, problem);
    });
    readNamed(reader, "shock", problem, [&](const ObjectReader &shocks, const std::string &asset) {
        changes.shocks[asset] = readShock(shocks, asset, problem);
    });
    readNamed(reader, "bars", problem, [&](const ObjectReader &bars, const std::string &account) {
        changes.bars[account] = readBars(bars, account, problem);
    });
    for (const element &item : reader.array("book")) {
        if (changes.bookings.size() == kMostBookings) {
            problem.report(ErrorCode::Malformed, "book", "more than 10000 bookings");
            break;
        }
        changes.bookings.push_back(readBooking(item, indexed("book", changes.bookings.size()), problem));
    }
    return changes;
}

void writeDecimals(JsonWriter &json, std::string_view field, const std::map<std::string, Decimal> &values)
{
    if (values.empty()) {
        return;
    }
    json.key(field).beginObject();
    for (const auto &[name, value] : values) {
        json.key(name).decimal(value);
    }
    json.endObject();
}

void writeBars(JsonWriter &json, const std::map<std::string, Thresholds> &all)
{
    if (all.empty()) {
        return;
    }
    json.key("bars").beginObject();
    for (const auto &[account, bars] : all) {
        json.key(account).beginObject();
        json.key("initial").decimal(bars.initial);
        json.key("marginCall").decimal(bars.marginCall);
        json.key("liquidation").decimal(bars.liquidation);
        json.endObject();
    }
    json.endObject();
}

void writeBookings(JsonWriter &json, const std::vector<analysis::HypotheticalBooking> &bookings)
{
    if (bookings.empty()) {
        return;
    }
    json.key("book").beginArray();
    for (const analysis::HypotheticalBooking &booking : bookings) {
        json.beginObject();
        json.key("account").string(booking.account);
        json.key("kind").string(analysis::hypotheticalKindWord(booking.kind));
        json.key("asset").string(booking.asset);
        json.key("amount").decimal(booking.amount);
        json.endObject();
    }
    json.endArray();
}

} // namespace

Result<Changes> parseScenario(std::string_view bytes)
{
    Problem problem;
    Changes changes;
    const auto read = readDocument(bytes, kRule, problem,
                                   [&](const element &root) { changes = readChanges(root, problem); });
    return read ? Result<Changes>(std::move(changes)) : read.error();
}

std::string writeScenario(const Changes &changes)
{
    JsonWriter json(2);
    json.beginObject();
    json.key("format").string(kRule.format);
    json.key("version").integer(1);
    json.key("name").string(changes.name);
    writeDecimals(json, "set", changes.prices);
    writeDecimals(json, "shock", changes.shocks);
    writeBars(json, changes.bars);
    writeBookings(json, changes.bookings);
    json.endObject();
    return json.text() + "\n";
}

} // namespace plimsoll::wire
