// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

namespace plimsoll::notify {

/// One line without control, format or surrogate characters, at most `maxLength` long: for titles and for what other
/// programs printed. It is still a stranger's text: plain text only. Any thread.
[[nodiscard]] QString outsideLine(const QString &text, int maxLength = 160);

/// The same, but lines stay lines.
[[nodiscard]] QString outsideLines(const QString &text, int maxLength);

} // namespace plimsoll::notify
