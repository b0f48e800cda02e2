// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// Cross and isolated side by side from 1100 px on, else one above the other; the tabs follow. Scrolls as a whole.
Flickable {
    id: panels

    required property AppViewModel app
    required property string focusedAccount
    readonly property bool wide: width >= 1100
    readonly property int pageMargin: width >= 700 ? Theme.s4 : Theme.s3
    readonly property int crossWidth: wide ? 488 : width - 2 * pageMargin
    readonly property int restWidth: wide ? width - crossWidth - 3 * pageMargin : crossWidth
    readonly property Item focused: T.ApplicationWindow.window?.activeFocusItem ?? null

    boundsBehavior: Flickable.StopAtBounds
    clip: true
    contentHeight: Math.max(height, tabs.y + tabs.height + pageMargin, cross.y + cross.height + pageMargin)
    contentWidth: width
    objectName: "panels"

    T.ScrollBar.vertical: AppScrollBar {}

    onFocusedChanged: panels.reveal()

    CrossPanel {
        id: cross
        app: panels.app
        focusedAccount: panels.focusedAccount
        width: panels.crossWidth
        x: panels.pageMargin
        y: Theme.s4
    }
    IsolatedPanel {
        id: isolated
        app: panels.app
        focusedAccount: panels.focusedAccount
        width: panels.restWidth
        x: panels.wide ? cross.x + cross.width + panels.pageMargin : panels.pageMargin
        y: panels.wide ? Theme.s4 : cross.y + cross.height + Theme.s4
    }
    BottomTabs {
        id: tabs
        app: panels.app
        height: Math.max(300, panels.height - y - panels.pageMargin)
        width: panels.restWidth
        x: isolated.x
        y: isolated.y + isolated.height + Theme.s4
    }

    // Brings what has the keyboard into view; a person who tabs must see where they are.
    function reveal() {
        let inside = panels.focused
        while (inside !== null && inside !== panels.contentItem)
            inside = inside.parent
        if (inside === null || panels.focused === panels.contentItem)
            return
        const top = panels.focused.mapToItem(panels.contentItem, 0, 0).y - Theme.s3
        const bottom = top + panels.focused.height + 2 * Theme.s3
        if (top < panels.contentY)
            panels.contentY = Math.max(0, top)
        else if (bottom > panels.contentY + panels.height)
            panels.contentY = Math.min(panels.contentHeight - panels.height, bottom - panels.height)
    }
}
