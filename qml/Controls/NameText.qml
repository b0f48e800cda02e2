// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick

// A name that somebody gave, of any length: elided where there is no room, and whole in its tool tip then.
AppText {
    id: name

    readonly property bool givenName: true
    property AppToolTip tip: null // made when somebody first asks for it

    HoverHandler {
        id: hover

        onHoveredChanged: {
            if (hovered && name.truncated && name.tip === null)
                name.tip = tipType.createObject(name)
        }
    }
    Component {
        id: tipType

        AppToolTip {
            text: name.text
            visible: hover.hovered && name.truncated
        }
    }
}
