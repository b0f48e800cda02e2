// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/ledger.h"
#include "margin/status.h"

#include <QtCore/QString>

namespace plimsoll::wording {

/// What stands in a record of the database or of a replay, in words for people. Pure; any thread.

QString statusText(margin::Status status); ///< "Margin call"
QString modeText(margin::MarginMode mode); ///< "Isolated"
QString entryKindText(margin::EntryKind kind); ///< "Top-up"
QString fieldText(margin::Field field); ///< "free"

} // namespace plimsoll::wording
