// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Shapes

// One path on a 16 x 16 grid, as large as the item. The software renderer paints a Shape that is wholly outside of what clips it all the
// same, for example over the buttons below a scrolled list: there it is a Canvas.
Item {
    id: drawing

    required property string path
    property color fillColor: "transparent"
    property color strokeColor: "transparent"
    property real strokeWidth: 1.5 // of the grid
    property int capStyle: ShapePath.RoundCap
    readonly property real unit: width / 16
    readonly property bool isSoftware: GraphicsInfo.api === GraphicsInfo.Software

    Accessible.ignored: true

    Shape {
        anchors.fill: parent
        layer.enabled: visible
        layer.samples: 4
        visible: !drawing.isSoftware

        ShapePath {
            capStyle: drawing.capStyle
            fillColor: drawing.fillColor
            joinStyle: ShapePath.RoundJoin
            scale: Qt.size(drawing.unit, drawing.unit)
            strokeColor: drawing.strokeColor
            strokeWidth: drawing.strokeWidth * drawing.unit

            PathSvg { path: drawing.path }
        }
    }
    Canvas {
        readonly property var look: [drawing.path, drawing.fillColor, drawing.strokeColor, drawing.strokeWidth, drawing.capStyle, drawing.unit]

        anchors.fill: parent
        visible: drawing.isSoftware

        onLookChanged: requestPaint()
        onPaint: {
            const pen = getContext("2d")
            pen.reset()
            pen.scale(drawing.unit, drawing.unit)
            pen.path = drawing.path
            pen.fillStyle = drawing.fillColor
            pen.fill()
            pen.lineCap = drawing.capStyle === ShapePath.FlatCap ? "butt" : "round"
            pen.lineJoin = "round"
            pen.lineWidth = drawing.strokeWidth
            pen.strokeStyle = drawing.strokeColor
            pen.stroke()
        }
    }
}
