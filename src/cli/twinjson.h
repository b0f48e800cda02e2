// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/twin.h"
#include "wire/jsonwriter.h"

#include <vector>

namespace plimsoll::cli {

/// What `twin` says of a twin whether it is judged now or replayed (docs/interface.md): which accounts it is of, its
/// mode, and whether it is exact. Into an object that is open. `Twin`: analysis::Twin or scenario::TwinReplay.
template<typename Twin>
void writeTwin(wire::JsonWriter &json, const std::vector<margin::Account> &accounts, const Twin &twin)
{
    json.key("of").beginArray();
    for (const std::size_t index : twin.of) {
        json.string(accounts[index].id);
    }
    json.endArray();
    json.key("mode").string(margin::marginModeWord(twin.mode));
    json.key("exact").boolean(twin.exact);
}

/// "without": the accounts that have no twin, and why.
inline void writeWithout(wire::JsonWriter &json, const std::vector<margin::Account> &accounts,
                         const std::vector<analysis::WithoutTwin> &without)
{
    json.key("without").beginArray();
    for (const analysis::WithoutTwin &each : without) {
        json.beginObject();
        json.key("account").string(accounts[each.account].id);
        json.key("because").string(analysis::noTwinWord(each.because));
        json.endObject();
    }
    json.endArray();
}

} // namespace plimsoll::cli
