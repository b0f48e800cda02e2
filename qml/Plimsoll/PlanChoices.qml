// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// The prepared plans of one account, as choices that fill a form.
ColumnLayout {
    id: choices

    required property PlansViewModel plans
    required property string accountId
    property bool onlyMoney: false // only those that bring money
    property string verb: qsTr("Record…")
    readonly property int count: plans.rows.count > 0 ? plans.countOf(accountId, onlyMoney) : 0

    signal chosen(string planId)

    spacing: Theme.s2

    Component.onCompleted: choices.plans.load() // the terminal may have made one

    AppText {
        Layout.fillWidth: true
        color: Theme.muted
        text: qsTr("Your plans")
    }
    Repeater {
        model: choices.plans.rows

        RowLayout {
            id: choice

            required property string planId
            required property string accountId
            required property string name
            required property string actText
            required property string todayText
            required property bool tops

            Layout.fillWidth: true
            spacing: Theme.s3
            visible: choice.accountId === choices.accountId && (choice.tops || !choices.onlyMoney)

            ColumnLayout {
                Layout.fillWidth: true
                spacing: 2

                NameText {
                    Layout.fillWidth: true
                    maximumLineCount: 2
                    text: choice.name
                    wrapMode: Text.Wrap
                }
                AppText {
                    Layout.fillWidth: true
                    color: Theme.muted
                    font.pixelSize: Theme.smallSize
                    text: qsTr("%1. %2").arg(choice.actText).arg(choice.todayText)
                    wrapMode: Text.Wrap
                }
            }
            AppButton {
                Accessible.description: choice.todayText
                Accessible.name: qsTr("%1: %2").arg(choice.name).arg(choice.actText)
                objectName: "planUse-" + choice.name
                small: true
                text: choices.verb

                onClicked: choices.chosen(choice.planId)
            }
        }
    }
}
