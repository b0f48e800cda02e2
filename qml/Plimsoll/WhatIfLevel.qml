// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Plimsoll.Controls
import Plimsoll.Theme

// A level with its state.
Row {
    id: level

    required property string levelText
    required property int riskState
    property bool strong: true

    Accessible.ignored: true
    spacing: Theme.s2

    AppText {
        id: figure
        Accessible.ignored: true
        color: level.strong ? Theme.text : Theme.muted
        elide: Text.ElideNone
        font.weight: level.strong ? Font.Medium : Font.Normal
        text: level.levelText
    }
    StateBadge {
        anchors.verticalCenter: figure.verticalCenter
        Accessible.ignored: true
        font.pixelSize: 13
        riskState: level.riskState
    }
}
