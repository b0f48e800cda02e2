// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T

// Offers the exact figures of what was pressed with the right button, for the clipboard: all digits, with a point, as programs read them.
AppMenu {
    id: menu

    property string text: ""
    readonly property TextEdit clipboard: TextEdit {
        text: menu.text
        textFormat: TextEdit.PlainText
    }

    property Toast said: null // made when something is copied for the first time

    objectName: "copyMenu"

    AppMenuItem {
        objectName: "copyExact"
        text: qsTr("Copy exact figures")

        onTriggered: {
            menu.clipboard.selectAll()
            menu.clipboard.copy()
            if (menu.said === null)
                menu.said = toastType.createObject(menu, { parent: T.Overlay.overlay })
            menu.said.show(qsTr("Copied"), false)
        }
    }
    Component {
        id: toastType

        Toast { objectName: "copied" }
    }
    function offer(figures: string) {
        menu.text = figures
        menu.popup()
    }
}
