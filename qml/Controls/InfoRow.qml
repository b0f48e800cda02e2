// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Plimsoll.Theme

// Name at the left, value at the right, hairline below.
Item {
    id: row

    property string label: ""
    property string value: ""
    property bool stale: false
    property bool lineBelow: true
    property color valueColor: Theme.text

    Accessible.name: qsTr("%1: %2").arg(label).arg(value)
    Accessible.role: Accessible.StaticText
    implicitHeight: 35
    implicitWidth: 240

    RowLayout {
        anchors.fill: parent
        spacing: Theme.s3

        AppText {
            Layout.fillWidth: true
            Layout.preferredWidth: implicitWidth
            Accessible.ignored: true
            color: Theme.muted
            text: row.label
        }
        DataCell {
            Layout.maximumWidth: row.width * 0.7
            Accessible.ignored: true
            color: row.valueColor
            stale: row.stale
            text: row.value
        }
    }
    Rectangle {
        anchors { bottom: parent.bottom; left: parent.left; right: parent.right }
        color: Theme.line
        height: Theme.hairline
        visible: row.lineBelow
    }
}
