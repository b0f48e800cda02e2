// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// Every change is kept at once; there is nothing to confirm.
AppDialog {
    id: dialog

    required property SettingsViewModel settings
    readonly property bool wanted: settings.isOpen

    dialogWidth: 640
    initialFocusItem: done
    objectName: "settingsDialog"
    subtitle: qsTr("Changes are kept at once.")
    title: qsTr("Settings")

    Component.onCompleted: if (wanted) dialog.open()
    onClosed: settings.close()
    onWantedChanged: wanted ? dialog.open() : dialog.close()

    SettingsSource {
        Layout.fillWidth: true
        settings: dialog.settings
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
                chosen: dialog.settings.theme
                model: [qsTr("As the desktop"), qsTr("Light"), qsTr("Dark"), qsTr("High contrast")]
                objectName: "settingsTheme"

                onPicked: index => dialog.settings.theme = index
            }
        }
        LabeledField {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            label: qsTr("Language")

            ChoiceBox {
                Layout.fillWidth: true
                accessibleName: qsTr("Language")
                chosen: dialog.settings.languageIndex
                model: [qsTr("As the desktop"), "English", "Deutsch"]
                objectName: "settingsLanguage"

                onPicked: index => dialog.settings.languageIndex = index
            }
        }
    }
    LabeledField {
        Layout.fillWidth: true
        label: qsTr("When an account falls to its liquidation ratio")

        ChoiceBar {
            Layout.fillWidth: true
            accessibleName: qsTr("At liquidation")
            chosen: dialog.settings.closeAtLiquidation ? 1 : 0
            model: [qsTr("Ask me"), qsTr("Record it as liquidated")]
            objectName: "settingsLiquidation"

            onPicked: index => dialog.settings.closeAtLiquidation = index === 1
        }
    }
    ColumnLayout {
        Layout.fillWidth: true
        spacing: 4
        visible: dialog.settings.ownProfiles.length > 0

        SectionHeader { Layout.fillWidth: true; title: qsTr("Own threshold profiles") }
        Repeater {
            model: dialog.settings.ownProfiles

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
            text: dialog.settings.historyText
            wrapMode: Text.Wrap
        }
        InfoRow {
            Layout.fillWidth: true
            label: qsTr("Folder")
            objectName: "settingsDataFolder"
            value: dialog.settings.dataDirectory
        }
        InfoRow {
            Layout.fillWidth: true
            label: qsTr("Versions")
            lineBelow: false
            objectName: "settingsVersions"
            value: dialog.settings.versions
        }
    }
    Banner {
        Layout.fillWidth: true
        objectName: "settingsFailure"
        riskState: RiskState.MarginCall
        text: dialog.settings.failure
        visible: text.length > 0
    }

    actions: [
        Item { Layout.fillWidth: true },
        AppButton {
            id: done
            objectName: "settingsDone"
            text: qsTr("Done")
            variant: AppButton.Primary

            onClicked: dialog.close()
        }
    ]
}
