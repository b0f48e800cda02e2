// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QLocale>
#include <QtCore/QString>

namespace plimsoll::wording {

/// How numbers and dates are written for a person who chose a language ("de"; "" = none): as the computer does where it
/// speaks that language (a Swiss group mark stays), else as that language does. Words of one language beside figures of
/// another are read wrongly: "1.234" has two values. Pure.
QLocale localeFor(const QString &language, const QLocale &system);

} // namespace plimsoll::wording
