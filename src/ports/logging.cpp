// SPDX-License-Identifier: GPL-3.0-or-later
#include "ports/logging.h"

namespace plimsoll::monitor {

Q_LOGGING_CATEGORY(lcFeed, "plimsoll.feed")
Q_LOGGING_CATEGORY(lcEngine, "plimsoll.engine")
Q_LOGGING_CATEGORY(lcStorage, "plimsoll.storage")
Q_LOGGING_CATEGORY(lcDesktop, "plimsoll.desktop")

} // namespace plimsoll::monitor
