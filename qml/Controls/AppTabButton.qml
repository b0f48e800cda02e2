// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Plimsoll.Theme

// One tab of AppTabBar.
T.TabButton {
    id: tab

    Accessible.name: text
    Accessible.onPressAction: { if (!tab.checked) tab.toggle(); tab.clicked() }
    focusPolicy: checked ? Qt.StrongFocus : Qt.ClickFocus
    font.family: Theme.fontFamily
    font.pixelSize: Theme.bodySize
    font.weight: checked ? Font.Medium : Font.Normal
    height: 44
    hoverEnabled: true
    implicitHeight: 44
    implicitWidth: Math.ceil(metrics.advanceWidth) + 2
    width: implicitWidth

    background: Item {
        Rectangle {
            anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
            color: tab.checked ? Theme.accent : Theme.muted
            height: tab.checked && Theme.highContrast ? 4 : 2
            visible: tab.checked || tab.hovered
        }
        FocusRing { active: tab.visualFocus; anchors.margins: -1; anchors.bottomMargin: 5; controlRadius: 2 }
    }
    contentItem: AppText {
        color: tab.checked || tab.hovered ? Theme.text : Theme.muted
        font: tab.font
        horizontalAlignment: Text.AlignHCenter
        text: tab.text
        verticalAlignment: Text.AlignVCenter
    }

    // Width of the bold form, so that choosing a tab does not push its neighbours.
    TextMetrics {
        id: metrics
        font.family: tab.font.family
        font.pixelSize: tab.font.pixelSize
        font.weight: Font.Medium
        text: tab.text
    }
}
