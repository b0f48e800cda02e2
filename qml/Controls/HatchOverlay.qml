// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Plimsoll.Theme

// Diagonal hatching behind a figure that is stale or unknown. Plain rectangles: also drawn by the software renderer.
Item {
    id: hatch

    property color color: Theme.unknown
    property int gap: 6
    property real strength: 0.6

    Accessible.ignored: true
    clip: true
    opacity: strength

    Repeater {
        model: hatch.visible ? Math.max(0, Math.ceil((hatch.width + hatch.height) / hatch.gap) + 1) : 0

        Rectangle {
            id: line

            required property int index

            antialiasing: true
            color: hatch.color
            height: 1.5
            rotation: -45
            transformOrigin: Item.Left
            width: hatch.height * 1.5 + 4
            x: index * hatch.gap - hatch.height - 1
            y: hatch.height + 1
        }
    }
}
