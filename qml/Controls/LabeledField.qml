// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Plimsoll.Theme

// Label above any control, error (or hint) below it. Children are laid out to full width.
ColumnLayout {
    id: field

    default property alias content: slot.data
    property string label: ""
    property string errorText: ""
    property string hintText: ""

    spacing: 6

    AppText {
        Layout.fillWidth: true
        color: Theme.muted
        text: field.label
        visible: text.length > 0
    }
    ColumnLayout {
        id: slot
        Layout.fillWidth: true
        spacing: Theme.s2
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: 6
        visible: message.text.length > 0

        StateShape {
            Layout.alignment: Qt.AlignTop
            Layout.topMargin: 2
            Accessible.ignored: true
            riskState: RiskState.MarginCall
            color: Theme.liquidation
            size: 11
            visible: field.errorText.length > 0
        }
        AppText {
            id: message
            Layout.fillWidth: true
            Accessible.role: field.errorText.length > 0 ? Accessible.AlertMessage : Accessible.StaticText
            color: field.errorText.length > 0 ? Theme.liquidation : Theme.muted
            font.pixelSize: Theme.smallSize
            text: field.errorText.length > 0 ? field.errorText : field.hintText
            wrapMode: Text.Wrap
        }
    }
}
