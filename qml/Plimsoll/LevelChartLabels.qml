// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// The names of the lines, where they end; a click chooses the account. Stands right of the plot and is as high.
Item {
    id: labels

    required property LevelChartViewModel chart
    readonly property real lineHeight: 17
    readonly property real needed: Math.ceil((rows.childrenRect.width + Theme.s4) / Theme.s3) * Theme.s3 // moves in steps

    Binding { target: labels.chart; property: "labelStep"; value: labels.lineHeight / Math.max(labels.height, labels.lineHeight) }

    Item {
        id: rows
        height: parent.height
        x: Theme.s3

        Repeater {
            model: labels.chart.labels

            Row {
                id: label

                required property string lineId
                required property string title
                required property string valueText
                required property int riskState
                required property int part
                required property real place
                readonly property bool chosen: part === 0
                readonly property color ink: part === 1 ? Theme.accent : part === 2 ? Theme.early
                                           : chosen ? Theme.text : Theme.muted

                Accessible.name: title + " " + valueText + ", " + Theme.stateWord(riskState)
                Accessible.onPressAction: labels.chart.choose(label.lineId)
                Accessible.role: Accessible.Button
                objectName: "chartLabel-" + lineId
                spacing: 6
                y: (1 - place) * labels.height - height / 2

                StateShape {
                    anchors.verticalCenter: name.verticalCenter
                    Accessible.ignored: true
                    riskState: label.riskState
                    size: 10
                }
                AppText {
                    id: name
                    Accessible.ignored: true
                    color: label.chosen ? Theme.stateColor(label.riskState) : label.ink
                    font.pixelSize: label.chosen ? 13 : Theme.smallSize
                    font.underline: hover.hovered && !label.chosen
                    font.weight: label.part >= 0 ? Font.Medium : Font.Normal
                    text: label.title + " " + label.valueText
                }

                HoverHandler { id: hover; cursorShape: Qt.PointingHandCursor }
                TapHandler { onTapped: labels.chart.choose(label.lineId) }
            }
        }
    }
}
