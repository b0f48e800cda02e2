// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Window
import Plimsoll.Controls
import Plimsoll.Desktop
import Plimsoll.Theme

// The most urgent alarm above all other windows. It comes without the keyboard; F6 in the main window or a click goes to it.
Window {
    id: mini

    required property MiniViewModel alarm

    color: Theme.surface
    flags: Qt.Tool | Qt.FramelessWindowHint | Qt.WindowStaysOnTopHint
    height: body.implicitHeight + 2 * 14
    objectName: "miniWindow"
    title: qsTr("Alarm – Plimsoll")
    transientParent: null // it must be seen while the main window is hidden
    visible: false
    width: 340

    Rectangle {
        anchors.fill: parent
        border.color: Theme.stateColor(mini.alarm.riskState)
        border.width: 2
        color: "transparent"
    }
    Rectangle {
        anchors { bottom: parent.bottom; left: parent.left; top: parent.top }
        color: Theme.stateColor(mini.alarm.riskState)
        width: 6
    }
    DragHandler {
        target: null

        onActiveChanged: if (active) mini.startSystemMove()
    }
    ColumnLayout {
        id: body
        anchors { left: parent.left; leftMargin: 20; right: parent.right; rightMargin: 14; top: parent.top; topMargin: 14 }
        spacing: Theme.s1
        Accessible.name: mini.title
        Accessible.role: Accessible.AlertMessage

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.s2

            StateShape {
                objectName: "miniShape"
                riskState: mini.alarm.riskState
                size: 16
            }
            AppText {
                Layout.fillWidth: true
                font.weight: Font.Medium
                maximumLineCount: 2
                objectName: "miniTitle"
                text: mini.alarm.title
                wrapMode: Text.Wrap
            }
            AppText {
                color: Theme.muted
                font.pixelSize: Theme.smallSize
                objectName: "miniMore"
                text: mini.alarm.moreText
                visible: text.length > 0
            }
            AppText {
                color: Theme.stateColor(mini.alarm.riskState)
                font.pixelSize: Theme.titleSize
                objectName: "miniLevel"
                text: mini.alarm.levelText
                visible: text.length > 0
            }
        }
        AppText {
            Layout.fillWidth: true
            maximumLineCount: 2
            objectName: "miniDistance"
            text: mini.alarm.distanceText
            visible: text.length > 0
            wrapMode: Text.Wrap
        }
        AppText {
            Layout.fillWidth: true
            font.weight: Font.Medium
            maximumLineCount: 2
            objectName: "miniSave"
            text: mini.alarm.saveText
            visible: text.length > 0
            wrapMode: Text.Wrap
        }
        RowLayout {
            Layout.fillWidth: true
            Layout.topMargin: Theme.s2
            spacing: Theme.s2

            AppButton {
                objectName: "miniOpen"
                small: true
                text: qsTr("Open")

                onClicked: mini.alarm.open()
            }
            AppButton {
                objectName: "miniSnooze"
                small: true
                text: qsTr("Snooze 5 min")
                visible: mini.alarm.canSnooze

                onClicked: mini.alarm.snooze()
            }
            AppButton {
                objectName: "miniAcknowledge"
                small: true
                text: qsTr("Acknowledge")

                onClicked: mini.alarm.acknowledge()
            }
            Item { Layout.fillWidth: true }
        }
    }
}
