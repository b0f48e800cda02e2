// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// One prepared plan: its name, what it does, how it stands today, and what can be done with it.
ColumnLayout {
    id: line

    required property PlansViewModel plans
    required property string planId
    required property string name
    required property string actText
    required property string todayText
    required property bool falls

    Accessible.name: qsTr("%1: %2. %3").arg(name).arg(actText).arg(todayText)
    Accessible.role: Accessible.ListItem
    objectName: "planLine-" + name
    spacing: 2

    NameText {
        Layout.fillWidth: true
        Accessible.ignored: true
        maximumLineCount: 2
        text: line.name
        wrapMode: Text.Wrap
    }
    AppText {
        Layout.fillWidth: true
        Accessible.ignored: true
        text: line.actText
        wrapMode: Text.Wrap
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.s1

        StateShape {
            Layout.alignment: Qt.AlignTop
            Layout.topMargin: 2
            Accessible.ignored: true
            riskState: RiskState.EarlyWarning
            visible: line.falls
        }
        AppText {
            Layout.fillWidth: true
            Accessible.ignored: true
            color: line.falls ? Theme.text : Theme.muted
            font.pixelSize: Theme.smallSize
            text: line.todayText
            wrapMode: Text.Wrap
        }
    }
    Flow {
        Layout.fillWidth: true
        Layout.topMargin: 2
        spacing: Theme.s2

        AppButton {
            Accessible.name: qsTr("%1: open the form").arg(line.name)
            objectName: "planOpen-" + line.name
            small: true
            text: qsTr("Record…")

            onClicked: line.plans.open(line.planId)
        }
        AppButton {
            Accessible.name: qsTr("Change the plan %1").arg(line.name)
            objectName: "planEdit-" + line.name
            small: true
            text: qsTr("Change")

            onClicked: line.plans.edit(line.planId)
        }
        AppButton {
            Accessible.name: qsTr("Delete the plan %1").arg(line.name)
            objectName: "planRemove-" + line.name
            small: true
            text: qsTr("Delete")

            onClicked: line.plans.remove(line.planId)
        }
    }
}
