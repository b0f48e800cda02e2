// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Plimsoll.Theme

// A link within text; underlined when pointed at or focused.
T.AbstractButton {
    id: control

    Accessible.name: text
    Accessible.onPressAction: control.clicked()
    Accessible.role: Accessible.Link
    focusPolicy: Qt.StrongFocus
    font.family: Theme.fontFamily
    font.pixelSize: Theme.bodySize
    hoverEnabled: true
    implicitHeight: implicitContentHeight
    implicitWidth: Math.ceil(implicitContentWidth)
    opacity: enabled ? 1 : Theme.disabledOpacity

    Keys.onEnterPressed: event => { if (!event.isAutoRepeat) clicked() }
    Keys.onReturnPressed: event => { if (!event.isAutoRepeat) clicked() }

    background: Item {
        FocusRing { active: control.visualFocus; controlRadius: 2 }
    }
    contentItem: AppText {
        color: Theme.accent
        font.family: control.font.family
        font.pixelSize: control.font.pixelSize
        font.underline: control.hovered || control.visualFocus || Theme.highContrast
        font.weight: Font.Medium
        text: control.text
    }

    HoverHandler { cursorShape: Qt.PointingHandCursor }
}
