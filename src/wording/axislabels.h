// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace plimsoll::wording {

// Where the words of a chart stand. Doubles for pixels only. Pure; any thread.

/// The smallest of `least` times 1, 2, 5, 10, 20, 50, ... that needs no more than `most` steps for `span`. `least` is a
/// power of ten above 0.
double roundStep(double span, int most, double least);

/// Where labels stand that each need `step` and would stand at `wanted`: as near as can be, in the same order, none
/// over another, all within [low, high] if they fit there. Ascending in, ascending out.
std::vector<double> movedApart(const std::vector<double> &wanted, double step, double low, double high);

} // namespace plimsoll::wording
