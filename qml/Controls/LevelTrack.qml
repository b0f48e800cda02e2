// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Plimsoll.Theme

// The coloured zones of LevelBar: liquidation, call, safe; without marks one neutral track.
Item {
    id: track

    required property real liquidationPosition
    required property real callPosition
    required property bool plain
    readonly property bool zoned: !plain && liquidationPosition >= 0 && callPosition >= liquidationPosition
    readonly property real firstMark: Math.round(Math.min(1, liquidationPosition) * width)
    readonly property real secondMark: Math.round(Math.min(1, callPosition) * width)

    Rectangle {
        anchors.fill: parent
        color: Theme.line
        radius: height / 2
        visible: !track.zoned
    }
    // Each zone is a clipped window on a rounded bar of full width, so that only the outer ends are round.
    component Zone: Item {
        id: zone

        required property color tint
        required property real fullWidth

        clip: true
        height: track.height
        visible: track.zoned && width > 0

        Rectangle {
            color: zone.tint
            height: zone.height
            radius: height / 2
            width: zone.fullWidth
            x: -zone.x
        }
    }
    Zone {
        fullWidth: track.width
        opacity: Theme.zoneOpacity
        tint: Theme.liquidation
        width: track.firstMark
    }
    Zone {
        fullWidth: track.width
        opacity: Theme.zoneOpacity
        tint: Theme.call
        width: track.secondMark - track.firstMark
        x: track.firstMark
    }
    Zone {
        fullWidth: track.width
        opacity: Theme.safeZoneOpacity
        tint: Theme.safe
        width: track.width - track.secondMark
        x: track.secondMark
    }
}
