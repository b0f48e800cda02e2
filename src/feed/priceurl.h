// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/result.h"

#include <QtCore/QString>
#include <QtCore/QUrl>

namespace plimsoll::feed {

/// The base URL of a price source as a person types it, without a trailing slash. https for any host; http only for a
/// loopback address (127.0.0.0/8, ::1, localhost), because prices decide about alarms and plain http can be rewritten
/// on the way. No user name, query or fragment. Errors: Malformed, the detail says what is wrong. Pure; any thread.
Result<QUrl> parsePriceUrl(const QString &text);

/// The exchange's host for public data, and the one to fall back to.
[[nodiscard]] QUrl defaultPriceUrl();
[[nodiscard]] QUrl fallbackPriceUrl();

} // namespace plimsoll::feed
