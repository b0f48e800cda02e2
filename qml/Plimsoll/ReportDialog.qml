// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// A period or an incident as one page: levels, prices, alarms and what was booked, to keep, to print or to show somebody.
AppDialog {
    id: dialog

    required property ReportViewModel report
    required property PathChooser paths
    readonly property bool wanted: report.isOpen

    filled: report.isFilled
    initialFocusItem: path.input
    objectName: "reportDialog"
    subtitle: qsTr("One page that opens in any browser, offline, and can be printed. Only you can read the file.")
    title: qsTr("Write a report")

    Component.onCompleted: if (wanted) dialog.open()
    onClosed: report.close()
    onWantedChanged: wanted ? dialog.open() : dialog.close()

    ChoiceBar {
        Layout.fillWidth: true
        accessibleName: qsTr("Period")
        chosen: dialog.report.span
        model: [qsTr("24 hours"), qsTr("7 days"), qsTr("30 days"), qsTr("From … to")]
        objectName: "reportSpan"

        onPicked: index => dialog.report.span = index
    }
    LabeledField {
        Layout.fillWidth: true
        errorText: dialog.report.dayProblem
        hintText: qsTr("Both days are in it, by the time of this computer.")
        label: qsTr("First and last day")
        visible: dialog.report.span === ReportViewModel.Own

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.s2

            AppTextField {
                Layout.fillWidth: true
                accessibleName: qsTr("First day")
                error: dialog.report.dayProblem.length > 0
                maximumLength: 20
                objectName: "reportFrom"
                text: dialog.report.fromDay

                onTextEdited: dialog.report.fromDay = text
            }
            AppTextField {
                Layout.fillWidth: true
                accessibleName: qsTr("Last day")
                error: dialog.report.dayProblem.length > 0
                maximumLength: 20
                objectName: "reportTo"
                text: dialog.report.toDay

                onTextEdited: dialog.report.toDay = text
            }
        }
    }
    PathField {
        id: path
        Layout.fillWidth: true
        chooser: dialog.paths
        errorText: dialog.report.problem
        filter: qsTr("Pages (*.html)")
        label: qsTr("File")
        name: "reportPath"
        value: dialog.report.path

        onAccepted: dialog.report.write(false)
        onEdited: path => dialog.report.path = path
    }
    Banner {
        Layout.fillWidth: true
        actionText: qsTr("Replace")
        objectName: "reportOverwrite"
        riskState: RiskState.MarginCall
        text: qsTr("A file of this name exists. Replace it?")
        visible: dialog.report.asksOverwrite

        onActionTriggered: dialog.report.write(true)
    }

    actions: [
        Item { Layout.fillWidth: true },
        AppButton {
            objectName: "reportCancel"
            text: qsTr("Cancel")

            onClicked: dialog.close()
        },
        AppButton {
            busy: dialog.report.busy
            enabled: dialog.report.path.length > 0 && dialog.report.dayProblem.length === 0
            objectName: "reportConfirm"
            text: qsTr("Write")
            variant: AppButton.Primary

            onClicked: dialog.report.write(false)
        }
    ]
}
