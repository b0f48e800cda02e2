// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Plimsoll.Theme
import Plimsoll.ViewModels

// The same account over moves of two prices at once, as it stands beside the curve of one.
ColumnLayout {
    id: beside

    required property HeatMapViewModel map

    objectName: "stressMap"
    spacing: Theme.s1

    HeatMapSentence {
        Layout.fillWidth: true
        map: beside.map
        text: beside.map.atText
        textName: "stressMapAt"
    }
    HeatMapView {
        Layout.fillHeight: true
        Layout.fillWidth: true
        cellsName: "stressMapCells"
        map: beside.map
    }
}
