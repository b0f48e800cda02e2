// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// Prices, look, language, what happens at liquidation, and where the data are.
ColumnLayout {
    id: page

    required property SettingsViewModel settings

    spacing: Theme.s3

    SettingsSource {
        Layout.fillWidth: true
        settings: page.settings
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.s3

        LabeledField {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            label: qsTr("Look")

            ChoiceBox {
                Layout.fillWidth: true
                accessibleName: qsTr("Look")
                chosen: page.settings.theme
                model: [qsTr("As the desktop"), qsTr("Light"), qsTr("Dark"), qsTr("High contrast")]
                objectName: "settingsTheme"

                onPicked: index => page.settings.theme = index
            }
        }
        LabeledField {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            label: qsTr("Language")

            ChoiceBox {
                Layout.fillWidth: true
                accessibleName: qsTr("Language")
                chosen: page.settings.languageIndex
                model: [qsTr("As the desktop"), "English", "Deutsch"]
                objectName: "settingsLanguage"

                onPicked: index => page.settings.languageIndex = index
            }
        }
    }
    LabeledField {
        Layout.fillWidth: true
        label: qsTr("When an account falls to its liquidation ratio")

        ChoiceBar {
            Layout.fillWidth: true
            accessibleName: qsTr("At liquidation")
            chosen: page.settings.closeAtLiquidation ? 1 : 0
            model: [qsTr("Ask me"), qsTr("Record it as liquidated")]
            objectName: "settingsLiquidation"

            onPicked: index => page.settings.closeAtLiquidation = index === 1
        }
    }
    LabeledField {
        Layout.fillWidth: true
        label: qsTr("Interest on debts whose daily rate is known")

        ChoiceBar {
            Layout.fillWidth: true
            accessibleName: qsTr("Interest")
            chosen: page.settings.addsInterest ? 0 : 1
            model: [qsTr("Add it every full hour"), qsTr("I enter it myself")]
            objectName: "settingsInterest"

            onPicked: index => page.settings.addsInterest = index === 0
        }
    }
    ColumnLayout {
        Layout.fillWidth: true
        spacing: 4
        visible: page.settings.ownProfiles.length > 0

        SectionHeader { Layout.fillWidth: true; title: qsTr("Own threshold profiles") }
        Repeater {
            model: page.settings.ownProfiles

            AppText {
                required property string modelData

                Layout.fillWidth: true
                objectName: "settingsProfile"
                text: modelData
                wrapMode: Text.Wrap
            }
        }
    }
    ColumnLayout {
        Layout.fillWidth: true
        spacing: 0

        SectionHeader { Layout.fillWidth: true; title: qsTr("Data") }
        AppText {
            Layout.fillWidth: true
            Layout.topMargin: 6
            color: Theme.muted
            text: page.settings.historyText
            wrapMode: Text.Wrap
        }
        InfoRow {
            Layout.fillWidth: true
            label: qsTr("Folder")
            objectName: "settingsDataFolder"
            value: page.settings.dataDirectory
        }
        InfoRow {
            Layout.fillWidth: true
            label: qsTr("Versions")
            lineBelow: false
            objectName: "settingsVersions"
            value: page.settings.versions
        }
    }
}
