// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// Whose account, which pair, which side, at which price.
ColumnLayout {
    id: pair

    required property PositionViewModel position
    readonly property Item baseField: base

    spacing: Theme.s3

    LabeledField {
        Layout.fillWidth: true
        label: qsTr("Owner")
        visible: pair.position.ownerNames.length > 1

        ChoiceBox {
            Layout.fillWidth: true
            accessibleName: qsTr("Owner")
            chosen: pair.position.ownerIndex
            model: pair.position.ownerNames
            objectName: "positionOwner"

            onPicked: index => pair.position.ownerIndex = index
        }
    }
    GridLayout {
        Layout.fillWidth: true
        columnSpacing: Theme.s3
        columns: pair.width >= 400 ? 3 : 2
        rowSpacing: Theme.s3

        LabeledField {
            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            errorText: pair.position.assetError
            label: qsTr("Asset")

            AppTextField {
                id: base
                Layout.fillWidth: true
                accessibleName: qsTr("Asset")
                error: pair.position.assetError.length > 0
                inputMethodHints: Qt.ImhUppercaseOnly | Qt.ImhNoPredictiveText
                maximumLength: 40
                objectName: "positionBase"
                placeholderText: "BTC"
                text: pair.position.base

                onTextEdited: pair.position.base = text
            }
        }
        LabeledField {
            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            label: qsTr("Against")

            AppTextField {
                Layout.fillWidth: true
                accessibleName: qsTr("Against")
                inputMethodHints: Qt.ImhUppercaseOnly | Qt.ImhNoPredictiveText
                maximumLength: 40
                objectName: "positionQuote"
                text: pair.position.quote

                onTextEdited: pair.position.quote = text
            }
        }
        LabeledField {
            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            echoText: pair.position.priceEcho
            echoes: true
            errorText: pair.position.priceError
            hintText: pair.position.priceHint
            label: qsTr("Price")

            AppTextField {
                Layout.fillWidth: true
                accessibleName: qsTr("Price in %1").arg(pair.position.quote)
                error: pair.position.priceError.length > 0
                inputMethodHints: Qt.ImhFormattedNumbersOnly
                maximumLength: 60
                objectName: "positionPrice"
                suffix: pair.position.quote
                text: pair.position.price

                onTextEdited: pair.position.price = text
            }
        }
    }
    Flow {
        Layout.fillWidth: true
        spacing: Theme.s2
        visible: pair.position.base.length === 0

        Repeater {
            model: pair.position.baseSuggestions

            AppButton {
                required property string modelData

                objectName: "positionSuggestion"
                small: true
                text: modelData

                onClicked: pair.position.base = modelData
            }
        }
    }
    ChoiceBar {
        Layout.fillWidth: true
        accessibleName: qsTr("Side")
        chosen: pair.position.side
        model: [qsTr("Long: profits when it rises"), qsTr("Short: profits when it falls")]
        objectName: "positionSide"

        onPicked: index => pair.position.side = index
    }
}
