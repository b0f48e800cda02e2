// SPDX-License-Identifier: GPL-3.0-or-later
#include "margin/announcedbars.h"

#include <string>

namespace plimsoll::margin {

Result<Done> validated(const std::vector<AnnouncedBars> &announced)
{
    for (std::size_t i = 0; i < announced.size(); ++i) {
        const std::string place = "[" + std::to_string(i) + "]";
        if (announced[i].from < WallTime()) {
            return Error {ErrorCode::Malformed, place + ".from", "a time is milliseconds since 1970 and not negative"};
        }
        if (i > 0 && announced[i].from == announced[i - 1].from) {
            return Error {ErrorCode::DuplicateEntry, place + ".from", "there are bars from that moment on already"};
        }
        if (i > 0 && announced[i].from < announced[i - 1].from) {
            return Error {ErrorCode::Malformed, place + ".from", "the earliest announced bars stand first"};
        }
        if (const auto bars = validated(announced[i].bars); !bars) {
            return bars.error().at(place);
        }
    }
    return Done {};
}

} // namespace plimsoll::margin
