// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Plimsoll.Theme

// Push button. `busy` keeps focus and text but takes no further press. Space and Enter press it.
T.Button {
    id: control

    enum Variant { Secondary, Primary, Quiet, Danger }

    property int variant: AppButton.Secondary
    property bool busy: false
    property bool small: false
    readonly property bool flatLook: variant === AppButton.Quiet
    readonly property color ink: variant === AppButton.Primary ? Theme.accentText
                               : variant === AppButton.Danger ? Theme.liquidation
                               : flatLook ? Theme.accent : Theme.text

    Accessible.name: text
    Accessible.onPressAction: if (!control.busy) control.clicked()
    focusPolicy: Qt.StrongFocus
    font.family: Theme.fontFamily
    font.pixelSize: small ? 13 : Theme.bodySize
    font.weight: Font.Medium
    hoverEnabled: true
    implicitHeight: small ? 32 : 36
    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    leftPadding: flatLook ? Theme.s2 : small ? 12 : Theme.s3
    opacity: enabled ? 1 : Theme.disabledOpacity
    rightPadding: leftPadding

    Keys.onPressed: event => {
        const press = [Qt.Key_Return, Qt.Key_Enter].includes(event.key)
        event.accepted = press || (busy && event.key === Qt.Key_Space)
        if (press && !busy && !event.isAutoRepeat)
            clicked()
    }

    background: Rectangle {
        readonly property color base: control.variant === AppButton.Primary ? Theme.accent
                                    : control.flatLook ? "transparent" : Theme.raised

        border.color: control.variant === AppButton.Danger ? Theme.liquidation
                    : control.variant === AppButton.Secondary ? Theme.outline : "transparent"
        border.width: Theme.hairline
        color: control.variant !== AppButton.Primary ? base
             : control.down ? Theme.accentPressed : control.hovered ? Theme.accentHover : base
        radius: Theme.radiusControl

        Rectangle {
            anchors.fill: parent
            color: control.down ? Theme.pressed : Theme.hover
            radius: parent.radius
            visible: control.variant !== AppButton.Primary && !control.busy && (control.down || control.hovered)
        }
        FocusRing { active: control.visualFocus }
    }

    contentItem: ButtonLabel {
        busy: control.busy
        font: control.font
        ink: control.ink
        text: control.text
    }

    MouseArea {
        anchors.fill: parent
        visible: control.busy
    }
}
