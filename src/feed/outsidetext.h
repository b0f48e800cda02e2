// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

namespace plimsoll::feed {

/// Text that came from outside, fit for a log line or a status line: one line, no control, format or surrogate
/// characters, at most `maxLength` characters. It is still a stranger's text: show it as plain text only. Any thread.
[[nodiscard]] QString outsideText(const QString &text, int maxLength = 160);

} // namespace plimsoll::feed
