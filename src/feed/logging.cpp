// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/logging.h"

namespace plimsoll::feed {

Q_LOGGING_CATEGORY(lcFeed, "plimsoll.feed")

} // namespace plimsoll::feed
