// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Desktop
import Plimsoll.Theme

// Says that nothing is watched, because the engine does not answer.
Rectangle {
    id: bar

    required property DesktopViewModel desktop

    Accessible.name: message.text
    Accessible.role: Accessible.AlertMessage
    color: Theme.liquidation
    implicitHeight: Math.max(message.implicitHeight + 2 * Theme.s2, 52)
    objectName: "engineBar"

    RowLayout {
        anchors { fill: parent; leftMargin: Theme.s4; rightMargin: Theme.s4 }
        spacing: Theme.s3

        AppText {
            id: message
            Layout.fillWidth: true
            Accessible.ignored: true
            color: Theme.accentText
            font.weight: Font.Medium
            objectName: "engineBarText"
            text: qsTr("Plimsoll's engine does not answer. Levels on the screen are old. Restart Plimsoll.")
            wrapMode: Text.Wrap
        }
        AppButton {
            objectName: "engineRestart"
            small: true
            text: qsTr("Restart")

            onClicked: bar.desktop?.restart()
        }
    }
}
