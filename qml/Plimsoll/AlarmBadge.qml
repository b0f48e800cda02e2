// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Plimsoll.Controls
import Plimsoll.Theme

// How many alarms nobody has acknowledged: the shape of the worst and a number. Leads to the list.
T.AbstractButton {
    id: badge

    required property int count
    required property int riskState
    required property string sentence

    Accessible.name: sentence
    Accessible.onPressAction: badge.clicked()
    Accessible.role: Accessible.Button
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true
    implicitHeight: 32
    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    leftPadding: Theme.s2
    rightPadding: Theme.s2
    visible: count > 0

    Keys.onEnterPressed: event => { if (!event.isAutoRepeat) badge.clicked() }
    Keys.onReturnPressed: event => { if (!event.isAutoRepeat) badge.clicked() }

    background: Rectangle {
        border.color: Theme.stateColor(badge.riskState)
        border.width: Theme.hairline
        color: badge.hovered ? Theme.hover : "transparent"
        radius: Theme.radiusControl

        FocusRing { active: badge.visualFocus }
    }
    contentItem: Row {
        spacing: 6

        AppIcon {
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.stateColor(badge.riskState)
            name: "bell"
        }
        StateShape {
            anchors.verticalCenter: parent.verticalCenter
            Accessible.ignored: true
            riskState: badge.riskState
            size: 12
        }
        AppText {
            anchors.verticalCenter: parent.verticalCenter
            Accessible.ignored: true
            font.weight: Font.Medium
            text: badge.count
        }
    }

    HoverTip { over: badge; shown: badge.hovered; text: badge.sentence }
}
