// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// Centred text of AppButton, with an hourglass before it while busy.
Item {
    id: content

    required property string text
    required property font font
    required property color ink
    required property bool busy
    readonly property int lead: busy ? 20 : 0

    implicitHeight: label.implicitHeight
    implicitWidth: Math.ceil(label.implicitWidth) + lead

    AppIcon {
        anchors.verticalCenter: parent.verticalCenter
        color: content.ink
        name: "wait"
        size: 14
        visible: content.busy
        x: label.x - content.lead
    }
    AppText {
        id: label
        anchors.verticalCenter: parent.verticalCenter
        color: content.ink
        font: content.font
        text: content.text
        width: Math.min(Math.ceil(implicitWidth), parent.width - content.lead)
        x: Math.round((parent.width - width + content.lead) / 2)
    }
}
