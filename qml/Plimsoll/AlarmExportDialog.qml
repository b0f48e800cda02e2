// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// The history of alarms as a file for a spreadsheet.
AppDialog {
    id: dialog

    required property AlarmHistoryViewModel history
    required property PathChooser paths
    readonly property bool wanted: history.exportOpen

    filled: history.exportFilled
    initialFocusItem: path.input
    objectName: "alarmExportDialog"
    subtitle: qsTr("Everything that matches the filter, as comma-separated values that only you can read.")
    title: qsTr("Export the history of alarms")

    Component.onCompleted: if (wanted) dialog.open()
    onClosed: history.closeExport()
    onWantedChanged: wanted ? dialog.open() : dialog.close()

    PathField {
        id: path
        Layout.fillWidth: true
        chooser: dialog.paths
        errorText: dialog.history.exportProblem
        filter: qsTr("Tables (*.csv)")
        label: qsTr("File")
        name: "alarmExportPath"
        value: dialog.history.exportPath

        onAccepted: dialog.history.exportNow(false)
        onEdited: path => dialog.history.exportPath = path
    }
    Banner {
        Layout.fillWidth: true
        actionText: qsTr("Replace")
        objectName: "alarmExportOverwrite"
        riskState: RiskState.MarginCall
        text: qsTr("A file of this name exists. Replace it?")
        visible: dialog.history.asksOverwrite

        onActionTriggered: dialog.history.exportNow(true)
    }

    actions: [
        Item { Layout.fillWidth: true },
        AppButton {
            objectName: "alarmExportCancel"
            text: qsTr("Cancel")

            onClicked: dialog.close()
        },
        AppButton {
            busy: dialog.history.exporting
            enabled: dialog.history.exportPath.length > 0
            objectName: "alarmExportConfirm"
            text: qsTr("Export")
            variant: AppButton.Primary

            onClicked: dialog.history.exportNow(false)
        }
    ]
}
