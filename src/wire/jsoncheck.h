// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <simdjson.h>

namespace plimsoll::wire {

/// Reads over a value of which nothing is needed, so that a broken one is noticed all the same: on-demand reading skips
/// without looking. `depth` is how deep the value stands; more than 8 is an error. Private to this folder.
simdjson::error_code checkValue(simdjson::ondemand::value value, int depth);

} // namespace plimsoll::wire
