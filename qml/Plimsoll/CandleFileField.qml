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
    property string nameStart: "candles" // of the objects in it

    spacing: Theme.s2

    LabeledField {
        Layout.fillWidth: true
        hintText: qsTr("Named as the exchange names them: ETHUSDT-1h-2023-01.csv, also .gz or .zip. A folder adds all of its files.")
        label: qsTr("Candle files")

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
            AppButton {
                enabled: path.text.length > 0
                objectName: field.nameStart + "Add"
                text: qsTr("Add")

                onClicked: field.addTyped()
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
