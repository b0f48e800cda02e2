// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Plimsoll.Drawing
import Plimsoll.Theme

// The shape of a RiskState on a 16 x 16 grid; tells the state without colour. Unknown is hatched where 20 px or more.
GridDrawing {
    id: mark

    property int riskState: RiskState.Unknown
    property real size: 13
    property color color: Theme.stateColor(riskState)
    readonly property bool hatched: riskState === RiskState.Unknown && size >= 20
    readonly property bool outlined: riskState === RiskState.NoDebt || riskState >= RiskState.Liquidated
    readonly property var paths: [
        "M8 2.5a5.5 5.5 0 1 0 .01 0z",
        "M8 1.5a6.5 6.5 0 1 0 .01 0z",
        "M8 0.5L15.5 8L8 15.5L0.5 8z",
        "M8 1L15.5 14.5H0.5z",
        "M2 2H14V14H2z",
        "M3 3L13 13M13 3L3 13",
        "M4 5.2a4 4 0 1 1 5.9 3.4c-1.4 .8-1.9 1.3-1.9 2.4M8 14.4v.1"
    ]

    Accessible.name: Theme.stateWord(riskState)
    Accessible.role: Accessible.Graphic
    implicitHeight: size
    implicitWidth: size
    fill: outlined ? "transparent" : color
    flatEnds: riskState === RiskState.Liquidated
    path: paths[riskState] ?? paths[RiskState.Unknown]
    stroke: outlined ? color : "transparent"
    strokeWidth: riskState === RiskState.Liquidated ? 3 : riskState === RiskState.Unknown ? 2.5 : 2

    GridDrawing {
        anchors.fill: parent
        path: mark.hatched ? "M0.5 6L6 0.5M0.5 13L3.5 10M10 3.5L13 0.5M2.5 15.5L6 12M11 12.5L15.5 8M12 5.5L15.5 2M9 15.5L15.5 14" : ""
        stroke: Qt.rgba(mark.color.r, mark.color.g, mark.color.b, 0.55)
        strokeWidth: Math.max(1, 16 / mark.size)
        visible: mark.hatched
        z: -1
    }
}
