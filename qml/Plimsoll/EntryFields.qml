// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// Amount and asset of an entry; for trades the other asset and the price, for a transfer where it went.
ColumnLayout {
    id: fields

    required property EntryViewModel entry
    readonly property Item amountField: amount

    spacing: Theme.s3

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.s3

        LabeledField {
            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            errorText: fields.entry.assetError
            label: qsTr("Asset")

            ChoiceBox {
                Layout.fillWidth: true
                accessibleName: qsTr("Asset")
                chosen: fields.entry.assetIndex
                error: fields.entry.assetError.length > 0
                model: fields.entry.assetNames
                objectName: "entryAsset"

                onPicked: index => fields.entry.assetIndex = index
            }
        }
        LabeledField {
            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            echoText: fields.entry.amountEcho
            echoes: true
            errorText: fields.entry.amountError
            hintText: fields.entry.amountHint
            label: qsTr("Amount")

            AppTextField {
                id: amount
                Layout.fillWidth: true
                accessibleName: qsTr("Amount in %1").arg(fields.entry.asset)
                error: fields.entry.amountError.length > 0
                inputMethodHints: Qt.ImhFormattedNumbersOnly
                maximumLength: 60
                objectName: "entryAmount"
                suffix: fields.entry.asset
                text: fields.entry.amount

                onAccepted: fields.entry.confirm()
                onTextEdited: fields.entry.amount = text
            }
            AppButton {
                objectName: "entryAll"
                small: true
                text: fields.entry.allText
                visible: text.length > 0

                onClicked: fields.entry.fillAll()
            }
        }
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.s3
        visible: fields.entry.isTrade

        LabeledField {
            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            label: qsTr("Against")

            ChoiceBox {
                Layout.fillWidth: true
                accessibleName: qsTr("Against")
                chosen: fields.entry.againstIndex
                model: fields.entry.againstNames
                objectName: "entryAgainst"

                onPicked: index => fields.entry.againstIndex = index
            }
        }
        LabeledField {
            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            echoText: fields.entry.priceEcho
            echoes: true
            errorText: fields.entry.priceError
            label: qsTr("Price")

            AppTextField {
                Layout.fillWidth: true
                accessibleName: qsTr("Price in %1").arg(fields.entry.against)
                error: fields.entry.priceError.length > 0
                inputMethodHints: Qt.ImhFormattedNumbersOnly
                maximumLength: 60
                objectName: "entryPrice"
                suffix: fields.entry.against
                text: fields.entry.price

                onAccepted: fields.entry.confirm()
                onTextEdited: fields.entry.price = text
            }
        }
    }
    LabeledField {
        Layout.fillWidth: true
        label: qsTr("To")
        visible: fields.entry.hasTarget

        ChoiceBox {
            Layout.fillWidth: true
            accessibleName: qsTr("To")
            chosen: fields.entry.targetIndex
            model: fields.entry.targetNames
            objectName: "entryTarget"

            onPicked: index => fields.entry.targetIndex = index
        }
    }
}
