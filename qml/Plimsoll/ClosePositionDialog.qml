// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// Closing a position, step by step: trade, interest, loan, and what is left.
AppDialog {
    id: dialog

    required property ClosePositionViewModel closing
    readonly property bool wanted: closing.isOpen

    filled: closing.filled
    followsEnd: closing.asksAgain || closing.failure.length > 0
    initialFocusItem: price
    objectName: "closePositionDialog"
    subtitle: qsTr("Nothing is traded on an exchange: this records what you did. Interest is paid first, then the loan.")
    title: closing.accountTitle.length > 0 ? qsTr("Close position in %1").arg(closing.accountTitle) : qsTr("Close position")

    Component.onCompleted: if (wanted) dialog.open()
    onClosed: closing.close()
    onWantedChanged: wanted ? dialog.open() : dialog.close()

    LabeledField {
        Layout.fillWidth: true
        label: qsTr("Account")
        visible: dialog.closing.accountNames.length > 1

        ChoiceBox {
            Layout.fillWidth: true
            accessibleName: qsTr("Account")
            chosen: dialog.closing.accountIndex
            enabled: !dialog.closing.busy
            model: dialog.closing.accountNames
            objectName: "closeAccount"

            onPicked: index => dialog.closing.accountIndex = index
        }
    }
    RowLayout {
        Layout.fillWidth: true
        enabled: !dialog.closing.busy
        spacing: Theme.s3

        LabeledField {
            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            errorText: dialog.closing.assetError
            label: qsTr("Position")

            ChoiceBox {
                Layout.fillWidth: true
                accessibleName: qsTr("Position")
                chosen: dialog.closing.positionIndex
                model: dialog.closing.positionNames
                objectName: "closeAsset"

                onPicked: index => dialog.closing.positionIndex = index
            }
        }
        LabeledField {
            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            echoText: dialog.closing.priceEcho
            echoes: true
            errorText: dialog.closing.priceError
            hintText: dialog.closing.priceHint
            label: qsTr("Price")

            AppTextField {
                id: price
                Layout.fillWidth: true
                accessibleName: qsTr("Price in %1").arg(dialog.closing.quote)
                error: dialog.closing.priceError.length > 0
                inputMethodHints: Qt.ImhFormattedNumbersOnly
                maximumLength: 60
                objectName: "closePrice"
                suffix: dialog.closing.quote
                text: dialog.closing.price

                onAccepted: dialog.closing.confirm()
                onTextEdited: dialog.closing.price = text
            }
        }
    }
    LabeledField {
        Layout.fillWidth: true
        echoText: dialog.closing.amountEcho
        echoes: true
        enabled: !dialog.closing.busy
        errorText: dialog.closing.amountError
        label: qsTr("How much")

        AppTextField {
            Layout.fillWidth: true
            accessibleName: qsTr("How much of the position; empty means all of it")
            error: dialog.closing.amountError.length > 0
            inputMethodHints: Qt.ImhFormattedNumbersOnly
            maximumLength: 60
            objectName: "closeQuantity"
            placeholderText: dialog.closing.allText
            text: dialog.closing.quantity

            onAccepted: dialog.closing.confirm()
            onTextEdited: dialog.closing.quantity = text
        }
    }
    ColumnLayout {
        Layout.fillWidth: true
        spacing: 6
        visible: dialog.closing.steps.length > 0

        Repeater {
            model: dialog.closing.steps

            RowLayout {
                id: step

                required property string modelData
                required property int index

                Layout.fillWidth: true
                spacing: 12

                AppText {
                    Layout.alignment: Qt.AlignTop
                    Accessible.ignored: true
                    color: Theme.muted
                    text: step.index + 1
                    wrapMode: Text.Wrap
                }
                AppText {
                    Layout.fillWidth: true
                    objectName: "closeStep"
                    text: step.modelData
                    wrapMode: Text.Wrap
                }
            }
        }
        AppText {
            Layout.fillWidth: true
            Layout.topMargin: 2
            font.weight: Font.Medium
            objectName: "closeLeft"
            text: qsTr("Left: %1").arg(dialog.closing.left)
            wrapMode: Text.Wrap
        }
    }
    ChangeView { preview: dialog.closing.preview }
    FormNotices { form: dialog.closing; onRefused: notice => dialog.reveal(notice) }

    actions: [
        Item { Layout.fillWidth: true },
        AppButton {
            objectName: "closeCancel"
            text: qsTr("Cancel")

            onClicked: dialog.close()
        },
        AppButton {
            busy: dialog.closing.busy
            enabled: dialog.closing.confirmable || dialog.closing.busy
            objectName: "closeConfirm"
            text: qsTr("Record closing")
            variant: AppButton.Primary

            onClicked: dialog.closing.confirm()
        }
    ]
}
