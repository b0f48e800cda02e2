// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Window
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// Cross and isolated accounts side by side, the dock below them over the full width; each scrolls by itself, the page never does. Below
// 1100 px the cross accounts stand above the isolated ones. Where there is no room for it, below 700 px or in a low window, the dock is
// its tabs, and one of them opens it over the accounts, which become a strip.
Item {
    id: panels

    required property AppViewModel app
    required property string focusedAccount
    readonly property WindowLayout layout: app.layout
    // A margin call that opens takes room, and no pane jumps for it as long as both have some left.
    readonly property bool wide: width >= 860 && width + Theme.sideBar >= 1100
    readonly property bool paged: width < 700 || height < 560
    property bool enlarged: false
    readonly property bool detached: layout.dockDetached // the dock is a window of its own
    readonly property Window dockWindow: floating.item as Window
    readonly property bool folded: !enlarged && !detached && (paged || layout.dockFolded)
    readonly property real usualCross: Math.round(Math.max(340, Math.min(520, width * 0.32)))
    readonly property real crossWidth: Math.max(340, Math.min(width - 520, layout.crossWidth > 0 ? layout.crossWidth : usualCross))
    readonly property real usualDock: Math.round(Math.max(220, Math.min(360, height * 0.34)))
    readonly property real dockHeight: Math.max(140, Math.min(height - 240, layout.dockHeight > 0 ? layout.dockHeight : usualDock))
    readonly property real accountsHeight: detached ? height : enlarged ? chips.height : folded ? height - dock.tabsHeight : height - dockHeight

    objectName: "panels"

    signal accountWanted(string accountId)

    // In the order in which F6 goes through them.
    function parts(): var {
        if (panels.detached)
            return panels.wide ? [cross, isolated] : [isolated]
        return panels.enlarged ? [chips, dock] : panels.wide ? [cross, isolated, dock] : [isolated, dock]
    }

    Shortcut { sequence: "Ctrl+J"; onActivated: dock.show(Dock.Journal) }
    Shortcut { sequence: "Ctrl+L"; onActivated: dock.show(Dock.Alarms) }
    Shortcut { sequence: "Ctrl+Shift+M"; enabled: !panels.detached; onActivated: panels.enlarged = !panels.enlarged }
    Shortcut { sequence: "Ctrl+Shift+D"; onActivated: panels.layout.dockDetached = !panels.detached }

    onDetachedChanged: if (detached) enlarged = false

    Loader {
        id: floating
        active: panels.detached

        // qmllint disable unqualified
        sourceComponent: DockWindow {
            layout: panels.layout
            mainShown: panels.visible && (panels.Window.window?.visible ?? false)
        }
        // qmllint enable unqualified
    }

    AccountColumns {
        id: columnWidths
        available: isolated.contentWidth
        rows: panels.app.dashboard.rows
    }
    Loader {
        id: cross
        active: panels.wide
        height: panels.accountsHeight
        visible: !panels.enlarged
        width: panels.crossWidth

        // qmllint disable unqualified
        sourceComponent: CrossPane {
            app: panels.app
            columns: columnWidths
            focusedAccount: panels.focusedAccount
        }
        // qmllint enable unqualified
    }
    IsolatedPanel {
        id: isolated
        app: panels.app
        columns: columnWidths
        focusedAccount: panels.focusedAccount
        height: panels.accountsHeight
        holdsCross: !panels.wide
        visible: !panels.enlarged
        width: panels.width - x
        x: panels.wide ? panels.crossWidth : 0
    }
    Splitter {
        accessibleName: qsTr("Edge between cross and isolated")
        direction: Splitter.Sideways
        height: panels.accountsHeight
        objectName: "crossSplitter"
        value: panels.crossWidth
        visible: panels.wide && !panels.enlarged
        x: panels.crossWidth - width / 2

        onMoved: value => panels.layout.crossWidth = Math.max(340, Math.min(panels.width - 520, value))
        onRestored: panels.layout.crossWidth = 0
    }
    AccountChips {
        id: chips
        app: panels.app
        visible: panels.enlarged
        width: panels.width

        onChosen: accountId => {
            if (dock.isAboutAnAccount) {
                panels.app.lookAt(accountId)
                return
            }
            panels.enlarged = false
            panels.accountWanted(accountId)
        }
    }
    Dock {
        id: dock
        app: panels.app
        canFold: !panels.paged && !panels.detached
        detached: panels.detached
        enlarged: panels.enlarged
        folded: panels.folded
        height: (parent?.height ?? 0) - y
        parent: panels.dockWindow?.contentItem ?? panels
        width: parent?.width ?? 0
        y: panels.detached ? 0 : panels.accountsHeight

        onDetachWanted: detached => panels.layout.dockDetached = detached
        onEnlargeWanted: enlarged => panels.enlarged = enlarged
        onFoldWanted: folded => {
            if (panels.detached)
                panels.dockWindow?.requestActivate()
            else if (panels.paged)
                panels.enlarged = !folded
            else if (!panels.enlarged)
                panels.layout.dockFolded = folded
        }
    }
    Splitter {
        accessibleName: qsTr("Edge above the dock")
        direction: Splitter.UpAndDown
        inverted: true
        objectName: "dockSplitter"
        value: panels.dockHeight
        visible: !panels.folded && !panels.enlarged && !panels.detached
        width: panels.width
        y: panels.accountsHeight - height / 2

        onMoved: value => panels.layout.dockHeight = Math.max(140, Math.min(panels.height - 240, value))
        onRestored: panels.layout.dockHeight = 0
    }
}
