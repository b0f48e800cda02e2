// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/exchangeinfo.h"

#include "wire/exchangetime.h"

#include <simdjson.h>

namespace plimsoll::wire {

namespace dom = simdjson::dom;
using simdjson::SUCCESS;

namespace {

constexpr std::size_t kMostBytes = std::size_t {16} * 1024 * 1024;
constexpr std::size_t kMostDepth = 16;
constexpr std::size_t kFewestBytes = 32;

} // namespace

Result<ExchangeInfo> parseExchangeInfo(std::string_view body)
{
    dom::parser parser(kMostBytes);
    dom::element root;
    auto failed = parser.allocate(std::max(body.size(), kFewestBytes), kMostDepth);
    if (failed == SUCCESS) {
        failed = parser.parse(simdjson::padded_string(body)).get(root);
    }
    if (failed != SUCCESS || !root.is_object()) {
        return Error {ErrorCode::Malformed, {}, "this is no exchange information"};
    }
    ExchangeInfo info;
    std::int64_t time = 0;
    info.serverTime = root["serverTime"].get(time) == SUCCESS && time > 0 && time < kLastTime ? WallTime::ofMs(time)
                                                                                              : WallTime();
    dom::array rows;
    if (root["symbols"].get(rows) != SUCCESS) {
        return info;
    }
    for (const dom::element row : rows) {
        std::string_view symbol;
        std::string_view status;
        if (row["symbol"].get(symbol) == SUCCESS && row["status"].get(status) == SUCCESS && !symbol.empty()
            && !status.empty()) {
            info.symbols.push_back({std::string(symbol), std::string(status)});
        }
    }
    return info;
}

} // namespace plimsoll::wire
