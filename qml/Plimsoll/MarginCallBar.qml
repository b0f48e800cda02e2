// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// The folded margin call: shape, count, and the most urgent account with its level. A press shows all of it.
T.AbstractButton {
    id: bar

    required property MarginCallViewModel call
    required property bool upright
    readonly property color ink: Theme.stateColor(call.worstState)

    signal openWanted()

    Accessible.description: qsTr("Shows the margin call again")
    Accessible.name: qsTr("%1, %2").arg(Theme.stateWord(call.worstState)).arg(call.barText)
    Accessible.onPressAction: bar.openWanted()
    Accessible.role: Accessible.Button
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true
    implicitHeight: upright ? 200 : 48
    implicitWidth: upright ? 52 : 200
    objectName: "marginCallBar"

    Keys.onEnterPressed: event => { if (!event.isAutoRepeat) bar.openWanted() }
    Keys.onReturnPressed: event => { if (!event.isAutoRepeat) bar.openWanted() }
    onClicked: bar.openWanted()

    background: Rectangle {
        color: bar.down ? Theme.pressed : bar.hovered ? Theme.hover : "transparent"

        FocusRing { active: bar.visualFocus }
    }
    contentItem: Item {
        Column {
            anchors { horizontalCenter: parent.horizontalCenter; top: parent.top; topMargin: Theme.s3 }
            spacing: Theme.s2
            visible: bar.upright

            AppIcon {
                anchors.horizontalCenter: parent.horizontalCenter
                color: bar.ink
                name: "chevronLeft"
            }
            StateShape {
                anchors.horizontalCenter: parent.horizontalCenter
                Accessible.ignored: true
                riskState: bar.call.worstState
                size: 20
            }
            AppText {
                anchors.horizontalCenter: parent.horizontalCenter
                Accessible.ignored: true
                elide: Text.ElideNone
                font.pixelSize: 16
                font.weight: Font.Medium
                text: bar.call.activeCount
            }
            UprightText {
                anchors.horizontalCenter: parent.horizontalCenter
                ink: bar.ink
                text: bar.call.barText
            }
        }
        RowLayout {
            anchors { fill: parent; leftMargin: Theme.s3; rightMargin: Theme.s3 }
            spacing: Theme.s2
            visible: !bar.upright

            StateShape {
                Accessible.ignored: true
                riskState: bar.call.worstState
                size: 18
            }
            AppText {
                Layout.fillWidth: true
                Accessible.ignored: true
                color: bar.ink
                font.weight: Font.Medium
                text: bar.call.barText
            }
            AppText {
                Accessible.ignored: true
                elide: Text.ElideNone
                text: qsTr("+%1").arg(bar.call.activeCount - 1)
                visible: bar.call.activeCount > 1
            }
            AppIcon { name: "chevronUp" }
        }
    }
}
