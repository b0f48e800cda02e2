// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Plimsoll.Theme

// Text of AppMenuItem with a quieter hint at the right.
Item {
    id: content

    required property string text
    required property string hint
    required property font font

    implicitHeight: label.implicitHeight
    implicitWidth: label.implicitWidth + hintText.implicitWidth + Theme.s4

    AppText {
        id: label
        anchors { left: parent.left; right: hintText.left; rightMargin: Theme.s2; verticalCenter: parent.verticalCenter }
        font: content.font
        text: content.text
    }
    AppText {
        id: hintText
        anchors { right: parent.right; verticalCenter: parent.verticalCenter }
        color: Theme.muted
        font.pixelSize: Theme.smallSize
        text: content.hint
        width: Math.min(Math.ceil(implicitWidth), parent.width / 2)
    }
}
