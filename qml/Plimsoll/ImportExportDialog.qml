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
    property bool practice: false
    readonly property bool wanted: files.isOpen
    readonly property bool importing: files.mode === FilesViewModel.Import

    dialogWidth: 640
    filled: files.filled
    initialFocusItem: path
    objectName: "importExportDialog"
    subtitle: importing ? qsTr("Accounts and wallets are added; what is there already stays as it is.")
                        : qsTr("Accounts, wallets and balances as a file that only you can read.")
    title: importing ? qsTr("Import a portfolio") : qsTr("Export the portfolio")

    Component.onCompleted: if (wanted) dialog.open()
    onClosed: files.close()
    onWantedChanged: wanted ? dialog.open() : dialog.close()

    PracticeNote { visible: dialog.practice && dialog.importing }
    LabeledField {
        Layout.fillWidth: true
        errorText: dialog.files.problem
        hintText: dialog.importing ? qsTr("Type a path, or drop a file here.") : ""
        label: qsTr("File")

        AppTextField {
            id: path
            Layout.fillWidth: true
            accessibleName: qsTr("File")
            error: dialog.files.problem.length > 0
            maximumLength: 4096
            objectName: "filePath"
            text: dialog.files.path

            onAccepted: dialog.files.confirm()
            onTextEdited: dialog.files.path = text
            Keys.onTabPressed: event => {
                event.accepted = dialog.files.completions.length === 1
                if (event.accepted)
                    dialog.files.complete(0)
            }

            DropArea {
                anchors.fill: parent
                keys: ["text/uri-list"]

                onDropped: drop => {
                    if (drop.hasUrls)
                        dialog.files.acceptUrl(drop.urls[0])
                }

                Rectangle {
                    anchors.fill: parent
                    border.color: Theme.accent
                    border.width: 2
                    color: "transparent"
                    radius: Theme.radiusControl
                    visible: parent.containsDrag
                }
            }
        }
        Flow {
            Layout.fillWidth: true
            spacing: Theme.s2

            Repeater {
                model: dialog.files.completions

                AppButton {
                    required property string modelData
                    required property int index

                    objectName: "fileCompletion"
                    small: true
                    text: modelData
                    width: Math.min(implicitWidth, 560)

                    onClicked: dialog.files.complete(index)
                }
            }
        }
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
