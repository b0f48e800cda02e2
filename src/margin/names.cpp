// SPDX-License-Identifier: GPL-3.0-or-later
#include "margin/names.h"

#include <string>
#include <utility>

namespace plimsoll::margin {

bool hasControls(std::string_view text)
{
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const auto next = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0U;
        if (byte < 0x20U || byte == 0x7FU || (byte == 0xC2U && next >= 0x80U && next < 0xA0U)) {
            return true;
        }
    }
    return false;
}

Result<Done> checkName(std::string_view text)
{
    if (text.empty()) {
        return Error {ErrorCode::Malformed, {}, "this must not be empty"};
    }
    if (text.size() > kLongestName) {
        return Error {
            ErrorCode::Malformed,
            {},
            "the text has " + std::to_string(text.size()) + " bytes, more than " + std::to_string(kLongestName)};
    }
    if (hasControls(text)) {
        return Error {ErrorCode::Malformed, {}, "no control characters are allowed here"};
    }
    return Done {};
}

Result<Done> checkNames(const std::vector<Balance> &balances)
{
    for (std::size_t i = 0; i < balances.size(); ++i) {
        if (const auto sound = checkName(balances[i].asset); !sound) {
            return sound.error().at("balances[" + std::to_string(i) + "].asset");
        }
    }
    return Done {};
}

Result<Done> checkNames(const Account &account)
{
    using Named = std::pair<const char *, std::string_view>;
    for (const auto &[place, name] : {Named {"id", account.id}, Named {"quoteAsset", account.quoteAsset}}) {
        if (const auto sound = checkName(name); !sound) {
            return sound.error().at(place);
        }
    }
    if (account.mode == MarginMode::Isolated) {
        if (const auto sound = checkName(account.baseAsset); !sound) {
            return sound.error().at("baseAsset");
        }
    }
    return checkNames(account.balances);
}

} // namespace plimsoll::margin
