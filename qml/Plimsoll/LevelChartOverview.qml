// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Plimsoll.Charts
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// The whole history in small, with a brush over what is shown: drag it or one of its edges, or click elsewhere. Arrows pan, + and - zoom, Home and End go to the ends.
FocusScope {
    id: strip

    required property LevelChartViewModel chart
    property point grabbed: Qt.point(0, 0) // what was shown when dragging began
    readonly property real whole: Math.max(1, chart.window.last - chart.window.first)
    readonly property real beginX: strip.place(chart.window.from)
    readonly property real endX: Math.max(strip.place(chart.window.to), beginX + 4)

    Accessible.description: qsTr("from %1 to %2").arg(chart.fromText).arg(chart.toText)
    Accessible.focusable: true
    Accessible.name: qsTr("Part of the history that is shown")
    Accessible.role: Accessible.Slider
    activeFocusOnTab: true
    objectName: "chartOverview"

    Keys.onPressed: event => event.accepted = strip.press(event.key)

    OverviewPlot {
        anchors.fill: parent
        chart: strip.chart
        inks: ({ call: Theme.call, liquidation: Theme.liquidation, muted: Theme.muted, surface: Theme.surface })
    }
    FocusRing { active: strip.activeFocus; controlRadius: 2 }
    TapHandler {
        onTapped: point => {
            strip.forceActiveFocus(Qt.MouseFocusReason)
            const span = strip.chart.window.to - strip.chart.window.from
            const middle = strip.chart.window.first + point.position.x / strip.width * strip.whole
            strip.chart.window.show(middle - span / 2, middle + span / 2)
        }
    }
    Rectangle {
        id: brush
        border.color: Theme.accent
        border.width: Theme.hairline
        color: Qt.rgba(Theme.accent.r, Theme.accent.g, Theme.accent.b, 0.16)
        height: parent.height
        objectName: "chartBrush"
        width: strip.endX - strip.beginX
        x: strip.beginX

        HoverHandler { cursorShape: Qt.OpenHandCursor }
        DragHandler {
            target: null
            yAxis.enabled: false

            onActiveChanged: strip.grab()
            onTranslationChanged: if (active) strip.move(translation.x, translation.x)
        }
    }
    Repeater {
        model: 2

        Rectangle {
            id: edge

            required property int index

            color: Theme.accent
            height: 20
            objectName: "chartBrushEdge-" + index
            radius: 3
            width: 6
            x: (index === 0 ? strip.beginX : strip.endX) - 3
            y: (strip.height - height) / 2

            HoverHandler { cursorShape: Qt.SizeHorCursor; margin: 4 }
            DragHandler {
                margin: 4
                target: null
                yAxis.enabled: false

                onActiveChanged: strip.grab()
                onTranslationChanged: if (active) strip.move(edge.index === 0 ? translation.x : 0, edge.index === 1 ? translation.x : 0)
            }
        }
    }

    function place(time: real): real {
        return Math.max(0, Math.min(1, (time - strip.chart.window.first) / strip.whole)) * strip.width
    }

    function grab() {
        strip.forceActiveFocus(Qt.MouseFocusReason)
        strip.grabbed = Qt.point(strip.chart.window.from, strip.chart.window.to)
    }

    function move(begin: real, end: real) {
        const perPixel = strip.whole / Math.max(1, strip.width)
        strip.chart.window.show(strip.grabbed.x + begin * perPixel, strip.grabbed.y + end * perPixel)
    }

    function press(key: int): bool {
        const window = strip.chart.window
        switch (key) {
        case Qt.Key_Left: window.pan(-0.1); return true
        case Qt.Key_Right: window.pan(0.1); return true
        case Qt.Key_Home: window.toStart(); return true
        case Qt.Key_End: window.toEnd(); return true
        case Qt.Key_Plus:
        case Qt.Key_Equal: window.zoom(0.8, 0.5); return true
        case Qt.Key_Minus: window.zoom(1.25, 0.5); return true
        default: return false
        }
    }
}
