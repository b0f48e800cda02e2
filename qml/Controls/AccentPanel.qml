// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Plimsoll.Theme

// Rounded surface with a hairline and, if a colour is given, a tapering accent along one edge.
Item {
    id: panel

    enum Edge { Left, Top }

    property color accentColor: "transparent"
    property color fillColor: Theme.surface
    property int edge: AccentPanel.Left
    property real panelRadius: Theme.radiusCard
    readonly property bool accented: accentColor.a > 0
    readonly property int thickness: !accented ? 0 : Theme.highContrast ? 6 : 3

    Rectangle {
        color: panel.accentColor
        height: panel.edge === AccentPanel.Top ? Math.min(2 * panel.panelRadius + 4, parent.height) : parent.height
        radius: panel.panelRadius
        visible: panel.accented
        width: panel.edge === AccentPanel.Left ? Math.min(2 * panel.panelRadius + 4, parent.width) : parent.width
    }
    Rectangle {
        anchors.fill: parent
        anchors.leftMargin: panel.edge === AccentPanel.Left ? panel.thickness : 0
        anchors.topMargin: panel.edge === AccentPanel.Top ? panel.thickness : 0
        border.color: Theme.outline
        border.width: Theme.hairline
        color: panel.fillColor
        radius: panel.panelRadius
    }
}
