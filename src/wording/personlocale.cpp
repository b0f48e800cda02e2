// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/personlocale.h"

namespace plimsoll::wording {

QLocale localeFor(const QString &language, const QLocale &system)
{
    const QLocale chosen(language);
    return language.isEmpty() || chosen.language() == system.language() ? system : chosen;
}

} // namespace plimsoll::wording
