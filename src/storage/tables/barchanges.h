// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/moment.h"
#include "margin/profiles.h"
#include "ports/historyport.h"

#include <QtSql/QSqlDatabase>

#include <cstdint>
#include <string>
#include <vector>

namespace plimsoll::storage {

/// Changes of bars, inside the transaction that makes them. `time` is ms since 1970 UTC. Throw SqlFailure.

/// Notes that the account of this number is judged by other bars from now on; nothing where they are the same.
void noteBarChange(const QSqlDatabase &database, std::int64_t account, const margin::Thresholds &before,
                   const margin::Thresholds &after, WallTime time);

/// Notes it for every account that is judged by the profile of this name, removed ones too: they may come back. Before
/// the profile is written: an account whose profile was not there had the bars that stand beside its name.
void noteProfileChange(const QSqlDatabase &database, const margin::Profile &profile, WallTime time);

/// The newest `limit` (0: all) of an account ("": of all), oldest first.
std::vector<monitor::BarChange> readBarChanges(const QSqlDatabase &database, const std::string &account, int limit);

} // namespace plimsoll::storage
