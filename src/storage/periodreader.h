// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/period.h"

namespace plimsoll::storage {

class Storage;

/// What Stores::period() answers. Storage thread.
Result<monitor::Period> readPeriod(Storage &storage, std::int64_t from, std::int64_t to);

} // namespace plimsoll::storage
