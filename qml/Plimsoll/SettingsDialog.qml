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

    required property AppViewModel app
    readonly property SettingsViewModel settings: app.settings
    readonly property bool wanted: settings.isOpen

    dialogWidth: 640
    initialFocusItem: done
    objectName: "settingsDialog"
    subtitle: qsTr("Changes are kept at once.")
    title: qsTr("Settings")

    Component.onCompleted: if (wanted) dialog.open()
    onClosed: settings.close()
    onWantedChanged: wanted ? dialog.open() : dialog.close()

    ChoiceBar {
        Layout.fillWidth: true
        accessibleName: qsTr("Page of the settings")
        chosen: dialog.settings.page
        model: [qsTr("General"), qsTr("Alarms")]
        objectName: "settingsPage"

        onPicked: index => dialog.settings.page = index
    }
    SettingsGeneral {
        Layout.fillWidth: true
        settings: dialog.settings
        visible: dialog.settings.page === SettingsViewModel.General
    }
    ChannelsPage {
        Layout.fillWidth: true
        app: dialog.app
        visible: dialog.settings.page === SettingsViewModel.Alarms
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
