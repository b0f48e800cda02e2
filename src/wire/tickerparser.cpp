// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/tickerparser.h"

#include "wire/jsoncheck.h"
#include "wire/symbolindex.h"

#include <simdjson.h>

#include <algorithm>
#include <memory>

namespace plimsoll::wire {

namespace {

namespace ondemand = simdjson::ondemand;
using simdjson::SUCCESS;

constexpr std::size_t kMostSymbols = 20'000; // the exchange lists about 3,500
constexpr std::size_t kMostBytes = std::size_t {16} * 1024 * 1024;
constexpr std::size_t kLongestSymbol = 128;
constexpr std::size_t kUsualItem = 44; // bytes of {"symbol":"ETHUSDT","price":"200.00000000"},

// Buffers that live as long as their thread: an answer comes every second, and first-touching fresh memory costs as
// much as reading it.
struct Workspace {
    ondemand::parser parser {kMostBytes};
    std::string padded;
    SymbolIndex seen;
};

Workspace &workspace()
{
    thread_local const auto space = std::make_unique<Workspace>();
    return *space;
}

Error malformed(const std::string &place, const std::string &detail)
{
    return {ErrorCode::Malformed, place, detail};
}

Error notJson(const std::string &place, simdjson::error_code code)
{
    return malformed(place, std::string("this is not JSON: ") + simdjson::error_message(code));
}

enum class Key { Symbol, Price, Other };

// The keys as they are nearly always written are told apart in place; only others are unescaped.
simdjson::error_code keyOf(ondemand::field &field, Key &key)
{
    if (field.key().unsafe_is_equal(std::string_view("symbol"))) {
        key = Key::Symbol;
        return SUCCESS;
    }
    if (field.key().unsafe_is_equal(std::string_view("price"))) {
        key = Key::Price;
        return SUCCESS;
    }
    std::string_view name;
    const auto failed = field.unescaped_key().get(name);
    key = name == "symbol" ? Key::Symbol : (name == "price" ? Key::Price : Key::Other);
    return failed;
}

void spoil(TickerItem &item, const char *problem)
{
    item.state = margin::PriceState::Invalid;
    item.price = margin::Decimal();
    if (item.problem.empty()) {
        item.problem = problem;
    }
}

// A text without escapes is read where it stands; only others are unescaped into the parser's buffer.
simdjson::error_code textOf(ondemand::value &value, std::string_view &text)
{
    const std::string_view token = value.raw_json_token(); // up to the next token, blanks included
    if (!token.starts_with('"')) {
        return value.get_string().error();
    }
    text = token.substr(1, token.rfind('"') - 1);
    if (text.find('\\') != std::string_view::npos) {
        return value.get_string().get(text);
    }
    return value.get_raw_json_string().error(); // moves on
}

simdjson::error_code readPrice(ondemand::value &value, TickerItem &item)
{
    std::string_view text;
    const auto failed = textOf(value, text);
    if (failed == simdjson::INCORRECT_TYPE) {
        spoil(item, "price is not a string");
        return checkValue(value, 1);
    }
    if (failed != SUCCESS) {
        return failed;
    }
    const auto price = margin::Decimal::parse(text);
    if (!price) {
        spoil(item, "price is not a decimal");
    } else if (price->isZero()) {
        spoil(item, "price is zero");
    } else {
        item.price = *price;
    }
    return SUCCESS;
}

// Which of the two keys an item had so far.
struct Had {
    bool symbol = false;
    bool price = false;
};

simdjson::error_code readField(ondemand::field &field, TickerItem &item, Had &had)
{
    Key key = Key::Other;
    if (const auto failed = keyOf(field, key); failed != SUCCESS) {
        return failed;
    }
    if (key == Key::Other) {
        return checkValue(field.value(), 1);
    }
    bool &before = key == Key::Symbol ? had.symbol : had.price;
    if (before) {
        spoil(item, key == Key::Symbol ? "symbol stands twice" : "price stands twice");
        return checkValue(field.value(), 1);
    }
    before = true;
    if (key == Key::Price) {
        return readPrice(field.value(), item);
    }
    std::string_view symbol;
    const auto failed = textOf(field.value(), symbol);
    item.symbol = symbol;
    return failed;
}

Result<Done> readItem(ondemand::object object, const std::size_t index, TickerItem &item)
{
    const auto place = [index] { return "[" + std::to_string(index) + "]"; };
    Had had;
    for (auto entry : object) {
        auto failed = entry.error();
        if (failed == SUCCESS) {
            failed = readField(entry.value_unsafe(), item, had);
        }
        if (failed == simdjson::INCORRECT_TYPE) {
            return malformed(place() + ".symbol", "the symbol is not a text");
        }
        if (failed != SUCCESS) {
            return notJson(place(), failed);
        }
    }
    if (!had.symbol || item.symbol.empty() || item.symbol.size() > kLongestSymbol) {
        return malformed(place() + ".symbol", had.symbol ? "the symbol is empty or too long" : "the symbol is missing");
    }
    if (!had.price) {
        spoil(item, "price is missing");
    } else if (item.state == margin::PriceState::Invalid) {
        item.price = margin::Decimal(); // a price that was read before the problem was seen
    }
    return Done {};
}

// Appends an item, or marks the earlier one where the symbol is there already: which of two prices is right cannot be
// known.
void addItem(std::vector<TickerItem> &items, SymbolIndex &seen)
{
    const auto position = static_cast<std::uint32_t>(items.size() - 1);
    const auto nameAt = [&items](std::uint32_t at) -> std::string_view { return items[at].symbol; };
    if (const auto first = seen.findOrAdd(items.back().symbol, position, nameAt); first != position) {
        spoil(items[first], "symbol stands in the list twice");
        items.pop_back();
    }
}

Result<Done> readList(ondemand::array array, std::vector<TickerItem> &items, SymbolIndex &seen)
{
    std::size_t index = 0;
    for (auto entry : array) {
        ondemand::object object;
        if (const auto failed = entry.get_object().get(object); failed != SUCCESS) {
            const std::string place = "[" + std::to_string(index) + "]";
            return failed == simdjson::INCORRECT_TYPE ? malformed(place, "an object is needed here")
                                                      : notJson(place, failed);
        }
        if (index == kMostSymbols) {
            return malformed("", "there are more than " + std::to_string(kMostSymbols) + " symbols");
        }
        items.emplace_back();
        if (const auto done = readItem(object, index, items.back()); !done) {
            return done.error();
        }
        addItem(items, seen);
        ++index;
    }
    return Done {};
}

Result<Done> readDocument(ondemand::document &document, std::vector<TickerItem> &items, SymbolIndex &seen)
{
    ondemand::json_type type {};
    if (const auto failed = document.type().get(type); failed != SUCCESS) {
        return notJson("", failed);
    }
    if (type == ondemand::json_type::array) {
        ondemand::array array;
        const auto failed = document.get_array().get(array);
        return failed != SUCCESS ? Result<Done>(notJson("", failed)) : readList(array, items, seen);
    }
    if (type == ondemand::json_type::object) {
        ondemand::object object;
        const auto failed = document.get_object().get(object);
        items.emplace_back();
        return failed != SUCCESS ? Result<Done>(notJson("", failed)) : readItem(object, 0, items.back());
    }
    return malformed("", "a price list is an array or an object");
}

} // namespace

Result<std::vector<TickerItem>> parseTicker(std::string_view body)
{
    if (body.size() > kMostBytes) {
        return malformed("", "the answer is too long");
    }
    Workspace &space = workspace();
    space.padded.reserve(body.size() + simdjson::SIMDJSON_PADDING);
    space.padded.assign(body);
    space.padded.append(simdjson::SIMDJSON_PADDING, '\0');
    const std::size_t likely = body.size() / kUsualItem + 1;
    space.seen.reset(std::min(likely, kMostSymbols));
    ondemand::document document;
    const simdjson::padded_string_view text(space.padded.data(), body.size(), space.padded.size());
    if (const auto failed = space.parser.iterate(text).get(document); failed != SUCCESS) {
        return notJson("", failed);
    }
    std::vector<TickerItem> items;
    items.reserve(std::min(likely, kMostSymbols));
    if (const auto done = readDocument(document, items, space.seen); !done) {
        return done.error();
    }
    if (document.current_location().error() != simdjson::OUT_OF_BOUNDS) {
        return malformed("", "something follows behind the price list");
    }
    return items;
}

} // namespace plimsoll::wire
