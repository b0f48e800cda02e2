// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// The files of candles that are read, and while there are none how they must be named.
ColumnLayout {
    id: list

    required property CandleFiles files

    spacing: Theme.s2

    AppText {
        Layout.fillWidth: true
        color: Theme.muted
        font.pixelSize: Theme.smallSize
        text: qsTr("Typed, or dropped on the field; named as the exchange names them: ETHUSDT-1h-2023-01.csv, also .gz or .zip. A folder adds all of its files.")
        wrapMode: Text.Wrap
    }
    Repeater {
        model: list.files.rows

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

                onClicked: list.files.remove(file.index)
            }
        }
    }
}
