// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/moment.h"
#include "ports/leveltrack.h"

#include <QtSql/QSqlDatabase>

#include <cstdint>

namespace plimsoll::storage {

/// An account's level in [from, to] in buckets of `width` ms (0: as many as a chart has pixels), out of the coarsest
/// rows that still tell them apart; with the sample before the first bucket, whose level may still hold. Throws
/// SqlFailure.
monitor::LevelTrack readTrack(const QSqlDatabase &database, std::int64_t account, WallTime from, WallTime to,
                              std::int64_t width);

} // namespace plimsoll::storage
