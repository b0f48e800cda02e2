// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Plimsoll.Theme

// The one focus ring: outside the control, so that it is seen on any fill.
Rectangle {
    id: ring

    property bool active: false
    property real controlRadius: Theme.radiusControl

    anchors.fill: parent
    anchors.margins: -3
    border.color: Theme.highContrast ? Theme.text : Theme.accent
    border.width: 2
    color: "transparent"
    radius: controlRadius + 3
    visible: active
}
