// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QLocale>
#include <QtCore/QString>

#include <string>
#include <vector>

namespace plimsoll::wording {

/// How a locale writes plain decimal numbers. A value; any thread. Qt tells the marks but not the sizes of groups, so
/// those are taken from a number that it writes itself. Source of the conventions: the CLDR data inside Qt.
struct NumberStyle {
    char32_t zero = U'0'; ///< digits follow each other from here
    QString decimal; ///< as written, "," or "٫"
    QString group;
    int least = 3; ///< digits of the last group
    int higher = 3; ///< digits of the groups before it: 2 in India
    int top = 1; ///< fewest digits before the first separator: 2 in Spain, where 1234 stays whole

    [[nodiscard]] static NumberStyle of(const QLocale &locale);

    /// Every way to write numbers that differs in marks or groups, over all locales that Qt knows.
    [[nodiscard]] static const std::vector<NumberStyle> &known();

    /// Plain notation ("-1234.5") in this style; the minus is U+2212.
    [[nodiscard]] QString written(const std::string &plain, bool grouped) const;
};

/// A mark as it is compared: blanks of every width are one, so are the straight and the typographic apostrophe.
char16_t comparable(QChar mark);

} // namespace plimsoll::wording
