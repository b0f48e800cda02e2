// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QLoggingCategory>

namespace plimsoll::feed {

/// "plimsoll.feed". Never carries more of an answer than outsideText() lets through.
Q_DECLARE_LOGGING_CATEGORY(lcFeed)

} // namespace plimsoll::feed
