// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Plimsoll.Controls
import Plimsoll.ViewModels

// What moves the chart: wheel and pinch zoom at the pointer, dragging pans, arrows move the crosshair, + and - zoom at it, Shift with arrows and Page keys pan, Home and End go to the ends, "." and "," step through what happened. As large as the plot.
FocusScope {
    id: touch

    required property LevelChartViewModel chart
    readonly property real column: 1 / Math.max(width, 1)
    readonly property real focusShare: chart.cursor.active ? Math.max(0, Math.min(1, chart.cursor.share)) : 1
    property point grabbed: Qt.point(0, 0) // what was shown when dragging began

    Accessible.description: chart.summary
    Accessible.focusable: true
    Accessible.name: chart.events.currentText.length > 0 ? chart.events.currentText
                   : chart.cursor.active ? chart.cursor.sentence : qsTr("Margin level over time")
    Accessible.role: Accessible.Chart
    activeFocusOnTab: true
    objectName: "chartTouch"

    Keys.onPressed: event => event.accepted = touch.press(event.key, event.text, event.modifiers)

    onActiveFocusChanged: if (!activeFocus) chart.cursor.leave()

    FocusRing { active: touch.activeFocus; controlRadius: 2 }
    HoverHandler {
        id: hover

        property real pointedAt: -1 // what is drawn anew below a pointer that rests tells of it again, and moves nothing

        onHoveredChanged: {
            pointedAt = -1
            if (!hovered && !touch.activeFocus)
                touch.chart.cursor.leave()
        }
        onPointChanged: {
            if (!hovered || drag.active || point.position.x === pointedAt)
                return
            pointedAt = point.position.x
            touch.chart.cursor.moveTo(point.position.x / touch.width, touch.column)
        }
    }
    WheelHandler {
        acceptedDevices: PointerDevice.Mouse | PointerDevice.TouchPad
        target: null

        onWheel: event => {
            const steps = event.angleDelta.y / 120
            if (event.angleDelta.x !== 0 && Math.abs(event.angleDelta.x) > Math.abs(event.angleDelta.y))
                touch.chart.window.pan(-event.angleDelta.x / 120 * 0.1)
            else
                touch.chart.window.zoom(Math.pow(0.8, steps), event.x / touch.width)
        }
    }
    DragHandler {
        id: drag
        dragThreshold: 4
        target: null
        yAxis.enabled: false

        onActiveChanged: {
            touch.grabbed = Qt.point(touch.chart.window.from, touch.chart.window.to)
            if (active) {
                touch.chart.cursor.leave()
                touch.forceActiveFocus(Qt.MouseFocusReason)
            }
        }
        onTranslationChanged: if (active) touch.drag(translation.x)
    }
    PinchHandler {
        id: pinch

        property real before: 1

        target: null

        onActiveChanged: before = 1
        onScaleChanged: {
            if (active && activeScale > 0) {
                touch.chart.window.zoom(before / activeScale, centroid.position.x / touch.width)
                before = activeScale
            }
        }
    }
    TapHandler {
        onTapped: {
            touch.chart.events.leave()
            touch.forceActiveFocus(Qt.MouseFocusReason)
        }
    }

    function drag(by: real) {
        const span = touch.grabbed.y - touch.grabbed.x
        const moved = by / Math.max(1, touch.width) * span
        touch.chart.window.show(touch.grabbed.x - moved, touch.grabbed.y - moved)
    }

    function press(key: int, text: string, modifiers: int): bool {
        const window = touch.chart.window
        const pans = (modifiers & Qt.ShiftModifier) !== 0
        const step = (modifiers & Qt.ControlModifier) !== 0 ? 50 : 5 // pixels
        switch (key) {
        case Qt.Key_Left: pans ? window.pan(-0.1) : touch.chart.cursor.step(-step, touch.column); return true
        case Qt.Key_Right: pans ? window.pan(0.1) : touch.chart.cursor.step(step, touch.column); return true
        case Qt.Key_PageUp: window.pan(-0.9); return true
        case Qt.Key_PageDown: window.pan(0.9); return true
        case Qt.Key_Home: window.toStart(); return true
        case Qt.Key_End: window.toEnd(); return true
        case Qt.Key_Plus:
        case Qt.Key_Equal: window.zoom(0.8, touch.focusShare); return true
        case Qt.Key_Minus: window.zoom(1.25, touch.focusShare); return true
        case Qt.Key_Period: touch.chart.events.step(1); return true
        case Qt.Key_Comma: touch.chart.events.step(-1); return true
        case Qt.Key_Escape:
            if (!touch.chart.cursor.active && touch.chart.events.currentText.length === 0)
                return false
            touch.chart.cursor.leave()
            touch.chart.events.leave()
            return true
        default: return false
        }
    }
}
