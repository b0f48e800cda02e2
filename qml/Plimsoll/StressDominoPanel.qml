// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// Who falls when: one line for each account, from normal over the call to its liquidation, on one axis of falling prices.
ColumnLayout {
    id: panel

    required property StressViewModel stress
    readonly property StressDomino domino: stress.domino
    readonly property bool isNarrow: width < 720
    readonly property int rowHeight: isNarrow ? 48 : 28
    readonly property real titleRoom: isNarrow ? 0 : 150
    readonly property real axisStart: titleRoom + 16 // half of the first word stands left of it
    readonly property real axisLength: Math.max(100, width - axisStart - (isNarrow ? 32 : 280))

    spacing: Theme.s1

    AppText {
        Layout.fillWidth: true
        font.pixelSize: 16
        font.weight: Font.Medium
        text: qsTr("Who falls when")
    }
    AppText {
        Layout.fillWidth: true
        font.weight: Font.Medium
        objectName: "stressDominoAt"
        text: panel.domino.atText
        wrapMode: Text.Wrap
    }
    AppText {
        Layout.fillWidth: true
        color: Theme.muted
        objectName: "stressDominoLoss"
        text: panel.domino.lossText
        visible: text.length > 0
        wrapMode: Text.Wrap
    }
    Item {
        Layout.fillWidth: true
        implicitHeight: axis.height + rows.implicitHeight

        Item {
            id: axis
            height: 22
            width: parent.width

            Repeater {
                model: panel.domino.ticks

                AppText {
                    required property int index
                    required property string modelData

                    color: Theme.muted
                    font.pixelSize: Theme.smallSize
                    text: modelData
                    x: panel.axisStart + panel.axisLength * index / (panel.domino.ticks.length - 1) - width / 2
                }
            }
            Repeater {
                model: panel.domino.ticks.length

                Rectangle {
                    required property int index

                    color: Theme.grid
                    height: rows.implicitHeight
                    width: 1
                    x: panel.axisStart + panel.axisLength * index / (panel.domino.ticks.length - 1)
                    y: axis.height
                }
            }
        }
        ListView {
            id: rows
            Accessible.name: qsTr("Who falls when")
            Accessible.role: Accessible.List
            anchors.top: axis.bottom
            height: implicitHeight
            implicitHeight: count * panel.rowHeight
            interactive: false // the page scrolls
            model: panel.domino.rows
            objectName: "stressDomino"
            width: parent.width

            delegate: Item {
                id: row

                required property string accountId
                required property string title
                required property real callShare
                required property real liquidationShare
                required property bool hasCall
                required property bool hasLiquidation
                required property string words
                required property int riskState
                required property bool isChosen
                readonly property bool isStruck: riskState === RiskState.MarginCall || riskState === RiskState.Liquidation
                readonly property real barY: panel.isNarrow ? 34 : height / 2

                Accessible.name: qsTr("%1: %2. Now at the chosen move: %3").arg(title).arg(words).arg(Theme.stateWord(riskState))
                Accessible.onPressAction: panel.stress.choose(row.accountId)
                Accessible.role: Accessible.ListItem
                height: panel.rowHeight
                width: ListView.view.width

                Rectangle {
                    anchors.fill: parent
                    color: row.isChosen ? Theme.hover : "transparent"
                    radius: 4
                }
                NameText {
                    Accessible.ignored: true
                    anchors.verticalCenter: panel.isNarrow ? undefined : parent.verticalCenter
                    color: row.isStruck ? Theme.stateColor(row.riskState) : Theme.text
                    font.weight: Font.Medium
                    horizontalAlignment: panel.isNarrow ? Text.AlignLeft : Text.AlignRight
                    text: row.title
                    width: panel.isNarrow ? row.width / 2.6 : panel.titleRoom - 8
                    x: panel.isNarrow ? panel.axisStart + 4 : 0 // beside the line at its left
                    y: 2
                }
                Item {
                    width: panel.axisLength
                    x: panel.axisStart
                    y: row.barY

                    Rectangle {
                        color: Theme.safe
                        height: 6
                        opacity: 0.4
                        width: parent.width * row.callShare
                        y: -3
                    }
                    Rectangle {
                        color: Theme.call
                        height: 6
                        opacity: 0.75
                        width: parent.width * (row.liquidationShare - row.callShare)
                        x: parent.width * row.callShare
                        y: -3
                    }
                    StateShape {
                        Accessible.ignored: true
                        riskState: RiskState.MarginCall
                        size: 11
                        visible: row.hasCall
                        x: parent.width * row.callShare - width / 2
                        y: -height / 2
                    }
                    StateShape {
                        Accessible.ignored: true
                        riskState: RiskState.Liquidation
                        size: 11
                        visible: row.hasLiquidation
                        x: parent.width * row.liquidationShare - width / 2
                        y: -height / 2
                    }
                }
                AppText {
                    Accessible.ignored: true
                    color: row.isStruck ? Theme.text : Theme.muted
                    font.pixelSize: Theme.smallSize
                    text: row.words
                    x: panel.isNarrow ? row.width - width : panel.axisStart + 12 + panel.axisLength * row.liquidationShare
                    y: panel.isNarrow ? 4 : (row.height - height) / 2
                }
                TapHandler { onTapped: panel.stress.choose(row.accountId) }
            }
        }
        Rectangle {
            color: Theme.accent
            height: parent.height - axis.height
            visible: panel.domino.cursor >= 0
            width: 1.5
            x: panel.axisStart + panel.axisLength * panel.domino.cursor - width / 2
            y: axis.height
        }
    }
    AppText {
        Layout.fillWidth: true
        color: Theme.muted
        font.pixelSize: Theme.smallSize
        objectName: "stressRest"
        text: panel.domino.restText
        visible: text.length > 0
        wrapMode: Text.Wrap
    }
    AppText {
        Layout.fillWidth: true
        font.pixelSize: Theme.smallSize
        objectName: "stressUnknown"
        text: panel.domino.unknownText
        visible: text.length > 0
        wrapMode: Text.Wrap
    }
}
