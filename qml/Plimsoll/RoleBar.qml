// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Desktop
import Plimsoll.Theme

// Says that another process watches and tells, and offers to take its place.
Rectangle {
    id: bar

    required property RoleViewModel role

    Accessible.name: message.text
    Accessible.role: bar.role?.isWarning ? Accessible.AlertMessage : Accessible.Notification
    color: Theme.surface
    implicitHeight: Math.max(message.implicitHeight + 2 * Theme.s2, 44)
    objectName: "roleBar"

    Rectangle {
        anchors { bottom: parent.bottom; left: parent.left; right: parent.right }
        color: Theme.line
        height: Theme.hairline
    }
    Rectangle {
        anchors { bottom: parent.bottom; left: parent.left; top: parent.top }
        color: bar.role?.isWarning ? Theme.stateColor(RiskState.MarginCall) : Theme.muted
        width: 4
    }
    RowLayout {
        anchors { fill: parent; leftMargin: Theme.s4; rightMargin: Theme.s4 }
        spacing: Theme.s3

        AppText {
            id: message
            Layout.fillWidth: true
            Accessible.ignored: true
            objectName: "roleText"
            text: bar.role?.text ?? ""
            wrapMode: Text.Wrap
        }
        AppButton {
            objectName: "roleTakeOver"
            small: true
            text: qsTr("Take over here")
            visible: bar.role?.canTakeOver ?? false

            onClicked: bar.role?.takeOver()
        }
    }
}
