// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// An alarm of a person's own; a sentence says what it will do.
AppDialog {
    id: dialog

    required property RuleEditorViewModel rules
    readonly property bool wanted: rules.isOpen

    dialogWidth: 640
    filled: rules.filled
    initialFocusItem: value
    objectName: "ruleDialog"
    title: rules.isNew ? qsTr("Add an alarm") : qsTr("Edit the alarm")

    Component.onCompleted: if (wanted) dialog.open()
    onClosed: rules.close()
    onWantedChanged: wanted ? dialog.open() : dialog.close()

    GridLayout {
        Layout.fillWidth: true
        columnSpacing: Theme.s3
        columns: dialog.availableWidth >= 440 ? 2 : 1
        rowSpacing: Theme.s3

        LabeledField {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            label: qsTr("Watch")

            ChoiceBox {
                Layout.fillWidth: true
                accessibleName: qsTr("Watch")
                chosen: dialog.rules.kindIndex
                model: dialog.rules.kindNames
                objectName: "ruleKind"

                onPicked: index => dialog.rules.kindIndex = index
            }
        }
        LabeledField {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            label: qsTr("Account")

            ChoiceBox {
                Layout.fillWidth: true
                accessibleName: qsTr("Account")
                chosen: dialog.rules.accountIndex
                model: dialog.rules.accountNames
                objectName: "ruleAccount"

                onPicked: index => dialog.rules.accountIndex = index
            }
        }
        LabeledField {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            errorText: dialog.rules.symbolError
            label: qsTr("Price")
            visible: dialog.rules.asksSymbol

            AppTextField {
                Layout.fillWidth: true
                accessibleName: qsTr("Price")
                error: dialog.rules.symbolError.length > 0
                maximumLength: 40
                objectName: "ruleSymbol"
                placeholderText: qsTr("Any pair, like BTC/USDT")
                text: dialog.rules.symbol

                onAccepted: dialog.rules.save()
                onTextEdited: dialog.rules.symbol = text
            }
            ChoiceBox {
                Layout.fillWidth: true
                accessibleName: qsTr("Pairs of your accounts")
                chosen: dialog.rules.symbolIndex
                model: dialog.rules.symbolNames
                objectName: "ruleHeldSymbol"
                visible: dialog.rules.symbolNames.length > 0

                onPicked: index => dialog.rules.symbolIndex = index
            }
        }
        LabeledField {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            errorText: dialog.rules.valueError
            label: qsTr("Value")

            AppTextField {
                id: value
                Layout.fillWidth: true
                accessibleName: qsTr("Value")
                error: dialog.rules.valueError.length > 0
                maximumLength: 40
                objectName: "ruleValue"
                suffix: dialog.rules.valueUnit
                text: dialog.rules.value

                onAccepted: dialog.rules.save()
                onTextEdited: dialog.rules.value = text
            }
        }
        LabeledField {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            label: qsTr("As loud as")

            ChoiceBox {
                Layout.fillWidth: true
                accessibleName: qsTr("As loud as")
                chosen: dialog.rules.stageIndex
                model: dialog.rules.stageNames
                objectName: "ruleStage"

                onPicked: index => dialog.rules.stageIndex = index
            }
        }
    }
    ColumnLayout {
        Layout.fillWidth: true
        spacing: 6
        visible: dialog.rules.sentence.length > 0

        SectionHeader { Layout.fillWidth: true; title: qsTr("What it does") }
        AppText {
            Layout.fillWidth: true
            font.pixelSize: Theme.valueSize
            objectName: "ruleSentence"
            text: dialog.rules.sentence
            wrapMode: Text.Wrap
        }
        AppText {
            Layout.fillWidth: true
            color: Theme.muted
            objectName: "ruleNow"
            text: dialog.rules.nowText
            wrapMode: Text.Wrap
        }
        AppText {
            Layout.fillWidth: true
            color: Theme.muted
            objectName: "rulePreview"
            text: dialog.rules.previewText
            visible: text.length > 0
            wrapMode: Text.Wrap
        }
    }
    Banner {
        Layout.fillWidth: true
        actionText: qsTr("Remove")
        objectName: "ruleRemoveQuestion"
        otherActionText: qsTr("Keep it")
        riskState: RiskState.MarginCall
        text: qsTr("Remove this alarm? Its history stays.")
        visible: dialog.rules.asksRemove

        onActionTriggered: dialog.rules.remove()
        onOtherActionTriggered: dialog.rules.askRemove(false)
    }
    Banner {
        Layout.fillWidth: true
        objectName: "ruleFailure"
        riskState: RiskState.Liquidation
        text: dialog.rules.failure
        visible: text.length > 0
    }

    actions: [
        AppButton {
            objectName: "ruleRemove"
            text: qsTr("Remove…")
            variant: AppButton.Danger
            visible: !dialog.rules.isNew

            onClicked: dialog.rules.askRemove(true)
        },
        Item { Layout.fillWidth: true },
        AppButton {
            objectName: "ruleCancel"
            text: qsTr("Cancel")

            onClicked: dialog.close()
        },
        AppButton {
            busy: dialog.rules.busy
            enabled: dialog.rules.savable || dialog.rules.busy
            objectName: "ruleSave"
            text: dialog.rules.isNew ? qsTr("Add") : qsTr("Save")
            variant: AppButton.Primary

            onClicked: dialog.rules.save()
        }
    ]
}
