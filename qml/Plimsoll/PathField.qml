// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// A path: typed, chosen in the desktop's own dialog, or dropped here. What is wrong with it stands below.
LabeledField {
    id: path

    required property PathChooser chooser
    required property string value
    required property string name // of the field, for tests, and of who asks for a dialog
    property int kind: PathChooser.Save
    property string filter: "" // "Pictures (*.png)"
    property string placeholder: ""
    property var completions: [] // what the typed beginning may become
    readonly property alias input: field

    signal edited(string path) // while it is typed, and whole when it was chosen or dropped
    signal finished(string path) // left, chosen or dropped
    signal accepted() // Enter
    signal completed(int index)

    Connections {
        target: path.chooser

        function onChosen(asker: string, chosen: string) {
            if (asker === path.name)
                path.take(chosen)
        }
    }
    GridLayout {
        Layout.fillWidth: true
        columnSpacing: Theme.s2
        columns: path.width < 460 ? 1 : 2
        rowSpacing: Theme.s2

        AppTextField {
            id: field
            Layout.fillWidth: true
            accessibleName: path.label
            error: path.errorText.length > 0
            maximumLength: 4096
            objectName: path.name
            placeholderText: path.placeholder
            text: path.value

            onAccepted: path.accepted()
            onEditingFinished: path.finished(text)
            onTextEdited: path.edited(text)
            Keys.onTabPressed: event => {
                event.accepted = path.completions.length === 1
                if (event.accepted)
                    path.completed(0)
            }

            DropArea {
                anchors.fill: parent
                keys: ["text/uri-list"]

                onDropped: drop => {
                    if (drop.hasUrls)
                        path.take(path.chooser.pathOf(drop.urls[0]))
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
        AppButton {
            Accessible.name: qsTr("%1: choose in a dialog").arg(path.label)
            implicitHeight: 44
            objectName: path.name + "Browse"
            text: qsTr("Browse…")
            visible: path.chooser.available

            onClicked: path.chooser.ask(path.name, path.kind, path.label, field.text, path.filter)
        }
    }
    Flow {
        Layout.fillWidth: true
        spacing: Theme.s2
        visible: path.completions.length > 0

        Repeater {
            model: path.completions

            AppButton {
                required property string modelData
                required property int index

                objectName: "fileCompletion"
                small: true
                text: modelData
                width: Math.min(implicitWidth, path.width)

                onClicked: path.completed(index)
            }
        }
    }

    function take(chosen: string): void {
        path.edited(chosen)
        path.finished(chosen)
    }
}
