// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/alarmrecords.h"

#include <functional>
#include <string>
#include <vector>

namespace plimsoll::viewmodels {

/// The history of alarms as comma-separated values: RFC 4180, UTF-8, a line of names first, times as UTC in ISO 8601,
/// words as in files. A cell that a spreadsheet would take for a formula gets an apostrophe in front. `name` gives an
/// account's label. Pure.
std::string alarmCsv(const std::vector<monitor::AlarmEventRow> &events,
                     const std::function<std::string(const std::string &)> &name);

} // namespace plimsoll::viewmodels
