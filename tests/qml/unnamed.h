// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QStringList>
#include <QtQuick/QQuickItem>

namespace plimsoll::testqml {

/// What a screen reader would meet without a word: everything visible below `root` that takes the keyboard, or is a
/// control, a heading, a header, a cell or a value by its role, and has no accessible name; "role (where)".
QStringList unnamed(QQuickItem *root);

} // namespace plimsoll::testqml
