// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.ViewModels

// What the account would be in the cell under the cursor.
RowLayout {
    id: sentence

    required property HeatMapViewModel map
    property alias text: words.text
    property alias textName: words.objectName

    spacing: 8

    StateShape {
        Accessible.ignored: true
        riskState: sentence.map.atState
        size: 14
    }
    AppText {
        id: words
        Layout.fillWidth: true
        font.weight: Font.Medium
        objectName: "heatMapAt"
        text: qsTr("What would be, not what is. %1").arg(sentence.map.atText)
        wrapMode: Text.Wrap
    }
}
