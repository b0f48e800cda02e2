// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// A portfolio file in, shown before it is taken, or out.
AppDialog {
    id: dialog

    required property FilesViewModel files
    required property PathChooser paths
    property bool practice: false
    readonly property bool wanted: files.isOpen
    readonly property bool importing: files.mode === FilesViewModel.Import

    dialogWidth: 640
    filled: files.filled
    initialFocusItem: path.input
    objectName: "importExportDialog"
    subtitle: importing ? qsTr("Accounts and wallets are added; what is there already stays as it is.")
                        : qsTr("Accounts, wallets and balances as a file that only you can read.")
    title: importing ? qsTr("Import a portfolio") : qsTr("Export the portfolio")

    Component.onCompleted: if (wanted) dialog.open()
    onClosed: files.close()
    onWantedChanged: wanted ? dialog.open() : dialog.close()

    PracticeNote { visible: dialog.practice && dialog.importing }
    PathField {
        id: path
        Layout.fillWidth: true
        chooser: dialog.paths
        completions: dialog.files.completions
        errorText: dialog.files.problem
        filter: qsTr("Portfolios (*.json)")
        hintText: dialog.importing ? qsTr("Type a path, or drop a file here.") : ""
        kind: dialog.importing ? PathChooser.Open : PathChooser.Save
        label: qsTr("File")
        name: "filePath"
        value: dialog.files.path

        onAccepted: dialog.files.confirm()
        onCompleted: index => dialog.files.complete(index)
        onEdited: path => dialog.files.path = path
    }
    ColumnLayout {
        Layout.fillWidth: true
        spacing: 6
        visible: dialog.files.previewTitle.length > 0

        SectionHeader {
            Layout.fillWidth: true
            objectName: "filePreviewTitle"
            title: dialog.files.previewTitle
        }
        ListView {
            id: lines
            Layout.fillWidth: true
            Layout.preferredHeight: Math.min(contentHeight, 240)
            boundsBehavior: Flickable.StopAtBounds
            clip: contentHeight > height
            model: dialog.files.previewLines
            objectName: "filePreview"
            spacing: 4

            T.ScrollBar.vertical: AppScrollBar {}

            delegate: AppText {
                required property string modelData

                text: modelData
                width: lines.width - 12
                wrapMode: Text.Wrap
            }
        }
    }
    Banner {
        Layout.fillWidth: true
        actionText: qsTr("Replace")
        objectName: "fileOverwrite"
        riskState: RiskState.MarginCall
        text: qsTr("A file of this name exists. Replace it?")
        visible: dialog.files.asksOverwrite

        onActionTriggered: dialog.files.answerOverwrite(true)
    }

    actions: [
        Item { Layout.fillWidth: true },
        AppButton {
            objectName: "fileCancel"
            text: qsTr("Cancel")

            onClicked: dialog.close()
        },
        AppButton {
            busy: dialog.files.busy
            enabled: dialog.files.ready || dialog.files.busy
            objectName: "fileConfirm"
            text: dialog.importing ? qsTr("Import") : qsTr("Export")
            variant: AppButton.Primary

            onClicked: dialog.files.confirm()
        }
    ]
}
