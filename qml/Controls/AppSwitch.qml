// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Plimsoll.Theme

// On/off switch with its own plain label.
T.Switch {
    id: control

    Accessible.name: text
    Accessible.onPressAction: { control.toggle(); control.toggled(); control.clicked() }
    Accessible.onToggleAction: { control.toggle(); control.toggled(); control.clicked() }
    font.family: Theme.fontFamily
    font.pixelSize: Theme.bodySize
    hoverEnabled: true
    implicitHeight: Math.max(32, implicitContentHeight)
    implicitWidth: leftPadding + Math.ceil(implicitContentWidth) + rightPadding
    leftPadding: text.length > 0 ? 50 : 40
    opacity: enabled ? 1 : Theme.disabledOpacity

    contentItem: AppText {
        font: control.font
        text: control.text
        verticalAlignment: Text.AlignVCenter
        wrapMode: Text.Wrap
    }
    indicator: Rectangle {
        anchors.verticalCenter: parent?.verticalCenter
        border.color: control.checked ? Theme.accent : Theme.muted
        border.width: control.hovered ? 2 : 1.5
        color: control.checked ? Theme.accent : Theme.background
        implicitHeight: 22
        implicitWidth: 40
        radius: 11

        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            color: control.checked ? Theme.accentText : Theme.muted
            height: 14
            radius: 7
            width: 14
            x: control.checked ? parent.width - width - 4 : 4

            Behavior on x { NumberAnimation { duration: Theme.duration } }
        }
        FocusRing { active: control.visualFocus; controlRadius: 11 }
    }
}
