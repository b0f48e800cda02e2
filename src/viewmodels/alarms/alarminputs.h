// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/alarmrecords.h"
#include "viewmodels/common/displayformat.h"

#include <QtCore/QString>

#include <string>
#include <utility>
#include <vector>

namespace plimsoll::viewmodels {

/// The inputs of an alarm's decision as rows of label and value. `json` is an object as AlarmEventRow keeps it; what is
/// not known by name is shown under its own, and what cannot be read gives no rows. Numbers are shown as they were
/// recorded. Pure.
std::vector<std::pair<QString, QString>> alarmInputs(const std::string &json, const DisplayFormat &format);

/// Whether the level of a step was above the bar of "close to liquidation", by the thresholds recorded with it. Pure.
bool isAboveCritical(const monitor::AlarmEventRow &event);

} // namespace plimsoll::viewmodels
