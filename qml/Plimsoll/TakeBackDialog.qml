// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// One record of the journal taken back: what that does to every amount and to the level, before it is done.
AppDialog {
    id: dialog

    required property TakeBackViewModel form
    readonly property bool wanted: form.isOpen

    filled: form.filled
    initialFocusItem: note
    objectName: "takeBackDialog"
    subtitle: form.about
    title: qsTr("Take a record back")

    Component.onCompleted: if (wanted) dialog.open()
    onClosed: form.close()
    onWantedChanged: wanted ? dialog.open() : dialog.close()

    AppText {
        Layout.fillWidth: true
        color: Theme.muted
        text: qsTr("The record stays in the journal, and a second one with the other sign stands beside it. Nothing happens on the exchange.")
        wrapMode: Text.Wrap
    }
    ColumnLayout {
        Layout.fillWidth: true
        spacing: 6

        Repeater {
            model: dialog.form.lines

            AppText {
                required property string modelData

                Layout.fillWidth: true
                objectName: "takeBackLine"
                text: modelData
                wrapMode: Text.Wrap
            }
        }
    }
    ChangeView {
        preview: dialog.form.preview
        visible: dialog.form.hasAccount
    }
    LabeledField {
        Layout.fillWidth: true
        label: qsTr("Reason (optional)")

        AppTextField {
            id: note
            Layout.fillWidth: true
            accessibleName: qsTr("Reason")
            maximumLength: 500
            objectName: "takeBackNote"
            text: dialog.form.note

            onAccepted: dialog.form.confirm()
            onTextEdited: dialog.form.note = text
        }
    }
    Banner {
        Layout.fillWidth: true
        objectName: "takeBackProblem"
        riskState: RiskState.MarginCall
        text: dialog.form.problem.length > 0 ? dialog.form.problem : dialog.form.failure
        visible: text.length > 0
    }

    actions: [
        Item { Layout.fillWidth: true },
        AppButton {
            objectName: "takeBackCancel"
            text: qsTr("Cancel")

            onClicked: dialog.close()
        },
        AppButton {
            busy: dialog.form.busy
            enabled: dialog.form.confirmable || dialog.form.busy
            objectName: "takeBackConfirm"
            text: qsTr("Take back")
            variant: AppButton.Primary

            onClicked: dialog.form.confirm()
        }
    ]
}
