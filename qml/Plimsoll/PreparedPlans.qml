// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// The plans of one account, made while there is time: kept by name, computed anew, never booked by themselves.
ColumnLayout {
    id: view

    required property PlansViewModel plans
    required property string accountId
    readonly property bool edits: plans.editor.isOpen && plans.editor.accountId === accountId

    spacing: Theme.s3

    onVisibleChanged: if (visible) view.plans.load()

    SectionHeader {
        Layout.fillWidth: true
        title: qsTr("Prepared plans")
    }
    Repeater {
        model: view.plans.rows

        PlanLine {
            required property string accountId

            Layout.fillWidth: true
            plans: view.plans
            visible: accountId === view.accountId
        }
    }
    Banner {
        Layout.fillWidth: true
        actionText: qsTr("Delete")
        asks: true
        objectName: "planLeaving"
        otherActionText: qsTr("Keep")
        text: qsTr("Delete the plan %1?").arg(view.plans.leaving)
        visible: view.plans.leaving.length > 0 && view.plans.leavingAccount === view.accountId

        onActionTriggered: view.plans.answerRemove(true)
        onOtherActionTriggered: view.plans.answerRemove(false)
    }
    AppText {
        Layout.fillWidth: true
        color: Theme.liquidation
        objectName: "planProblem"
        text: view.plans.problem
        visible: text.length > 0
        wrapMode: Text.Wrap
    }
    PlanForm {
        Layout.fillWidth: true
        Layout.maximumWidth: 420
        editor: view.plans.editor
        visible: view.edits
    }
    AppButton {
        objectName: "planNew"
        text: qsTr("Prepare a plan…")
        visible: !view.edits

        onClicked: view.plans.editor.openNew(view.accountId)
    }
}
