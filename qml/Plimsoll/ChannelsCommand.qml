// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// A program of a person's own, with each argument in a field of its own: there is no shell that could read them otherwise.
ColumnLayout {
    id: command

    required property ChannelsViewModel channels
    required property PathChooser paths

    spacing: Theme.s2

    SectionHeader { Layout.fillWidth: true; title: qsTr("Own program") }
    PathField {
        Layout.fillWidth: true
        chooser: command.paths
        errorText: command.channels.programError
        hintText: qsTr("It is started without a shell.")
        kind: PathChooser.Open
        label: qsTr("Program")
        name: "commandProgram"
        placeholder: qsTr("Full path, or empty")
        value: command.channels.program

        onFinished: path => command.channels.program = path
    }
    Repeater {
        model: command.channels.arguments.length // the list itself would make every field anew at every edit

        RowLayout {
            id: line

            required property int index

            Layout.fillWidth: true
            spacing: Theme.s2

            AppTextField {
                Layout.fillWidth: true
                accessibleName: qsTr("Argument %1").arg(line.index + 1)
                maximumLength: 2048
                objectName: "commandArgument" + line.index
                text: command.channels.arguments[line.index] ?? ""

                onEditingFinished: command.channels.setArgument(line.index, text)
            }
            IconButton {
                framed: true
                iconName: "close"
                objectName: "commandRemove" + line.index
                text: qsTr("Remove the argument")

                onClicked: command.channels.removeArgument(line.index)
            }
        }
    }
    AppButton {
        enabled: command.channels.program.length > 0
        objectName: "commandAdd"
        small: true
        text: qsTr("Add an argument")

        onClicked: command.channels.addArgument()
    }
}
