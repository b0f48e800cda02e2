// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QStringList>
#include <QtQuick/QQuickItem>

namespace plimsoll::testqml {

/// What a person cannot read whole: every visible text below `root` that is elided, reaches out of what it stands in,
/// or touches its neighbour; "what: text (where)". A name that somebody gave may be elided where its control says so by
/// `givenName` (its tool tip has all of it).
QStringList cutTexts(QQuickItem *root);

} // namespace plimsoll::testqml
