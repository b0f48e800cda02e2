// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// Where prices come from and how often they are asked for.
ColumnLayout {
    id: source

    required property SettingsViewModel settings

    spacing: Theme.s3

    LabeledField {
        Layout.fillWidth: true
        label: qsTr("Prices from")

        ChoiceBar {
            Layout.fillWidth: true
            Layout.preferredHeight: 36 // its words fit into one line; while it has no width it is higher, and the layout would keep that
            accessibleName: qsTr("Prices from")
            chosen: source.settings.sourceIndex
            model: [qsTr("Binance public data"), qsTr("Own address")]
            objectName: "settingsSource"

            onPicked: index => source.settings.sourceIndex = index
        }
    }
    AppText {
        Layout.fillWidth: true
        color: Theme.muted
        objectName: "settingsCommandUrl"
        text: qsTr("This run was started with --price-url: prices come from %1. What is chosen here counts from then on.").arg(source.settings.commandUrl)
        visible: source.settings.commandUrl.length > 0
        wrapMode: Text.Wrap
    }
    LabeledField {
        Layout.fillWidth: true
        errorText: source.settings.priceUrlError
        hintText: qsTr("https, or http on this computer only")
        label: qsTr("Address")
        visible: source.settings.sourceIndex === 1

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.s2

            AppTextField {
                Layout.fillWidth: true
                accessibleName: qsTr("Address")
                error: source.settings.priceUrlError.length > 0
                inputMethodHints: Qt.ImhUrlCharactersOnly
                maximumLength: 2048
                objectName: "settingsUrl"
                placeholderText: qsTr("https address of the price source")
                text: source.settings.priceUrl

                onAccepted: source.settings.applyPriceUrl()
                onTextEdited: source.settings.priceUrl = text
            }
            AppButton {
                enabled: source.settings.priceUrlError.length === 0 && source.settings.priceUrl.length > 0
                objectName: "settingsUseUrl"
                text: qsTr("Use")

                onClicked: source.settings.applyPriceUrl()
            }
        }
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.s2

        AppText {
            Layout.fillWidth: true
            color: Theme.muted
            text: qsTr("Ask for prices every")
        }
        IconButton {
            enabled: source.settings.intervalSeconds > 1
            framed: true
            iconName: "minus"
            objectName: "settingsIntervalLess"
            text: qsTr("More often")

            onClicked: source.settings.intervalSeconds = source.settings.intervalSeconds - 1
        }
        DataCell {
            Layout.preferredWidth: 56
            Accessible.role: Accessible.StaticText
            emphasised: true
            horizontalAlignment: Text.AlignHCenter
            objectName: "settingsInterval"
            text: qsTr("%1 s").arg(source.settings.intervalSeconds)
        }
        IconButton {
            enabled: source.settings.intervalSeconds < 60
            framed: true
            iconName: "plus"
            objectName: "settingsIntervalMore"
            text: qsTr("Less often")

            onClicked: source.settings.intervalSeconds = source.settings.intervalSeconds + 1
        }
    }
}
