// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Window
import Plimsoll.Theme
import Plimsoll.ViewModels

// The dock in a window of its own; closing it brings the dock back. Where it was is remembered, as far as a screen is still there.
Window {
    id: floating

    required property WindowLayout layout
    required property bool mainShown // hidden with the main window: neither is left behind
    readonly property rect shape: Qt.rect(x, y, width, height)
    property bool placed: false

    color: Theme.surface
    height: 480
    minimumHeight: 260
    minimumWidth: 420
    objectName: "dockWindow"
    title: qsTr("Level, risk, prices, journal, alarms – Plimsoll")
    transientParent: null // it may lie behind the main window
    visible: mainShown
    width: 1000

    Component.onCompleted: {
        const stored = floating.layout.dockWindow
        if (stored.width > 0) {
            floating.width = Math.min(stored.width, Screen.desktopAvailableWidth)
            floating.height = Math.min(stored.height, Screen.desktopAvailableHeight)
            floating.x = Math.max(0, Math.min(stored.x, Screen.desktopAvailableWidth - 100))
            floating.y = Math.max(0, Math.min(stored.y, Screen.desktopAvailableHeight - 100))
        }
        floating.placed = true
    }
    onClosing: close => {
        close.accepted = false
        floating.layout.dockDetached = false
    }
    onShapeChanged: if (placed && visible) layout.dockWindow = shape

    Shortcut {
        sequence: "Ctrl+Shift+D"

        onActivated: floating.layout.dockDetached = false
    }
}
