// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/account.h"
#include "ports/alarmboard.h"

#include <QtCore/QMetaType>

#include <string>
#include <vector>

namespace plimsoll::monitor {

/// What must be known to say what happened in a gap.
struct GapQuestion {
    GapReportPtr report; ///< reason and times
    std::vector<margin::Account> accounts; ///< that owe something
    std::vector<std::string> symbols; ///< of the routes by which they are priced
};

} // namespace plimsoll::monitor

Q_DECLARE_METATYPE(plimsoll::monitor::GapQuestion)
