// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alarm/rule.h"
#include "ports/snapshot.h"
#include "viewmodels/common/displayformat.h"

#include <QtCore/QString>

namespace plimsoll::viewmodels {

/// Whether a person's own alarm is met by what is known now, and where that cannot be said, why: an alarm that cannot
/// be raised is never silent about it. Pure; GUI thread because of translations.
QString ruleNowText(const alarm::Rule &rule, const monitor::SnapshotPtr &now, const DisplayFormat &format);

} // namespace plimsoll::viewmodels
