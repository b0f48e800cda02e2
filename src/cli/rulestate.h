// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alarm/rule.h"
#include "margin/account.h"
#include "margin/moment.h"
#include "storage/storage.h"

#include <string>

namespace plimsoll::cli {

/// Whether a person's own alarm can be raised, by what is stored.
struct RuleState {
    std::string word; ///< "ready", "off", "waiting" or "idle"
    std::string why; ///< plain English; "" where it is ready or off
};

RuleState stateOf(const alarm::Rule &rule, const margin::Portfolio &portfolio, storage::Storage &storage,
                  WallTime nowWall);

} // namespace plimsoll::cli
