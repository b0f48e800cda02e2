// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Plimsoll.Drawing
import Plimsoll.Theme

// Diagonal hatching behind a figure that is stale or unknown.
Hatching {
    property real strength: 0.6

    color: Theme.unknown
    opacity: strength
}
