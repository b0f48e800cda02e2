// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/moment.h"
#include "ports/stores.h"

#include <QtSql/QSqlDatabase>

#include <cstdint>
#include <vector>

namespace plimsoll::storage {

/// The points of [from, to] out of the coarsest resolution that still gives at least half of maxPoints; parts of a
/// minute or hour at both ends come from finer rows, so that the lowest level inside the range is always among them.
/// Ordered by time; not thinned yet. Throws SqlFailure.
std::vector<monitor::LevelPoint> readLevels(const QSqlDatabase &database, std::int64_t account, WallTime from,
                                            WallTime to, int maxPoints);

} // namespace plimsoll::storage
