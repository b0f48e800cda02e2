// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QUrl>

namespace plimsoll::monitor {

/// Why nothing is sent to an address.
enum class AddressProblem {
    None,
    NotAnAddress,
    NotHttps, ///< and not this computer itself, where plain http is nobody else's business
    NamesUser, ///< a name or password would be stored and shown
};

/// The one rule for messages and pings. docs/notifications.md#phone-or-server
AddressProblem problemOf(const QUrl &url);

} // namespace plimsoll::monitor
