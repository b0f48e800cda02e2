// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

namespace plimsoll::wording {

/// Why something failed, in the person's language. Reasons travel in plain English, whole: that is what logs, the
/// terminal and the database hold, and what another process reads there. Here such a sentence is recognised by its form
/// (wording/reasonforms.h), its parts are said the same way, and what joins reasons (": ", "; ") stays. A text that is
/// none of them, like the words of another program, comes back as it is. Any thread.
QString reasonText(const QString &english);

} // namespace plimsoll::wording
