// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// The cross panel beside the isolated one; scrolls by itself, and brings what has the keyboard into view.
Rectangle {
    id: pane

    required property AppViewModel app
    required property AccountColumns columns
    required property string focusedAccount
    readonly property Item focused: T.ApplicationWindow.window?.activeFocusItem ?? null

    color: Theme.surface

    onFocusedChanged: pane.reveal()

    Flickable {
        id: flick
        anchors.fill: parent
        boundsBehavior: Flickable.StopAtBounds
        clip: contentHeight > height
        contentHeight: panel.implicitHeight + Theme.s3 + Theme.s3
        contentWidth: width
        objectName: "crossScroll"

        T.ScrollBar.vertical: AppScrollBar {}

        KeptScroll {
            layout: pane.app.layout
            pane: WindowLayout.Cross
            view: flick
        }
        CrossPanel {
            id: panel
            app: pane.app
            columns: pane.columns
            focusedAccount: pane.focusedAccount
            width: flick.width - 2 * Theme.s4
            x: Theme.s4
            y: Theme.s3
        }
    }

    function reveal(): void {
        let inside = pane.focused
        while (inside !== null && inside !== flick.contentItem)
            inside = inside.parent
        if (inside === null || pane.focused === flick.contentItem)
            return
        const top = pane.focused.mapToItem(flick.contentItem, 0, 0).y - Theme.s3
        const bottom = top + pane.focused.height + 2 * Theme.s3
        if (top < flick.contentY)
            flick.contentY = Math.max(0, top)
        else if (bottom > flick.contentY + flick.height)
            flick.contentY = Math.max(0, Math.min(flick.contentHeight - flick.height, bottom - flick.height))
    }
}
