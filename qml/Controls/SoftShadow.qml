// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Plimsoll.Theme

// Shadow of stacked translucent frames: needs no shader, so it also shows in the software renderer. Each frame is fainter than the one inside
// it, so that the shadow ends without an edge.
Repeater {
    id: shadow

    property real cornerRadius: Theme.radiusCard
    property int layers: 6
    property int step: 3
    property int drop: 4

    model: Theme.highContrast ? 0 : layers

    Rectangle {
        id: layerRect

        required property int index
        readonly property int grow: (index + 1) * shadow.step
        readonly property real share: 2 * (shadow.layers - index) / (shadow.layers * (shadow.layers + 1))

        anchors.bottomMargin: -grow - shadow.drop
        anchors.fill: parent
        anchors.leftMargin: -grow
        anchors.rightMargin: -grow
        anchors.topMargin: -grow + shadow.drop
        border.color: Qt.rgba(0, 0, 0, (Theme.dark ? 0.36 : 0.13) * share)
        // Reaches under the panel, so that no gap shows where the shadow is shifted.
        border.width: grow + 2 * shadow.drop
        color: "transparent"
        radius: shadow.cornerRadius + grow
        z: -1
    }
}
