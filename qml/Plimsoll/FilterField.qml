// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// Finds accounts by a part of their name or state. Esc empties it.
AppTextField {
    id: field

    required property AccountRows rows

    accessibleName: qsTr("Find an account")
    font.pixelSize: Theme.bodySize
    implicitHeight: 32
    leftPadding: 30
    objectName: "accountFilter"
    placeholderText: qsTr("Find…")
    text: rows.filter

    Keys.onEscapePressed: event => {
        event.accepted = field.length > 0
        field.rows.filter = ""
    }
    onTextEdited: field.rows.filter = field.text

    AppIcon {
        anchors { left: parent.left; leftMargin: 9; verticalCenter: parent.verticalCenter }
        color: Theme.muted
        name: "search"
        size: 14
    }
}
