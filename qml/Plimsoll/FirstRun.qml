// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// The empty start: three ways in, none of which needs an exchange account, a key or a network.
Item {
    id: first

    required property AppViewModel app

    objectName: "firstRun"

    EmptyState {
        anchors { left: parent.left; leftMargin: Theme.s4; right: parent.right; rightMargin: Theme.s4; verticalCenter: parent.verticalCenter }
        text: qsTr("Plimsoll watches how close your margin accounts are to a margin call, and tells you in time. Nothing is sent to anybody; your accounts stay on this computer.")
        title: qsTr("Keep your positions afloat")

        GridLayout {
            Layout.maximumWidth: 620
            columnSpacing: Theme.s2
            columns: first.width >= 620 ? 3 : 1
            rowSpacing: Theme.s2

            AppButton {
                Layout.fillWidth: true
                objectName: "firstRunExample"
                text: qsTr("Look at the example")
                variant: AppButton.Primary
                visible: !first.app.isExample

                onClicked: first.app.startExample()
            }
            AppButton {
                Layout.fillWidth: true
                objectName: "firstRunAccount"
                text: qsTr("Enter an account…")

                onClicked: first.app.accountEditor.openNew()
            }
            AppButton {
                Layout.fillWidth: true
                objectName: "firstRunImport"
                text: qsTr("Import a file…")

                onClicked: first.app.files.openImport()
            }
        }
    }
}
