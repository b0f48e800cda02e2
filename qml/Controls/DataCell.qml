// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// One figure or word of a table; a stale one is hatched.
AppText {
    id: cell

    property bool alignRight: true
    property bool emphasised: false
    property bool stale: false

    Accessible.role: Accessible.Cell
    font.weight: emphasised ? Font.Medium : Font.Normal
    horizontalAlignment: alignRight ? Text.AlignRight : Text.AlignLeft
    verticalAlignment: Text.AlignVCenter

    HatchOverlay {
        z: -1
        anchors.verticalCenter: parent.verticalCenter
        height: cell.contentHeight
        visible: cell.stale
        width: Math.min(cell.width, cell.contentWidth + 4)
        x: cell.alignRight ? cell.width - width + 2 : -2
    }
}
