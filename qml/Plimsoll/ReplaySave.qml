// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// The replay as one page, to keep or to show somebody.
ColumnLayout {
    id: save

    required property ReplayReport report
    required property PathChooser paths

    spacing: Theme.s2

    SectionHeader {
        Layout.fillWidth: true
        title: qsTr("Report of this replay")
    }
    PathField {
        Layout.fillWidth: true
        chooser: save.paths
        errorText: save.report.problem
        filter: qsTr("Pages (*.html)")
        hintText: qsTr("One page that opens in any browser, offline, and can be printed. Only you can read the file.")
        label: qsTr("File")
        name: "replayReportPath"
        value: save.report.path

        onAccepted: save.report.write(false)
        onEdited: path => save.report.path = path
    }
    Banner {
        Layout.fillWidth: true
        actionText: qsTr("Replace")
        objectName: "replayReportOverwrite"
        riskState: RiskState.MarginCall
        text: qsTr("A file of this name exists. Replace it?")
        visible: save.report.asksOverwrite

        onActionTriggered: save.report.write(true)
    }
    AppButton {
        busy: save.report.busy
        enabled: save.report.path.trim().length > 0
        objectName: "replayReportWrite"
        text: qsTr("Write the report")

        onClicked: save.report.write(false)
    }
    AppText {
        Layout.fillWidth: true
        Accessible.role: Accessible.AlertMessage
        objectName: "replayReportDone"
        text: save.report.done
        visible: text.length > 0
        wrapMode: Text.Wrap
    }
}
