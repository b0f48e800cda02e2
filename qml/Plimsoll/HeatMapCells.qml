// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// The cells of a heat map, painted at once: each in the colour of its state and with its shape. Pointer and arrows move the cursor.
FocusScope {
    id: cells

    required property HeatMapViewModel map
    readonly property real cellWidth: width / map.cells
    readonly property real cellHeight: height / map.cells

    Accessible.focusable: true
    Accessible.name: qsTr("Map of two prices. %1").arg(map.atText)
    Accessible.role: Accessible.Table
    activeFocusOnTab: true
    objectName: "heatMapCells"

    Keys.onDownPressed: cells.map.row -= 1
    Keys.onLeftPressed: cells.map.column -= 1
    Keys.onRightPressed: cells.map.column += 1
    Keys.onUpPressed: cells.map.row += 1
    Keys.onPressed: event => {
        const middle = (cells.map.cells - 1) / 2
        event.accepted = event.key === Qt.Key_Home // where prices are as they are
        if (event.accepted)
            cells.map.moveTo(middle, middle)
    }

    Canvas {
        readonly property var look: [cells.map.states, Theme.text, Theme.call, cells.width, cells.height]

        anchors.fill: parent

        onLookChanged: requestPaint()
        onPaint: cells.paint(getContext("2d"))
    }
    // Where prices are as they are.
    Rectangle {
        border.color: Theme.text
        border.width: 1
        color: "transparent"
        height: cells.cellHeight
        width: cells.cellWidth
        x: (cells.map.cells - 1) / 2 * width
        y: (cells.map.cells - 1) / 2 * height
    }
    Rectangle {
        border.color: Theme.accent
        border.width: cells.activeFocus ? 4 : 2
        color: "transparent"
        height: cells.cellHeight + 2
        width: cells.cellWidth + 2
        x: cells.map.column * cells.cellWidth - 1
        y: (cells.map.cells - 1 - cells.map.row) * cells.cellHeight - 1
    }
    FocusRing { active: cells.activeFocus }
    HoverHandler { onPointChanged: if (hovered) cells.pointAt(point.position) }
    TapHandler {
        onTapped: point => {
            cells.forceActiveFocus(Qt.MouseFocusReason)
            cells.pointAt(point.position)
        }
    }

    function pointAt(place: var): void {
        cells.map.moveTo(Math.floor(place.x / cells.cellWidth), cells.map.cells - 1 - Math.floor(place.y / cells.cellHeight))
    }

    function paint(pen: var): void {
        const states = cells.map.states
        const count = cells.map.cells
        pen.reset()
        if (states.length !== count * count)
            return
        const size = Math.min(cells.cellWidth, cells.cellHeight) * 0.26
        for (let row = 0; row < count; ++row) {
            for (let column = 0; column < count; ++column) {
                const state = states[row * count + column]
                const x = column * cells.cellWidth
                const y = (count - 1 - row) * cells.cellHeight
                pen.globalAlpha = 0.55
                pen.fillStyle = Theme.stateColor(state)
                pen.fillRect(x, y, cells.cellWidth - 1, cells.cellHeight - 1)
                pen.globalAlpha = 1
                pen.fillStyle = Theme.text
                cells.shape(pen, state, x + cells.cellWidth / 2, y + cells.cellHeight / 2, size)
            }
        }
    }

    // The shapes of StateShape: a dot, a diamond, a triangle, a square; a cross where nothing is known.
    function shape(pen: var, state: int, x: real, y: real, size: real): void {
        pen.beginPath()
        switch (state) {
        case RiskState.Normal:
        case RiskState.NoDebt:
            pen.arc(x, y, size * 0.6, 0, 2 * Math.PI)
            break
        case RiskState.EarlyWarning:
            cells.corners(pen, [[x, y - size], [x + size, y], [x, y + size], [x - size, y]])
            break
        case RiskState.MarginCall:
            cells.corners(pen, [[x, y - size], [x + size, y + size], [x - size, y + size]])
            break
        case RiskState.Liquidation:
            cells.corners(pen, [[x - size, y - size], [x + size, y - size], [x + size, y + size], [x - size, y + size]])
            break
        default:
            cells.corners(pen, [[x - size, y - 1], [x + size, y - 1], [x + size, y + 1], [x - size, y + 1]])
        }
        pen.fill()
    }

    function corners(pen: var, points: var): void {
        pen.moveTo(points[0][0], points[0][1])
        for (let i = 1; i < points.length; ++i)
            pen.lineTo(points[i][0], points[i][1])
        pen.closePath()
    }
}
