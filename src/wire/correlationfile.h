// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/decimal.h"
#include "margin/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace plimsoll::wire {

/// How assets move with one another, as somebody says.
struct CorrelationTable {
    std::vector<std::string> assets; ///< none twice
    std::vector<std::vector<margin::Decimal>> rows; ///< symmetric, within [-1, 1], 1 on the diagonal

    bool operator==(const CorrelationTable &) const = default;
};

/// The correlation file (interface contract, "Correlation file"), version 1. Everything is checked: JSON, types
/// (numbers are strings), unknown or repeated fields, sizes, range, symmetry, the diagonal; not whether the numbers fit
/// together: that is repaired where they are used. Errors carry the place, "correlation[2][0]". At most 1 MB and 500
/// assets. Pure; any thread.
Result<CorrelationTable> parseCorrelations(std::string_view bytes);

/// The same table as text; parse and write give the same bytes again.
std::string writeCorrelations(const CorrelationTable &table);

} // namespace plimsoll::wire
