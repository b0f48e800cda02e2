// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Plimsoll.Theme

// Margin level on a scale: zones up to the liquidation and call marks, a marker for now, a ghost for before.
// All positions are 0..1 along the bar, negative for "none". The caller scales them; here are only pixels.
Item {
    id: bar

    property real position: -1
    property real ghostPosition: -1
    property real liquidationPosition: -1
    property real callPosition: -1
    property real initialPosition: -1
    property string liquidationText: ""
    property string callText: ""
    property string initialText: ""
    property bool unknown: false
    property real worstPosition: -1
    property real bestPosition: -1
    property bool compact: false
    property int riskState: unknown ? RiskState.Unknown : RiskState.Normal
    property string accessibleName: qsTr("Margin level bar")
    property color surroundColor: Theme.surface
    readonly property var marks: [liquidationPosition, callPosition, initialPosition]
    readonly property alias marker: nowMarker
    readonly property QtObject labels: words.item
    readonly property bool ranged: unknown && worstPosition >= 0 && bestPosition >= worstPosition

    Accessible.description: qsTr("%1, %2, %3").arg(liquidationText).arg(callText).arg(initialText)
    Accessible.name: qsTr("%1: %2").arg(accessibleName).arg(Theme.stateWord(riskState))
    Accessible.role: Accessible.Graphic
    implicitHeight: compact ? 18 : 42
    implicitWidth: 240

    LevelTrack {
        id: track
        callPosition: bar.callPosition
        height: 8
        liquidationPosition: bar.liquidationPosition
        plain: bar.unknown && !bar.ranged
        width: bar.width
        y: bar.compact ? 5 : 8
    }
    Loader {
        active: bar.unknown

        // qmllint disable unqualified
        sourceComponent: LevelRange {
            best: bar.ranged ? bar.bestPosition : -1
            height: 16
            marks: bar.marks
            surroundColor: bar.surroundColor
            width: bar.width
            worst: bar.ranged ? bar.worstPosition : -1
            y: track.y - 4
        }
        // qmllint enable unqualified
    }
    Loader {
        active: !bar.unknown && bar.ghostPosition >= 0

        // qmllint disable unqualified
        sourceComponent: LevelMarker {
            color: Qt.rgba(Theme.muted.r, Theme.muted.g, Theme.muted.b, 0.7)
            marks: bar.marks
            position: bar.ghostPosition
            surroundColor: bar.surroundColor
            trackHeight: nowMarker.trackHeight
            trackWidth: bar.width
            y: nowMarker.y
        }
        // qmllint enable unqualified
    }
    LevelMarker {
        id: nowMarker
        objectName: "levelMarker"
        marks: bar.marks
        position: bar.unknown ? -1 : bar.position
        surroundColor: bar.surroundColor
        trackHeight: bar.compact ? 18 : 24
        trackWidth: bar.width
        y: track.y + 4 - trackHeight / 2
    }
    Tick { centre: track.y + 4; mark: bar.initialPosition; opacity: 0.6; tall: !bar.compact; trackWidth: bar.width }
    Tick { centre: track.y + 4; mark: bar.liquidationPosition; tall: !bar.compact; trackWidth: bar.width }
    Tick { centre: track.y + 4; mark: bar.callPosition; tall: !bar.compact; trackWidth: bar.width }
    Loader {
        id: words
        active: !bar.compact
        width: bar.width
        y: track.y + 16

        // qmllint disable unqualified
        sourceComponent: LevelBarLabels {
            callPosition: bar.callPosition
            callText: bar.callText
            initialPosition: bar.initialPosition
            initialText: bar.initialText
            liquidationPosition: bar.liquidationPosition
            liquidationText: bar.liquidationText
        }
        // qmllint enable unqualified
    }

    component Tick: Rectangle {
        required property real mark
        required property real centre
        required property real trackWidth
        required property bool tall

        color: Theme.highContrast ? Theme.text : Theme.muted
        height: tall ? 16 : 12
        visible: mark >= 0 && mark <= 1
        width: 2
        x: Math.max(0, Math.min(trackWidth - 2, Math.round(mark * trackWidth) - 1))
        y: centre - height / 2
    }
}
