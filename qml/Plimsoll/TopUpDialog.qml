// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// Collateral into one account, with what it does to the level before it is recorded.
AppDialog {
    id: dialog

    required property PlansViewModel plans
    required property TopUpViewModel topUp
    readonly property bool wanted: topUp.isOpen

    filled: topUp.filled
    followsEnd: topUp.asksAgain || topUp.failure.length > 0
    initialFocusItem: amount
    objectName: "topUpDialog"
    subtitle: topUp.subtitle
    title: topUp.title

    Component.onCompleted: if (wanted) dialog.open()
    onClosed: topUp.close()
    onOpened: amount.selectAll()
    onWantedChanged: wanted ? dialog.open() : dialog.close()

    LabeledField {
        Layout.fillWidth: true
        label: qsTr("Account")
        visible: dialog.topUp.accountNames.length > 1

        ChoiceBox {
            Layout.fillWidth: true
            accessibleName: qsTr("Account")
            chosen: dialog.topUp.accountIndex
            enabled: !dialog.topUp.busy
            model: dialog.topUp.accountNames
            objectName: "topUpAccount"

            onPicked: index => dialog.topUp.accountIndex = index
        }
    }
    RowLayout {
        Layout.fillWidth: true
        enabled: !dialog.topUp.busy
        spacing: Theme.s3

        SourceField {
            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            after: dialog.topUp.sourceAfter
            chosen: dialog.topUp.sourceIndex
            free: dialog.topUp.sourceFree
            names: dialog.topUp.sourceNames

            onPicked: index => dialog.topUp.sourceIndex = index
        }
        LabeledField {
            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            errorText: dialog.topUp.assetError
            label: qsTr("Asset")

            ChoiceBox {
                Layout.fillWidth: true
                accessibleName: qsTr("Asset")
                chosen: dialog.topUp.assetIndex
                error: dialog.topUp.assetError.length > 0
                model: dialog.topUp.assetNames
                objectName: "topUpAsset"

                onPicked: index => dialog.topUp.assetIndex = index
            }
        }
    }
    LabeledField {
        Layout.fillWidth: true
        echoText: dialog.topUp.amountEcho
        echoes: true
        errorText: dialog.topUp.amountError
        label: qsTr("Amount")

        AppTextField {
            id: amount
            Layout.fillWidth: true
            accessibleName: qsTr("Amount in %1").arg(dialog.topUp.asset)
            error: dialog.topUp.amountError.length > 0
            font.pixelSize: 18
            inputMethodHints: Qt.ImhFormattedNumbersOnly
            maximumLength: 60
            objectName: "topUpAmount"
            readOnly: dialog.topUp.busy
            suffix: dialog.topUp.asset
            text: dialog.topUp.amount

            onAccepted: dialog.topUp.confirm()
            onTextEdited: dialog.topUp.amount = text
        }
        Flow {
            Layout.fillWidth: true
            spacing: Theme.s2

            AppButton {
                enabled: !dialog.topUp.busy && dialog.topUp.toCallFits
                objectName: "topUpToCall"
                small: true
                text: dialog.topUp.toCallText
                visible: text.length > 0

                onClicked: dialog.topUp.fillToCall()
            }
            AppButton {
                enabled: !dialog.topUp.busy && dialog.topUp.toInitialFits
                objectName: "topUpToInitial"
                small: true
                text: dialog.topUp.toInitialText
                visible: text.length > 0

                onClicked: dialog.topUp.fillToInitial()
            }
            AppButton {
                enabled: !dialog.topUp.busy
                objectName: "topUpAll"
                small: true
                text: dialog.topUp.allText
                visible: text.length > 0

                onClicked: dialog.topUp.fillAll()
            }
        }
    }
    PlanChoices {
        Layout.fillWidth: true
        accountId: dialog.topUp.chosenAccount
        enabled: !dialog.topUp.busy
        onlyMoney: true
        plans: dialog.plans
        verb: qsTr("Fill in")
        visible: count > 0

        onChosen: planId => dialog.plans.fill(planId)
    }
    AppCheckBox {
        Layout.fillWidth: true
        checked: dialog.topUp.repays
        enabled: !dialog.topUp.busy
        objectName: "topUpRepays"
        text: qsTr("Repay what is owed with it at once")
        visible: dialog.topUp.canRepay

        onToggled: dialog.topUp.repays = checked
    }
    ChangeView { preview: dialog.topUp.preview }
    FormNotices { form: dialog.topUp; onRefused: notice => dialog.reveal(notice) }

    actions: [
        Item { Layout.fillWidth: true },
        AppButton {
            objectName: "topUpCancel"
            text: qsTr("Cancel")

            onClicked: dialog.close()
        },
        AppButton {
            busy: dialog.topUp.busy
            enabled: dialog.topUp.confirmable || dialog.topUp.busy
            objectName: "topUpConfirm"
            text: qsTr("Record top-up")
            variant: AppButton.Primary

            onClicked: dialog.topUp.confirm()
        }
    ]
}
