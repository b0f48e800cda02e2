// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Plimsoll.Controls
import Plimsoll.Theme

// One of several accounts in call as a line; a press shows it in full.
T.AbstractButton {
    id: line

    required property string accountId
    required property string title
    required property string levelText
    required property int riskState

    signal openWanted()

    Accessible.name: qsTr("%1, %2, %3").arg(title).arg(Theme.stateWord(riskState)).arg(levelText)
    Accessible.onPressAction: line.openWanted()
    Accessible.role: Accessible.Button
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true
    implicitHeight: 40
    objectName: "marginCallLine-" + accountId

    Keys.onEnterPressed: event => { if (!event.isAutoRepeat) line.openWanted() }
    Keys.onReturnPressed: event => { if (!event.isAutoRepeat) line.openWanted() }
    onClicked: line.openWanted()

    background: Rectangle {
        color: line.down ? Theme.pressed : line.hovered ? Theme.hover : "transparent"
        radius: Theme.radiusControl

        FocusRing { active: line.visualFocus }
    }
    contentItem: RowLayout {
        spacing: Theme.s2

        StateShape {
            Accessible.ignored: true
            riskState: line.riskState
            size: 14
        }
        NameText {
            Layout.fillWidth: true
            Accessible.ignored: true
            font.weight: Font.Medium
            text: line.title
        }
        AppText {
            Accessible.ignored: true
            elide: Text.ElideNone
            font.weight: Font.Medium
            text: line.levelText
        }
        AppIcon { color: Theme.muted; name: "chevronDown" }
    }
}
