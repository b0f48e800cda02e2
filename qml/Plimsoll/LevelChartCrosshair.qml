// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// The moment under the pointer, or where the arrow keys are, and what held then. As large as the plot.
Item {
    id: cross

    required property ChartCursor cursor
    readonly property real atX: cursor.share * width
    readonly property real atY: (1 - cursor.place) * height
    readonly property bool known: cursor.place >= 0

    objectName: "chartCrosshair"
    visible: cursor.active

    Rectangle {
        color: Theme.accent
        height: parent.height
        width: 1
        x: Math.round(cross.atX)
    }
    Rectangle {
        color: Theme.accent
        height: 1
        opacity: 0.7
        visible: cross.known
        width: parent.width
        y: Math.round(cross.atY)
    }
    Rectangle {
        border.color: Theme.accent
        border.width: 2
        color: Theme.background
        height: 10
        radius: 5
        visible: cross.known
        width: 10
        x: Math.round(cross.atX) - 4.5
        y: Math.round(cross.atY) - 4.5
    }
    Rectangle {
        color: Theme.accent
        height: level.implicitHeight + 4
        radius: 3
        visible: cross.known
        width: level.implicitWidth + 10
        x: -width - 2
        y: Math.max(0, Math.min(cross.height - height, cross.atY - height / 2))

        AppText {
            id: level
            anchors.centerIn: parent
            color: Theme.accentText
            font { pixelSize: 11; weight: Font.Medium }
            objectName: "cursorLevel"
            text: cross.cursor.axisText
        }
    }
    Rectangle {
        color: Theme.accent
        height: moment.implicitHeight + 4
        radius: 3
        width: moment.implicitWidth + 12
        x: Math.max(0, Math.min(cross.width - width, cross.atX - width / 2))
        y: cross.height + 3

        AppText {
            id: moment
            anchors.centerIn: parent
            color: Theme.accentText
            font { pixelSize: 11; weight: Font.Medium }
            objectName: "cursorTime"
            text: cross.cursor.timeText
        }
    }
    Rectangle { // beside the line, on the side with more room
        id: box

        readonly property bool isLeft: cross.atX > cross.width / 2

        border.color: Theme.outline
        border.width: Theme.hairline
        color: Theme.raised
        height: told.height + Theme.s2 * 2
        objectName: "cursorBox"
        radius: Theme.radiusControl
        width: told.width + Theme.s3 * 1.5
        x: isLeft ? cross.atX - width - 12 : cross.atX + 12
        y: Math.max(0, Math.min(cross.height - height, 16))

        Column {
            id: told
            anchors.centerIn: parent
            spacing: 3
            width: Math.max(title.implicitWidth, note.visible ? note.implicitWidth : 0, 150)

            AppText {
                id: title
                color: Theme.muted
                font.pixelSize: Theme.smallSize
                text: cross.cursor.title
            }
            Repeater {
                model: cross.cursor.names

                Item {
                    id: row

                    required property string modelData
                    required property int index

                    height: value.implicitHeight
                    width: told.width

                    AppText {
                        color: Theme.muted
                        font.pixelSize: Theme.smallSize
                        text: row.modelData
                        width: parent.width - value.implicitWidth - Theme.s2
                    }
                    AppText {
                        id: value
                        anchors.right: parent.right
                        font { pixelSize: Theme.smallSize; weight: Font.Medium }
                        objectName: "cursorValue-" + row.index
                        text: cross.cursor.values[row.index] ?? ""
                    }
                }
            }
            AppText {
                id: note
                color: Theme.muted
                font.pixelSize: 11
                text: cross.cursor.note
                visible: text.length > 0
            }
        }
    }
}
