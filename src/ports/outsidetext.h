// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

namespace plimsoll::monitor {

/// Text that came from outside (an exchange, another program, a person's own names), fit for a log line, a status line
/// or a title: one line, no control, format or surrogate characters, at most `maxLength` characters. It is still a
/// stranger's text: show it as plain text only. Any thread.
[[nodiscard]] QString outsideLine(const QString &text, int maxLength = 160);

/// The same, but lines stay lines.
[[nodiscard]] QString outsideLines(const QString &text, int maxLength);

} // namespace plimsoll::monitor
