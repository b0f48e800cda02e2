// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QLoggingCategory>

namespace plimsoll::monitor {

/// What is written to standard error for whoever looks into a case afterwards; QT_LOGGING_RULES chooses by category. A
/// person who must know is told on the screen as well.

Q_DECLARE_LOGGING_CATEGORY(lcFeed) ///< "plimsoll.feed". No more of an answer than outsideLine() lets through
Q_DECLARE_LOGGING_CATEGORY(lcEngine) ///< "plimsoll.engine"
Q_DECLARE_LOGGING_CATEGORY(lcStorage) ///< "plimsoll.storage"
Q_DECLARE_LOGGING_CATEGORY(lcDesktop) ///< "plimsoll.desktop"

} // namespace plimsoll::monitor
