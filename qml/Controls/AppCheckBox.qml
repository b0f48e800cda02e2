// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Plimsoll.Theme

// Check box with its own plain label.
T.CheckBox {
    id: control

    Accessible.name: text
    Accessible.onPressAction: { control.toggle(); control.toggled(); control.clicked() }
    Accessible.onToggleAction: { control.toggle(); control.toggled(); control.clicked() }
    font.family: Theme.fontFamily
    font.pixelSize: Theme.bodySize
    hoverEnabled: true
    implicitHeight: 32
    implicitWidth: leftPadding + Math.ceil(implicitContentWidth) + rightPadding
    leftPadding: text.length > 0 ? 28 : 18
    opacity: enabled ? 1 : Theme.disabledOpacity

    contentItem: AppText {
        font: control.font
        text: control.text
        verticalAlignment: Text.AlignVCenter
    }
    indicator: Rectangle {
        anchors.verticalCenter: parent?.verticalCenter
        border.color: control.checked ? Theme.accent : Theme.muted
        border.width: control.hovered ? 2 : 1.5
        color: control.checked ? Theme.accent : Theme.background
        implicitHeight: 18
        implicitWidth: 18
        radius: 5

        AppIcon {
            anchors.centerIn: parent
            color: Theme.accentText
            name: "check"
            size: 14
            visible: control.checked
        }
        FocusRing { active: control.visualFocus; controlRadius: 5 }
    }
}
