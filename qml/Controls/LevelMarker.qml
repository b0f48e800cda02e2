// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Plimsoll.Theme

// A marker on LevelBar that keeps to its side of every mark: right of it when above, left of it when equal or below,
// with one free pixel beside the tick. Between two close marks it becomes thinner rather than cross one.
Item {
    id: marker

    required property real position
    required property var marks
    required property real trackWidth
    required property real trackHeight
    property real fullWidth: 4
    property color color: Theme.text
    property color surroundColor: "transparent"
    readonly property var known: marks.filter(mark => mark >= 0 && mark <= 1)
    readonly property real least: Math.max(0, ...known.filter(mark => position > mark).map(mark => tick(mark) + 2))
    readonly property real most: Math.min(trackWidth, ...known.filter(mark => position <= mark).map(mark => tick(mark) - 2))
    readonly property real wanted: Math.round(Math.min(1, position) * trackWidth - width / 2)

    Accessible.ignored: true
    height: trackHeight
    visible: position >= 0
    width: Math.max(1, Math.min(fullWidth, most - least))
    x: most - least < 1 ? Math.max(0, Math.min(trackWidth - 1, Math.round((most + least) / 2)))
                        : Math.max(least, Math.min(most - width, wanted))

    Rectangle {
        anchors { bottomMargin: -2; fill: parent; leftMargin: -2; rightMargin: -2; topMargin: -2 }
        color: marker.surroundColor
        radius: width / 2
    }
    Rectangle {
        anchors.fill: parent
        color: marker.color
        radius: width / 2
    }

    function tick(mark: real): real {
        return Math.round(mark * marker.trackWidth)
    }
}
