// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// One entry of what was done on the exchange, with the rules' answer and the preview beside it.
AppDialog {
    id: dialog

    required property EntryViewModel entry
    readonly property bool wanted: entry.isOpen
    readonly property bool editable: !entry.busy

    dialogWidth: 640
    filled: entry.filled
    followsEnd: entry.asksAgain || entry.failure.length > 0
    initialFocusItem: entry.hasAmount ? fields.amountField : (cancel as Item)
    objectName: "entryDialog"
    subtitle: entry.explanation
    title: entry.accountTitle.length > 0 ? qsTr("Record in %1").arg(entry.accountTitle) : qsTr("Record")

    Component.onCompleted: if (wanted) dialog.open()
    onClosed: entry.close()
    onWantedChanged: wanted ? dialog.open() : dialog.close()

    RowLayout {
        Layout.fillWidth: true
        enabled: dialog.editable
        spacing: Theme.s3

        LabeledField {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            label: qsTr("What")

            ChoiceBox {
                Layout.fillWidth: true
                accessibleName: qsTr("What")
                chosen: dialog.entry.kind
                model: dialog.entry.kindNames
                objectName: "entryKind"

                onPicked: index => dialog.entry.kind = index
            }
        }
        LabeledField {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            label: qsTr("Account")

            ChoiceBox {
                Layout.fillWidth: true
                accessibleName: qsTr("Account")
                chosen: dialog.entry.accountIndex
                model: dialog.entry.accountNames
                objectName: "entryAccount"

                onPicked: index => dialog.entry.accountIndex = index
            }
        }
    }
    EntryFields {
        id: fields
        Layout.fillWidth: true
        enabled: dialog.editable
        entry: dialog.entry
        visible: dialog.entry.hasAmount
    }
    LabeledField {
        Layout.fillWidth: true
        label: qsTr("Note")

        AppTextField {
            Layout.fillWidth: true
            accessibleName: qsTr("Note")
            maximumLength: 500
            objectName: "entryNote"
            placeholderText: qsTr("optional")
            readOnly: !dialog.editable
            text: dialog.entry.entryNote

            onTextEdited: dialog.entry.entryNote = text
        }
    }
    ChangeView { preview: dialog.entry.preview }
    FormNotices { form: dialog.entry; onRefused: notice => dialog.reveal(notice) }

    actions: [
        Item { Layout.fillWidth: true },
        AppButton {
            id: cancel
            objectName: "entryCancel"
            text: qsTr("Cancel")

            onClicked: dialog.close()
        },
        AppButton {
            busy: dialog.entry.busy
            enabled: dialog.entry.confirmable || dialog.entry.busy
            objectName: "entryConfirm"
            text: dialog.entry.confirmText
            variant: dialog.entry.hasAmount ? AppButton.Primary : AppButton.Danger

            onClicked: dialog.entry.confirm()
        }
    ]
}
