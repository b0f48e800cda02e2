// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T

// Offers the exact figures of what was pressed with the right button, for the clipboard: all digits, with a point, as programs read them. The
// menu is made when it is first asked for.
Item {
    id: copying

    property string figures: ""
    property AppMenu menu: null
    property Toast said: null // made when something is copied for the first time
    readonly property TextEdit clipboard: TextEdit {
        text: copying.figures
        textFormat: TextEdit.PlainText
    }

    visible: false

    Component {
        id: menuType

        AppMenu {
            objectName: "copyMenu"

            AppMenuItem {
                objectName: "copyExact"
                text: qsTr("Copy exact figures")

                onTriggered: copying.copy()
            }
        }
    }
    Component {
        id: toastType

        Toast { objectName: "copied" }
    }

    function offer(figures: string): void {
        copying.figures = figures
        if (copying.menu === null)
            copying.menu = menuType.createObject(copying.parent)
        copying.menu.popup()
    }

    function copy(): void {
        copying.clipboard.selectAll()
        copying.clipboard.copy()
        if (copying.said === null)
            copying.said = toastType.createObject(copying, { parent: T.Overlay.overlay })
        copying.said.show(qsTr("Copied"), false)
    }
}
