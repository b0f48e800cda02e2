// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Plimsoll.Controls
import Plimsoll.Theme

// One way back to the initial ratio, to be chosen: what to do, how much, what it brings.
T.RadioButton {
    id: way

    required property string label
    required property string amount
    required property string result

    Accessible.name: qsTr("%1: %2, %3").arg(label).arg(amount).arg(result)
    Accessible.onPressAction: { if (!way.checked) way.toggle(); way.toggled() }
    Accessible.onToggleAction: { if (!way.checked) way.toggle(); way.toggled() }
    bottomPadding: 8
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true
    implicitHeight: implicitContentHeight + topPadding + bottomPadding
    leftPadding: 44
    rightPadding: 14
    topPadding: 8

    background: Rectangle {
        border.color: way.checked ? Theme.accent : Theme.outline
        border.width: way.checked ? 2 : Theme.hairline
        color: way.hovered ? Theme.hover : Theme.raised
        radius: Theme.radiusControl

        FocusRing { active: way.visualFocus }
    }
    contentItem: WayOutBody {
        amount: way.amount
        label: way.label
        result: way.result
    }
    indicator: Rectangle {
        border.color: way.checked ? Theme.accent : Theme.muted
        border.width: way.checked ? 5 : 1.5
        color: way.checked ? Theme.accentText : Theme.background
        height: 18
        radius: 9
        width: 18
        x: 14
        y: 10
    }
}
