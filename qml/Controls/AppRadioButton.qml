// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Plimsoll.Theme

// Radio button with its own plain label; siblings exclude each other.
T.RadioButton {
    id: control

    Accessible.name: text
    Accessible.onPressAction: { if (!control.checked) control.toggle(); control.toggled(); control.clicked() }
    Accessible.onToggleAction: { if (!control.checked) control.toggle(); control.toggled(); control.clicked() }
    font.family: Theme.fontFamily
    font.pixelSize: Theme.bodySize
    hoverEnabled: true
    implicitHeight: 32
    implicitWidth: leftPadding + Math.ceil(implicitContentWidth) + rightPadding
    leftPadding: 28
    opacity: enabled ? 1 : Theme.disabledOpacity

    contentItem: AppText {
        font: control.font
        text: control.text
        verticalAlignment: Text.AlignVCenter
    }
    indicator: Rectangle {
        anchors.verticalCenter: parent?.verticalCenter
        border.color: control.checked ? Theme.accent : Theme.muted
        border.width: control.checked ? 5 : control.hovered ? 2 : 1.5
        color: control.checked ? Theme.accentText : Theme.background
        implicitHeight: 18
        implicitWidth: 18
        radius: 9

        FocusRing { active: control.visualFocus; controlRadius: 9 }
    }
}
