// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Plimsoll.Controls
import Plimsoll.Theme

// How many accounts are in one state: its shape and a number, its word in the tool tip.
Row {
    id: label

    required property int riskState
    required property int count

    Accessible.name: qsTr("%1: %2").arg(Theme.stateWord(riskState)).arg(count)
    Accessible.role: Accessible.ListItem
    spacing: 6

    StateShape {
        anchors.verticalCenter: number.verticalCenter
        Accessible.ignored: true
        riskState: label.riskState
        size: 12
    }
    AppText {
        id: number
        Accessible.ignored: true
        color: Theme.stateColor(label.riskState)
        elide: Text.ElideNone
        font.weight: Font.Medium
        text: label.count
    }
    HoverHandler { id: hover }
    HoverTip { over: label; shown: hover.hovered; text: label.Accessible.name }
}
