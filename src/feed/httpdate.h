// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/moment.h"

#include <QtCore/QByteArray>

#include <cstdint>
#include <optional>

namespace plimsoll::feed {

/// A date of an HTTP header ("Tue, 15 Nov 2022 12:45:26 GMT") in ms since 1970, to the second; nothing for any other
/// text. Pure.
[[nodiscard]] std::optional<WallTime> httpDate(const QByteArray &header);

} // namespace plimsoll::feed
