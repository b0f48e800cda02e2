// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// What happened to the chosen account, on its line; a click tells what, "." and "," go to the next and back. As large as the plot.
Item {
    id: marks

    required property ChartEvents events

    Binding { target: marks.events; property: "markStep"; value: 14 / Math.max(marks.width, 14) }

    Repeater {
        model: marks.events.marks

        T.AbstractButton {
            id: mark

            required property string eventId
            required property int kind
            required property string words
            required property real share
            required property real place
            required property int folded
            required property bool isCurrent
            readonly property color ink: kind === 0 ? Theme.liquidation : kind === 1 ? Theme.call
                                       : kind === 2 ? Theme.safe : Theme.accent
            readonly property string sentence: folded > 0 ? qsTr("%1, and %n more", "", folded).arg(words) : words

            Accessible.name: sentence
            Accessible.onPressAction: mark.clicked()
            focusPolicy: Qt.ClickFocus // the keys "." and "," go through them
            height: 18
            hoverEnabled: true
            objectName: "chartMark-" + kind
            width: 18
            x: Math.max(0, Math.min(marks.width - width, share * marks.width - width / 2))
            y: Math.max(0, Math.min(marks.height - height, (1 - place) * marks.height - height / 2))

            background: Rectangle {
                border.color: mark.ink
                border.width: mark.isCurrent ? 2 : 1
                color: Theme.background
                radius: width / 2
            }
            contentItem: Item {
                StateShape {
                    anchors.centerIn: parent
                    Accessible.ignored: true
                    color: mark.ink
                    riskState: mark.kind === 0 ? RiskState.Liquidated : mark.kind === 1 ? RiskState.MarginCall : RiskState.Normal
                    size: 9
                    visible: mark.kind <= 2
                }
                AppText {
                    anchors.centerIn: parent
                    Accessible.ignored: true
                    color: mark.ink
                    font.pixelSize: 11
                    text: mark.kind === 3 ? "↑" : mark.kind === 4 ? "↓" : mark.kind === 5 ? "⇄" : mark.kind === 6 ? "≡" : "·"
                    visible: mark.kind > 2
                }
            }

            onClicked: marks.events.select(mark.eventId)

            HoverTip { over: mark; shown: mark.hovered && !mark.isCurrent; text: mark.sentence }
        }
    }
    Rectangle {
        id: told

        readonly property point place: marks.events.currentPlace

        border.color: Theme.outline
        border.width: Theme.hairline
        color: Theme.raised
        height: words.implicitHeight + Theme.s2
        objectName: "chartEventText"
        radius: Theme.radiusControl
        visible: marks.events.currentText.length > 0
        width: words.width + Theme.s3
        x: Math.max(0, Math.min(marks.width - width, place.x * marks.width - width / 2))
        y: place.y > 0.5 ? (1 - place.y) * marks.height + 14 : (1 - place.y) * marks.height - height - 14

        AppText {
            id: words
            anchors.centerIn: parent
            font.pixelSize: Theme.smallSize
            text: marks.events.currentText
            width: Math.min(implicitWidth, 300)
            wrapMode: Text.Wrap
        }
    }
}
