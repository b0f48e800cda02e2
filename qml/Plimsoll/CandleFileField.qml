// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// Where files of candles are named that are to be read: typed, or dropped here, one by one or a folder at once. CandleFileList shows them.
LabeledField {
    id: field

    required property CandleFiles files
    required property PathChooser chooser
    property string nameStart: "candles" // of the objects in it

    label: qsTr("Candle files")

    Connections {
        target: field.chooser

        function onChosen(asker: string, chosen: string) {
            if (asker === path.objectName)
                field.files.add(chosen)
        }
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.s2

        AppTextField {
            id: path
            Layout.fillWidth: true
            accessibleName: qsTr("Candle file or folder")
            implicitHeight: 36
            implicitWidth: 120
            maximumLength: 4096
            objectName: field.nameStart + "Path"
            placeholderText: qsTr("Path")

            onAccepted: field.addTyped()

            DropArea {
                anchors.fill: parent
                keys: ["text/uri-list"]

                onDropped: drop => {
                    for (let i = 0; i < drop.urls.length; ++i)
                        field.files.add(drop.urls[i].toString())
                }
            }
        }
        AppButton {
            enabled: path.text.length > 0
            objectName: field.nameStart + "Add"
            small: true
            text: qsTr("Add")

            onClicked: field.addTyped()
        }
        AppButton {
            Accessible.name: qsTr("Candle files: choose in a dialog")
            objectName: path.objectName + "Browse"
            small: true
            text: qsTr("Browse…")
            visible: field.chooser.available

            onClicked: field.chooser.ask(path.objectName, PathChooser.Open, qsTr("Candle files"), path.text, qsTr("Candles (*.zip *.csv *.gz)"))
        }
    }

    function addTyped(): void {
        field.files.add(path.text)
        path.clear()
    }
}
