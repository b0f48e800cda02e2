// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Plimsoll.Theme

// One entry of AppMenu; `shortcutText` is shown at the right.
T.MenuItem {
    id: item

    property string shortcutText: ""

    Accessible.name: text
    Accessible.onPressAction: item.triggered()
    font.family: Theme.fontFamily
    font.pixelSize: Theme.bodySize
    implicitHeight: 36
    implicitWidth: leftPadding + rightPadding + implicitContentWidth
    leftPadding: checkable ? 32 : 12
    opacity: enabled ? 1 : Theme.disabledOpacity
    rightPadding: 12

    background: Rectangle {
        border.color: Theme.text
        border.width: Theme.highContrast && item.highlighted ? 2 : 0
        color: item.down ? Theme.pressed : item.highlighted ? Theme.hover : "transparent"
        radius: Theme.radiusControl
    }
    contentItem: MenuLabel {
        font: item.font
        hint: item.shortcutText
        text: item.text
    }
    indicator: AppIcon {
        anchors.verticalCenter: parent?.verticalCenter
        color: Theme.accent
        name: "check"
        visible: item.checked
        x: 9
    }
}
