// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Plimsoll.Theme

// Drop-down menu of AppMenuItem and AppMenuSeparator.
T.Menu {
    id: menu

    property real menuWidth: 240

    delegate: AppMenuItem {}
    implicitHeight: implicitContentHeight + topPadding + bottomPadding
    implicitWidth: menuWidth
    margins: Theme.s2
    overlap: 1
    padding: Theme.s1
    z: 3 // above the margin call: it was asked for just now

    background: Rectangle {
        border.color: Theme.outline
        border.width: Theme.hairline
        color: Theme.raised
        radius: Theme.radiusCard

        SoftShadow { }
    }
    contentItem: ListView {
        clip: true
        currentIndex: menu.currentIndex
        implicitHeight: contentHeight
        interactive: contentHeight > height
        model: menu.contentModel

        T.ScrollBar.vertical: AppScrollBar {}
    }
    enter: Transition {
        NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.duration }
    }
}
