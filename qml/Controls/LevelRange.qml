// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Plimsoll.Theme

// The hatched span of LevelBar between the worst and best level that an unknown one can have; without bounds all of it.
Item {
    id: range

    required property real worst
    required property real best
    required property var marks
    required property color surroundColor
    readonly property bool bounded: worst >= 0 && best >= worst

    Accessible.ignored: true

    Rectangle {
        anchors.fill: hatch
        color: range.surroundColor
    }
    HatchOverlay {
        id: hatch
        height: 8
        strength: 0.9
        width: range.bounded ? bestEnd.x - x : range.width
        x: range.bounded ? worstEnd.x + worstEnd.width : 0
        y: (range.height - height) / 2
    }
    LevelMarker {
        id: worstEnd
        color: Theme.unknown
        fullWidth: 2
        marks: range.marks
        position: range.worst
        trackHeight: range.height
        trackWidth: range.width
    }
    LevelMarker {
        id: bestEnd
        color: Theme.unknown
        fullWidth: 2
        marks: range.marks
        position: range.best
        trackHeight: range.height
        trackWidth: range.width
    }
}
