// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// Own money, where it comes from, and how much is borrowed on top of it.
ColumnLayout {
    id: money

    required property PositionViewModel position

    spacing: Theme.s3

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.s3

        SourceField {
            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            chosen: money.position.sourceIndex
            free: money.position.sourceFree
            names: money.position.sourceNames

            onPicked: index => money.position.sourceIndex = index
        }
        LabeledField {
            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            echoText: money.position.amountEcho
            echoes: true
            errorText: money.position.amountError
            label: qsTr("Own money")

            AppTextField {
                Layout.fillWidth: true
                accessibleName: qsTr("Own money in %1").arg(money.position.quote)
                error: money.position.amountError.length > 0
                inputMethodHints: Qt.ImhFormattedNumbersOnly
                maximumLength: 60
                objectName: "positionOwnMoney"
                suffix: money.position.quote
                text: money.position.ownMoney

                onAccepted: money.position.confirm()
                onTextEdited: money.position.ownMoney = text
            }
        }
    }
    LabeledField {
        Layout.fillWidth: true
        errorText: money.position.leverageError
        hintText: money.position.leverageHint
        label: qsTr("Leverage")

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.s3

            ChoiceBar {
                Layout.fillWidth: true
                accessibleName: qsTr("Leverage")
                chosen: money.position.leverageIndex
                implicitHeight: 44
                model: money.position.leverageChoices
                objectName: "positionLeverageChoices"
                visible: money.position.leverageChoices.length > 0

                onPicked: index => money.position.chooseLeverage(index)
            }
            AppTextField {
                Layout.fillWidth: money.position.leverageChoices.length === 0
                Layout.preferredWidth: 120
                accessibleName: qsTr("Leverage")
                error: money.position.leverageError.length > 0
                inputMethodHints: Qt.ImhFormattedNumbersOnly
                maximumLength: 20
                objectName: "positionLeverage"
                suffix: "x"
                text: money.position.leverage

                onAccepted: money.position.confirm()
                onTextEdited: money.position.leverage = text
            }
        }
    }
}
