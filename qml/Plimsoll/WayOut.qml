// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme

// One way back to the initial ratio: what to do, how much, what it brings.
Rectangle {
    id: way

    required property string label
    required property string amount
    required property string result

    Layout.fillHeight: true // as high as the highest of its row
    Layout.fillWidth: true
    Layout.preferredWidth: 100
    Accessible.name: qsTr("%1: %2, %3").arg(label).arg(amount).arg(result)
    Accessible.role: Accessible.StaticText
    border.color: Theme.outline
    border.width: Theme.hairline
    color: Theme.raised
    implicitHeight: column.implicitHeight + 28
    radius: Theme.radiusCard

    ColumnLayout {
        id: column
        anchors { left: parent.left; margins: 14; right: parent.right; top: parent.top }
        spacing: Theme.s1

        AppText {
            Layout.fillWidth: true
            Accessible.ignored: true
            color: Theme.muted
            font.pixelSize: 13
            text: way.label
            wrapMode: Text.Wrap
        }
        AppText {
            Layout.fillWidth: true
            Accessible.ignored: true
            font.pixelSize: 18
            font.weight: Font.Medium
            text: way.amount
            wrapMode: Text.Wrap
        }
        AppText {
            Layout.fillWidth: true
            Accessible.ignored: true
            color: Theme.muted
            font.pixelSize: 13
            text: way.result
            wrapMode: Text.Wrap
        }
    }
}
