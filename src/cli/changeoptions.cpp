// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/changeoptions.h"

#include "cli/optionvalues.h"

namespace plimsoll::cli {

namespace {

using analysis::Changes;
using margin::Decimal;

const std::vector<std::string> &wordsOf(const Arguments &arguments, const std::string &option)
{
    static const std::vector<std::string> none;
    const auto found = arguments.options.find(option);
    return found == arguments.options.end() ? none : found->second;
}

Error atOption(const Error &error, const std::string &option, const std::string &word)
{
    return {error.code, "--" + option + " " + word, error.detail};
}

// Every NAME=VALUE of an option into a map; the same name twice is refused.
template<typename Value, typename Read>
Result<Done> readNamed(const Arguments &arguments, const std::string &option, std::map<std::string, Value> &values,
                       Read read)
{
    for (const std::string &word : wordsOf(arguments, option)) {
        const auto named = namedValue(option, word);
        if (!named) {
            return named.error();
        }
        const Result<Value> value = read(named->second);
        if (!value) {
            return atOption(value.error(), option, word);
        }
        if (!values.emplace(named->first, *value).second) {
            return Error {ErrorCode::DuplicateEntry, "--" + option, "\"" + named->first + "\" stands here twice"};
        }
    }
    return Done {};
}

Result<Decimal> readPrice(const std::string &text)
{
    const auto price = Decimal::parse(text);
    if (price && !price->isPositive()) {
        return Error {ErrorCode::AmountNotPositive, {}, "a price must be above 0"};
    }
    return price;
}

Result<Decimal> readShock(const std::string &text)
{
    const auto shock = Decimal::parseSigned(text);
    return shock ? analysis::validatedShock(*shock) : shock;
}

// "ACCOUNT:KIND:ASSET:AMOUNT"; read from its end, as an id may have colons.
Result<analysis::HypotheticalBooking> readBooking(const std::string &word)
{
    std::string rest = word;
    std::array<std::string, 3> parts; // kind, asset, amount
    for (std::size_t i = parts.size(); i-- > 0;) {
        const std::size_t colon = rest.rfind(':');
        if (colon == std::string::npos || colon == 0) {
            return Error {ErrorCode::Malformed, {}, "this is not ACCOUNT:KIND:ASSET:AMOUNT"};
        }
        parts[i] = rest.substr(colon + 1);
        rest.erase(colon);
    }
    const auto kind = analysis::hypotheticalKindFromWord(parts[0]);
    if (!kind) {
        return Error {ErrorCode::Malformed,
                      {},
                      "the kind is top_up, transfer_out, borrow, repay, buy or sell, not \"" + parts[0] + "\""};
    }
    const auto amount = Decimal::parse(parts[2]);
    if (!amount) {
        return amount.error();
    }
    return analysis::HypotheticalBooking {rest, *kind, parts[1], *amount};
}

} // namespace

Result<Changes> changesOf(const Arguments &arguments)
{
    Changes changes;
    if (const auto read = readNamed(arguments, "set", changes.prices, readPrice); !read) {
        return read.error();
    }
    if (const auto read = readNamed(arguments, "shock", changes.shocks, readShock); !read) {
        return read.error();
    }
    if (const auto read = readNamed(arguments, "bars", changes.bars, analysis::parseBars); !read) {
        return read.error();
    }
    for (const std::string &word : wordsOf(arguments, "book")) {
        const auto booking = readBooking(word);
        if (!booking) {
            return atOption(booking.error(), "book", word);
        }
        changes.bookings.push_back(*booking);
    }
    return changes;
}

Result<std::optional<margin::Thresholds>> barsOption(const Arguments &arguments)
{
    if (!arguments.has("bars")) {
        return std::optional<margin::Thresholds>();
    }
    const auto bars = analysis::parseBars(arguments.value("bars"));
    if (!bars) {
        return Error {bars.error().code, "--bars", bars.error().detail};
    }
    return std::optional(*bars);
}

} // namespace plimsoll::cli
