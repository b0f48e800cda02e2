// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/moment.h"
#include "ports/period.h"

namespace plimsoll::storage {

class Storage;

/// What Stores::period() answers. Storage thread.
Result<monitor::Period> readPeriod(Storage &storage, WallTime from, WallTime to);

} // namespace plimsoll::storage
