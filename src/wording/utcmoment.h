// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/moment.h"

#include <QtCore/QString>

#include <optional>

namespace plimsoll::wording {

/// A moment in UTC as an exchange announces it: "2026-12-01 08:00", also with seconds, with T between and with Z or UTC
/// behind; a day alone begins at midnight. Nothing for any other text, a day that is none, and before
/// 1970.
std::optional<WallTime> readUtcMoment(const QString &text);

/// "2026-12-01 08:00"; seconds only where there are any. What readUtcMoment() reads back, to the second.
QString utcMomentText(WallTime moment);

} // namespace plimsoll::wording
