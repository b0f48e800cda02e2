// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// The cells of a heat map with what its two edges are.
GridLayout {
    id: view

    required property HeatMapViewModel map
    property alias cellsName: cells.objectName

    columnSpacing: 6
    columns: 2
    rowSpacing: 2

    UprightText {
        Layout.alignment: Qt.AlignVCenter
        text: qsTr("%1, −50 to +50 %").arg(view.map.yNames[view.map.yIndex] ?? "")
    }
    HeatMapCells {
        id: cells
        Layout.fillHeight: true
        Layout.fillWidth: true
        map: view.map
    }
    Item { implicitHeight: 1; implicitWidth: 1 }
    AppText {
        Layout.fillWidth: true
        color: Theme.muted
        font.pixelSize: Theme.smallSize
        horizontalAlignment: Text.AlignHCenter
        text: qsTr("%1, −50 to +50 %").arg(view.map.xNames[view.map.xIndex] ?? "")
    }
}
