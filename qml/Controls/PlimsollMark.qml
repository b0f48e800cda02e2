// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Plimsoll.Theme

// The product's mark: a circle crossed by the load line.
Item {
    id: mark

    property real size: 20
    property color color: Theme.accent
    readonly property real stroke: Math.max(1.5, size / 11)

    Accessible.name: qsTr("Plimsoll")
    Accessible.role: Accessible.Graphic
    implicitHeight: size
    implicitWidth: size

    Rectangle {
        anchors.centerIn: parent
        antialiasing: true
        border.color: mark.color
        border.width: mark.stroke
        color: "transparent"
        height: width
        radius: width / 2
        width: mark.size * 0.72
    }
    Rectangle {
        anchors.centerIn: parent
        antialiasing: true
        color: mark.color
        height: mark.stroke
        radius: height / 2
        width: mark.size
    }
}
