// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Plimsoll.Charts
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// The chart of levels as a file: a picture, a drawing, or the levels themselves.
AppDialog {
    id: dialog

    required property LevelExport exporter
    required property LevelPlot plot
    required property PathChooser paths
    readonly property bool wanted: exporter.isOpen

    filled: exporter.filled
    initialFocusItem: path.input
    objectName: "levelExportDialog"
    subtitle: qsTr("What the chart shows, in a file that only you can read.")
    title: qsTr("Export the chart")

    Component.onCompleted: if (wanted) dialog.open()
    onClosed: exporter.close()
    onWantedChanged: wanted ? dialog.open() : dialog.close()

    ChoiceBar {
        Layout.fillWidth: true
        accessibleName: qsTr("Kind of file")
        chosen: dialog.exporter.format
        model: dialog.exporter.formatNames
        objectName: "levelExportFormat"

        onPicked: index => dialog.exporter.format = index
    }
    AppText {
        Layout.fillWidth: true
        color: Theme.muted
        text: qsTr("Every level that is kept of the chosen account and of those compared with it, with all its decimals.")
        visible: dialog.exporter.format === LevelExport.Csv
        wrapMode: Text.Wrap
    }
    PathField {
        id: path
        Layout.fillWidth: true
        chooser: dialog.paths
        errorText: dialog.exporter.problem
        filter: [qsTr("Pictures (*.png)"), qsTr("Drawings (*.svg)"), qsTr("Tables (*.csv)")][dialog.exporter.format]
        label: qsTr("File")
        name: "levelExportPath"
        value: dialog.exporter.path

        onAccepted: dialog.write(false)
        onEdited: path => dialog.exporter.path = path
    }
    Banner {
        Layout.fillWidth: true
        actionText: qsTr("Replace")
        objectName: "levelExportOverwrite"
        riskState: RiskState.MarginCall
        text: qsTr("A file of this name exists. Replace it?")
        visible: dialog.exporter.asksOverwrite

        onActionTriggered: dialog.write(true)
    }

    actions: [
        Item { Layout.fillWidth: true },
        AppButton {
            objectName: "levelExportCancel"
            text: qsTr("Cancel")

            onClicked: dialog.close()
        },
        AppButton {
            busy: dialog.exporter.busy
            enabled: dialog.exporter.path.length > 0
            objectName: "levelExportConfirm"
            text: qsTr("Export")
            variant: AppButton.Primary

            onClicked: dialog.write(false)
        }
    ]

    function write(overwrite: bool) {
        if (dialog.exporter.format === LevelExport.Csv)
            dialog.exporter.writeLevels(overwrite)
        else
            dialog.exporter.writePicture(dialog.plot.picture(dialog.exporter.format === LevelExport.Svg ? "svg" : "png"), overwrite)
    }
}
