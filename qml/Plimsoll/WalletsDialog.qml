// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// Wallets: where collateral comes from and goes to. What is in one is put right here; the journal keeps it with its reason.
AppDialog {
    id: dialog

    required property WalletsViewModel wallets
    readonly property bool wanted: wallets.isOpen

    filled: wallets.filled
    initialFocusItem: choice
    objectName: "walletsDialog"
    subtitle: qsTr("Money outside the margin accounts that can be moved into them.")
    title: qsTr("Wallets")

    Component.onCompleted: if (wanted) dialog.open()
    onClosed: wallets.close()
    onWantedChanged: wanted ? dialog.open() : dialog.close()

    LabeledField {
        Layout.fillWidth: true
        label: qsTr("Wallet")

        ChoiceBox {
            id: choice
            Layout.fillWidth: true
            accessibleName: qsTr("Wallet")
            chosen: dialog.wallets.index
            enabled: !dialog.wallets.busy && !dialog.wallets.filled
            model: dialog.wallets.names
            objectName: "walletChoice"

            onPicked: index => dialog.wallets.index = index
        }
    }
    LabeledField {
        Layout.fillWidth: true
        errorText: dialog.wallets.nameError
        label: qsTr("Name")

        AppTextField {
            Layout.fillWidth: true
            accessibleName: qsTr("Name of the wallet")
            error: dialog.wallets.nameError.length > 0
            maximumLength: 40
            objectName: "walletName"
            text: dialog.wallets.name

            onTextEdited: dialog.wallets.name = text
        }
    }
    ColumnLayout {
        Layout.fillWidth: true
        spacing: 6

        Repeater {
            model: dialog.wallets.balances

            ColumnLayout {
                id: line

                required property int index
                required property string asset
                required property string free
                required property string error
                required property string echo
                required property var faults // the first is the amount, the last the asset

                Layout.fillWidth: true
                spacing: 4

                RowLayout {
                    Layout.fillWidth: true
                    spacing: Theme.s2

                    AppTextField {
                        Layout.preferredWidth: 110
                        accessibleName: qsTr("Asset of row %1").arg(line.index + 1)
                        error: line.faults[4] ?? false
                        implicitHeight: 36
                        inputMethodHints: Qt.ImhUppercaseOnly | Qt.ImhNoPredictiveText
                        maximumLength: 40
                        objectName: "walletAsset" + line.index
                        placeholderText: qsTr("Asset")
                        text: line.asset

                        onTextEdited: dialog.wallets.balances.setAsset(line.index, text)
                    }
                    AppTextField {
                        Layout.fillWidth: true
                        accessibleName: line.asset.length > 0 ? qsTr("Amount of %1").arg(line.asset) : qsTr("Amount of row %1").arg(line.index + 1)
                        error: line.faults[0] ?? false
                        horizontalAlignment: TextInput.AlignRight
                        implicitHeight: 36
                        inputMethodHints: Qt.ImhFormattedNumbersOnly
                        maximumLength: 60
                        objectName: "walletAmount" + line.index
                        placeholderText: "0"
                        text: line.free

                        onTextEdited: dialog.wallets.balances.setCell(line.index, 0, text)
                    }
                }
                AppText { // always there: nothing moves while one types
                    Layout.fillWidth: true
                    Accessible.role: line.error.length > 0 ? Accessible.AlertMessage : Accessible.StaticText
                    color: line.error.length > 0 ? Theme.liquidation : Theme.muted
                    font.pixelSize: Theme.smallSize
                    text: line.error.length > 0 ? line.error : line.echo.length > 0 ? line.echo : " "
                    wrapMode: Text.Wrap
                }
            }
        }
    }
    AppButton {
        objectName: "walletAddAsset"
        small: true
        text: qsTr("Add asset")

        onClicked: dialog.wallets.balances.addRow()
    }
    LabeledField {
        Layout.fillWidth: true
        label: qsTr("Reason (optional)")
        visible: !dialog.wallets.isNew

        AppTextField {
            Layout.fillWidth: true
            accessibleName: qsTr("Reason")
            maximumLength: 500
            objectName: "walletNote"
            text: dialog.wallets.note

            onTextEdited: dialog.wallets.note = text
        }
    }
    ColumnLayout {
        Layout.fillWidth: true
        spacing: 4
        visible: dialog.wallets.lines.length > 0

        SectionHeader { Layout.fillWidth: true; title: qsTr("What is recorded") }
        Repeater {
            model: dialog.wallets.lines

            AppText {
                required property string modelData

                Layout.fillWidth: true
                objectName: "walletLine"
                text: modelData
                wrapMode: Text.Wrap
            }
        }
    }
    Banner {
        Layout.fillWidth: true
        objectName: "walletFailure"
        riskState: RiskState.MarginCall
        text: dialog.wallets.failure
        visible: text.length > 0
    }

    actions: [
        AppButton {
            enabled: dialog.wallets.canRemove
            objectName: "walletRemove"
            text: qsTr("Remove")
            variant: AppButton.Danger
            visible: !dialog.wallets.isNew

            onClicked: dialog.wallets.remove()
        },
        Item { Layout.fillWidth: true },
        AppButton {
            objectName: "walletCancel"
            text: qsTr("Cancel")

            onClicked: dialog.close()
        },
        AppButton {
            busy: dialog.wallets.busy
            enabled: dialog.wallets.canSave || dialog.wallets.busy
            objectName: "walletSave"
            text: dialog.wallets.isNew ? qsTr("Add") : qsTr("Record")
            variant: AppButton.Primary

            onClicked: dialog.wallets.save()
        }
    ]
}
