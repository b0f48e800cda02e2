// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// What could happen and what helps: moves of prices, the ways out, and the other margin mode.
ColumnLayout {
    id: page

    required property AppViewModel app
    readonly property var partNames: [qsTr("Stress"), qsTr("Ways out"), qsTr("Cross or isolated")]
    property int part: 0
    property bool choosesPart: true // else somebody else shows the choice

    signal partWanted(int part)

    objectName: "riskPage"
    spacing: Theme.s2

    SegmentedControl {
        Layout.preferredHeight: 32
        accessibleName: qsTr("Part of the risk page")
        currentIndex: page.part
        model: page.partNames
        objectName: page.choosesPart ? "riskParts" : ""
        visible: page.choosesPart

        onActivated: index => page.partWanted(index)
    }
    StackLayout {
        Layout.fillHeight: true
        Layout.fillWidth: true
        currentIndex: page.part

        StressPage { stress: page.app.stress }
        WaysOutPage { app: page.app }
        TwinPage { twins: page.app.twins }
    }
}
