// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Plimsoll.Theme

// A button that shows only an icon of AppIcon; its `text` is the accessible name and the tool tip. What was pressed needs no tip: it would lie
// over the menu that opened.
T.Button {
    id: control

    required property string iconName
    property bool framed: false
    property color ink: Theme.text
    property bool wasPressed: false // since the mouse came

    Accessible.name: text
    Accessible.onPressAction: control.clicked()
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true
    implicitHeight: 36
    implicitWidth: 36
    opacity: enabled ? 1 : Theme.disabledOpacity

    onClicked: wasPressed = true
    onHoveredChanged: wasPressed = false
    onPressed: wasPressed = true

    Keys.onEnterPressed: event => { if (!event.isAutoRepeat) clicked() }
    Keys.onReturnPressed: event => { if (!event.isAutoRepeat) clicked() }

    background: Rectangle {
        border.color: control.framed ? Theme.outline : "transparent"
        border.width: Theme.hairline
        color: control.framed ? Theme.raised : "transparent"
        radius: Theme.radiusControl

        Rectangle {
            anchors.fill: parent
            color: control.down ? Theme.pressed : Theme.hover
            radius: parent.radius
            visible: control.down || control.hovered
        }
        FocusRing { active: control.visualFocus }
    }

    contentItem: Item {
        AppIcon {
            anchors.centerIn: parent
            color: control.ink
            name: control.iconName
        }
    }

    HoverTip { over: control; shown: control.hovered && !control.wasPressed; text: control.text }
}
