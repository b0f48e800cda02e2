// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace plimsoll::viewmodels {

/// A cell of comma-separated values (RFC 4180): quoted where it must be, and never a formula to a spreadsheet. Pure.
std::string csvCell(std::string text);

} // namespace plimsoll::viewmodels
