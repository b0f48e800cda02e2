// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// Every account as it is and as it would be, the most urgent after the changes first.
ColumnLayout {
    id: table

    required property WhatIfViewModel whatIf

    Accessible.name: qsTr("Accounts before and after")
    Accessible.role: Accessible.Table
    spacing: Theme.s2

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.s2
        visible: table.whatIf.otherName.length > 0

        NameText {
            Layout.fillWidth: true
            color: Theme.muted
            objectName: "whatIfOther"
            text: qsTr("Compared with %1").arg(table.whatIf.otherName)
        }
        AppButton {
            objectName: "whatIfStopComparing"
            small: true
            text: qsTr("Stop comparing")

            onClicked: table.whatIf.stopComparing()
        }
    }
    AppText {
        Layout.fillWidth: true
        Accessible.role: Accessible.AlertMessage
        color: Theme.liquidation
        objectName: "whatIfOtherProblem"
        text: table.whatIf.otherProblem
        visible: text.length > 0
        wrapMode: Text.Wrap
    }
    AppText {
        Layout.fillWidth: true
        color: Theme.muted
        objectName: "whatIfProblem"
        text: table.whatIf.problem
        visible: text.length > 0
        wrapMode: Text.Wrap
    }
    Repeater {
        model: table.whatIf.rows

        ColumnLayout {
            id: row

            required property string accountId
            required property string title
            required property string beforeText
            required property int beforeState
            required property string afterText
            required property int afterState
            required property string distanceText
            required property string otherText
            required property int otherState

            Layout.fillWidth: true
            Accessible.description: otherText.length > 0 ? qsTr("%1; compared: %2, %3").arg(distanceText).arg(otherText).arg(Theme.stateWord(otherState)) : distanceText
            Accessible.name: qsTr("%1: now %2, %3; then %4, %5").arg(title).arg(beforeText).arg(Theme.stateWord(beforeState))
                                                              .arg(afterText).arg(Theme.stateWord(afterState))
            Accessible.role: Accessible.Row
            objectName: "whatIfRow-" + accountId
            spacing: 2

            NameText {
                Layout.fillWidth: true
                Accessible.ignored: true
                font.weight: Font.Medium
                text: row.title
            }
            Flow {
                Layout.fillWidth: true
                spacing: Theme.s2

                WhatIfLevel {
                    levelText: row.beforeText
                    riskState: row.beforeState
                    strong: false
                }
                AppText {
                    Accessible.ignored: true
                    color: Theme.muted
                    text: "→"
                }
                WhatIfLevel {
                    levelText: row.afterText
                    riskState: row.afterState
                }
            }
            Flow {
                Layout.fillWidth: true
                spacing: Theme.s2
                visible: row.otherText.length > 0

                AppText {
                    color: Theme.muted
                    text: qsTr("compared:")
                }
                WhatIfLevel {
                    levelText: row.otherText
                    riskState: row.otherState
                    strong: false
                }
            }
            AppText {
                Layout.fillWidth: true
                Accessible.ignored: true
                color: Theme.muted
                font.pixelSize: Theme.smallSize
                text: row.distanceText
                visible: text.length > 0
                wrapMode: Text.Wrap
            }
            Rectangle {
                Layout.fillWidth: true
                Layout.topMargin: 4
                color: Theme.line
                implicitHeight: Theme.hairline
            }
        }
    }
}
