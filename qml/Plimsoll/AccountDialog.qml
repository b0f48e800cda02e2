// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// An account by hand: what it is, its bars, its balances.
AppDialog {
    id: dialog

    required property AccountEditorViewModel editor
    property bool practice: false
    readonly property bool wanted: editor.isOpen

    dialogWidth: 760
    filled: editor.filled
    followsEnd: editor.asksRemove || editor.failure.length > 0
    initialFocusItem: accountName
    objectName: "accountDialog"
    subtitle: editor.isNew ? qsTr("Copy what your exchange shows. Nothing leaves this computer.")
                           : qsTr("Changed balances are recorded as one correction in the journal.")
    title: editor.title

    Component.onCompleted: if (wanted) dialog.open()
    onClosed: editor.close()
    onWantedChanged: wanted ? dialog.open() : dialog.close()

    PracticeNote { visible: dialog.practice }
    RowLayout {
        Layout.fillWidth: true
        enabled: !dialog.editor.busy
        spacing: Theme.s3

        LabeledField {
            Layout.fillWidth: true
            Layout.preferredWidth: 2
            label: qsTr("Name")

            AppTextField {
                id: accountName
                Layout.fillWidth: true
                accessibleName: qsTr("Name")
                maximumLength: 500
                objectName: "accountName"
                placeholderText: qsTr("optional")
                text: dialog.editor.name

                onTextEdited: dialog.editor.name = text
            }
        }
        LabeledField {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            label: qsTr("Owner")

            AppTextField {
                Layout.fillWidth: true
                accessibleName: qsTr("Owner")
                maximumLength: 500
                objectName: "accountOwner"
                placeholderText: qsTr("me")
                text: dialog.editor.owner

                onTextEdited: dialog.editor.owner = text
            }
        }
    }
    RowLayout {
        Layout.fillWidth: true
        enabled: dialog.editor.isNew && !dialog.editor.busy
        spacing: Theme.s3

        LabeledField {
            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: true
            Layout.preferredWidth: 2
            label: qsTr("Margin mode")

            ChoiceBar {
                Layout.fillWidth: true
                accessibleName: qsTr("Margin mode")
                chosen: dialog.editor.mode
                implicitHeight: 44
                model: [qsTr("Cross"), qsTr("Isolated")]
                objectName: "accountMode"

                onPicked: index => dialog.editor.mode = index
            }
        }
        LabeledField {
            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            errorText: dialog.editor.baseError
            label: qsTr("Asset")
            visible: dialog.editor.mode === AccountEditorViewModel.Isolated

            AppTextField {
                Layout.fillWidth: true
                accessibleName: qsTr("Asset of the pair")
                error: dialog.editor.baseError.length > 0
                inputMethodHints: Qt.ImhUppercaseOnly | Qt.ImhNoPredictiveText
                maximumLength: 40
                objectName: "accountBase"
                placeholderText: "BTC"
                text: dialog.editor.base

                onTextEdited: dialog.editor.base = text
            }
        }
        LabeledField {
            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            errorText: dialog.editor.quoteError
            label: dialog.editor.mode === AccountEditorViewModel.Isolated ? qsTr("Against") : qsTr("Valued in")

            AppTextField {
                Layout.fillWidth: true
                accessibleName: qsTr("Quote asset")
                error: dialog.editor.quoteError.length > 0
                inputMethodHints: Qt.ImhUppercaseOnly | Qt.ImhNoPredictiveText
                maximumLength: 40
                objectName: "accountQuote"
                text: dialog.editor.quote

                onTextEdited: dialog.editor.quote = text
            }
        }
    }
    AccountBars {
        Layout.fillWidth: true
        editor: dialog.editor
        enabled: !dialog.editor.busy
    }
    AnnouncedBars {
        Layout.fillWidth: true
        editor: dialog.editor.announced
        visible: !dialog.editor.isNew
    }
    AccountBalances {
        Layout.fillWidth: true
        editor: dialog.editor
        enabled: !dialog.editor.busy
    }
    RowLayout {
        Layout.fillWidth: true
        enabled: !dialog.editor.busy
        spacing: Theme.s3

        LabeledField {
            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            echoText: dialog.editor.contributedEcho
            errorText: dialog.editor.contributedError
            hintText: qsTr("Needed for the profit; empty where you do not know.")
            label: qsTr("Own money put in")

            AppTextField {
                Layout.fillWidth: true
                accessibleName: qsTr("Own money put in")
                error: dialog.editor.contributedError.length > 0
                inputMethodHints: Qt.ImhFormattedNumbersOnly
                maximumLength: 60
                objectName: "accountContributed"
                suffix: dialog.editor.quote
                text: dialog.editor.contributed

                onTextEdited: dialog.editor.contributed = text
            }
        }
        LabeledField {
            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            label: qsTr("Note")

            AppTextField {
                Layout.fillWidth: true
                accessibleName: qsTr("Note")
                maximumLength: 500
                objectName: "accountNote"
                placeholderText: qsTr("optional")
                text: dialog.editor.note

                onTextEdited: dialog.editor.note = text
            }
        }
    }
    AccountOutlook {
        Layout.fillWidth: true
        preview: dialog.editor.preview
        visible: preview.known
    }
    AccountNotices {
        Layout.fillWidth: true
        editor: dialog.editor
    }

    actions: [
        AppButton {
            enabled: !dialog.editor.busy
            objectName: "accountRemove"
            text: qsTr("Remove…")
            variant: AppButton.Quiet
            visible: !dialog.editor.isNew

            onClicked: dialog.editor.askRemove(true)
        },
        Item { Layout.fillWidth: true },
        AppButton {
            objectName: "accountCancel"
            text: qsTr("Cancel")

            onClicked: dialog.close()
        },
        AppButton {
            busy: dialog.editor.busy
            enabled: dialog.editor.savable || dialog.editor.busy
            objectName: "accountSave"
            text: dialog.editor.isNew ? qsTr("Add account") : qsTr("Save")
            variant: AppButton.Primary

            onClicked: dialog.editor.save()
        }
    ]
}
