// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme

// How likely a call and a liquidation are within one time by one method: in figures, and as bars with their errors.
ColumnLayout {
    id: line

    required property string horizonText
    required property string methodText
    required property string callText
    required property string liquidationText
    required property real call
    required property real callError
    required property real liquidation
    required property real liquidationError
    required property string betweenText
    required property string lossText
    required property string rareLossText
    property real highest: 1

    Accessible.description: more.text
    Accessible.name: qsTr("Within %1, %2: margin call %3, liquidation %4").arg(horizonText).arg(methodText).arg(callText).arg(liquidationText)
    Accessible.role: Accessible.Row
    spacing: 2

    Flow {
        Layout.fillWidth: true
        spacing: Theme.s3

        AppText {
            Accessible.ignored: true
            elide: Text.ElideNone
            font.weight: Font.Medium
            text: line.horizonText
        }
        AppText {
            Accessible.ignored: true
            color: Theme.muted
            elide: Text.ElideNone
            text: line.methodText
        }
        ChanceFigure {
            riskState: RiskState.MarginCall
            text: line.callText
        }
        ChanceFigure {
            riskState: RiskState.Liquidation
            text: line.liquidationText
        }
    }
    Item {
        id: bars

        Layout.fillWidth: true
        Accessible.ignored: true
        implicitHeight: 16

        Repeater {
            model: [{ p: line.call, error: line.callError, color: Theme.call, top: 0 },
                    { p: line.liquidation, error: line.liquidationError, color: Theme.liquidation, top: 8 }]

            Item {
                id: bar

                required property var modelData

                function along(p: real): real {
                    return Math.max(0, Math.min(1, p / line.highest)) * bars.width
                }

                height: 6
                width: bars.width
                y: modelData.top

                Rectangle {
                    color: Theme.line
                    height: 1
                    width: parent.width
                    y: 3
                }
                Rectangle {
                    color: bar.modelData.color
                    height: 6
                    width: bar.along(bar.modelData.p)
                }
                Rectangle {
                    color: Theme.text
                    height: 1.5
                    visible: bar.modelData.error > 0
                    width: bar.along(bar.modelData.p + bar.modelData.error) - x
                    x: bar.along(bar.modelData.p - bar.modelData.error)
                    y: 2
                }
            }
        }
    }
    AppText {
        id: more
        Layout.fillWidth: true
        Accessible.ignored: true
        color: Theme.muted
        font.pixelSize: Theme.smallSize
        text: qsTr("From call to liquidation %1. Loss of equity, 95 %: %2; 99 %: %3").arg(line.betweenText).arg(line.lossText).arg(line.rareLossText)
        wrapMode: Text.Wrap
    }
}
