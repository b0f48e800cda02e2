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
    property string echoText: "" // what was understood, before any hint
    property bool echoes: false // keeps the line free, so that nothing moves while one types

    Layout.alignment: Qt.AlignTop // a line below a neighbour moves nothing here
    spacing: 6

    TextMetrics { // the label's own width would change with how it is wrapped
        id: natural
        font: labelText.font
        text: field.label
    }
    AppText {
        id: labelText
        Layout.fillWidth: true
        color: Theme.muted
        text: field.label
        visible: text.length > 0
        // Only where it must: a line per letter, while there is no width yet, would push the control down for good.
        wrapMode: field.width > 100 && Math.ceil(natural.advanceWidth) > field.width ? Text.Wrap : Text.NoWrap
    }
    ColumnLayout {
        id: slot
        Layout.fillWidth: true
        spacing: Theme.s2
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: 6
        visible: message.text.length > 0 || field.echoes

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
            Accessible.name: text
            Accessible.role: field.errorText.length > 0 ? Accessible.AlertMessage : Accessible.StaticText
            color: field.errorText.length > 0 ? Theme.liquidation : Theme.muted
            font.pixelSize: Theme.smallSize
            objectName: field.objectName.length > 0 ? field.objectName + "Message" : "fieldMessage"
            text: field.errorText.length > 0 ? field.errorText : field.echoText + (field.echoText.length > 0 && field.hintText.length > 0 ? " · " : "") + field.hintText
            wrapMode: Text.Wrap
        }
    }
}
