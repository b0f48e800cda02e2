// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// The files of candles that are read: typed, or dropped here, one by one or a folder at once.
ColumnLayout {
    id: field

    required property CandleFiles files
    required property PathChooser chooser
    property string nameStart: "candles" // of the objects in it

    spacing: Theme.s2

    Connections {
        target: field.chooser

        function onChosen(asker: string, chosen: string) {
            if (asker === path.objectName)
                field.files.add(chosen)
        }
    }
    LabeledField {
        Layout.fillWidth: true
        hintText: qsTr("Named as the exchange names them: ETHUSDT-1h-2023-01.csv, also .gz or .zip. A folder adds all of its files.")
        label: qsTr("Candle files")

        AppTextField {
            id: path
            Layout.fillWidth: true
            accessibleName: qsTr("Candle file or folder")
            implicitHeight: 36
            implicitWidth: 120
            maximumLength: 4096
            objectName: field.nameStart + "Path"
            placeholderText: qsTr("Path, or drop files here")

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
        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.s2

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
    }
    Repeater {
        model: field.files.rows

        RowLayout {
            id: file

            required property int index
            required property string path
            required property string symbol

            Layout.fillWidth: true
            Accessible.name: qsTr("%1: %2").arg(symbol).arg(path)
            Accessible.role: Accessible.ListItem
            spacing: Theme.s2

            AppText {
                Accessible.ignored: true
                elide: Text.ElideNone
                font.weight: Font.Medium
                text: file.symbol
            }
            NameText {
                Layout.fillWidth: true
                Accessible.ignored: true
                color: Theme.muted
                elide: Text.ElideLeft
                text: file.path
            }
            IconButton {
                iconName: "close"
                text: qsTr("Do not read %1").arg(file.path)

                onClicked: field.files.remove(file.index)
            }
        }
    }

    function addTyped(): void {
        field.files.add(path.text)
        path.clear()
    }
}
