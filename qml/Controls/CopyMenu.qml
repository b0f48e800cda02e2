// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// Offers the exact figures of what was pressed with the right button, for the clipboard: all digits, with a point, as programs read them.
AppMenu {
    id: menu

    property string text: ""
    readonly property TextEdit clipboard: TextEdit {
        text: menu.text
        textFormat: TextEdit.PlainText
    }

    objectName: "copyMenu"

    AppMenuItem {
        objectName: "copyExact"
        text: qsTr("Copy exact figures")

        onTriggered: {
            menu.clipboard.selectAll()
            menu.clipboard.copy()
        }
    }
    function offer(figures: string) {
        menu.text = figures
        menu.popup()
    }
}
