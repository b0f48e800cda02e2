// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// One figure or word of a table; a stale one is hatched.
AppText {
    id: cell

    property bool alignRight: true
    property bool emphasised: false
    property bool stale: false

    Accessible.name: text
    Accessible.role: Accessible.Cell
    font.weight: emphasised ? Font.Medium : Font.Normal
    horizontalAlignment: alignRight ? Text.AlignRight : Text.AlignLeft
    verticalAlignment: Text.AlignVCenter

    HatchOverlay {
        z: -1
        // Anchors, not x: a computed x keeps the cell's first width when a table is laid out in two steps.
        anchors { left: cell.alignRight ? undefined : cell.left; leftMargin: -2; right: cell.alignRight ? cell.right : undefined; rightMargin: -2; verticalCenter: cell.verticalCenter }
        height: cell.contentHeight
        visible: cell.stale
        width: Math.min(cell.width, cell.contentWidth + 4)
    }
}
