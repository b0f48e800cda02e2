// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import QtQuick.Window
import Plimsoll.Controls
import Plimsoll.Desktop
import Plimsoll.Theme
import Plimsoll.ViewModels

// The main window: status bar, panels, tabs; every dialog hangs here once.
T.ApplicationWindow {
    id: window

    required property AppViewModel app
    property DesktopViewModel desktop: null // without: a window that simply closes
    property string focusedAccount: ""
    readonly property rect shape: Qt.rect(x, y, width, height)
    readonly property bool engineSilent: desktop?.engineSilent ?? false

    color: Theme.background
    height: 860
    minimumHeight: 480
    minimumWidth: 420
    objectName: "mainWindow"
    title: app.dashboard.windowTitle
    visible: true
    width: 1280

    onShapeChanged: if (window.visibility === Window.Windowed) app.layout.window = shape
    onVisibilityChanged: {
        if (window.visibility === Window.Windowed || window.visibility === Window.Maximized)
            app.layout.maximised = window.visibility === Window.Maximized
    }
    onClosing: close => { close.accepted = window.desktop === null || window.desktop.closing.closeRequested() }

    Binding {
        property: "mode"
        target: Theme
        value: window.app.settings.theme
    }
    Binding {
        property: "topBar"
        target: Theme
        value: window.app.isExample ? exampleBar.height : 0
    }
    Binding {
        property: "sideBar"
        target: Theme
        value: marginCall.sideRoom
    }
    Binding {
        property: "bottomBar"
        target: Theme
        value: marginCall.bottomRoom
    }
    Connections {
        target: window.app

        function onBooked(text: string) { toast.show(window.app.isExample ? qsTr("Practice book: %1").arg(text) : text, false) }
        function onRefused(text: string) { toast.show(text, false) }
        function onAcknowledged(text: string) { toast.show(text, !(window.desktop?.role.standsBy ?? false)) } // what was asked of another process stands
    }
    Shortcut {
        sequence: "F6"

        onActivated: window.goAround()
    }
    Shortcut {
        sequence: "F1"

        onActivated: keys.open()
    }
    Shortcut {
        sequence: "Ctrl+Q"

        onActivated: window.desktop === null ? Qt.quit() : window.desktop.closing.requestQuit()
    }
    MainShortcuts {
        app: window.app

        onAccountWanted: accountId => window.focusAccount(accountId)
    }
    ColumnLayout {
        anchors { fill: parent; bottomMargin: Theme.bottomBar }
        spacing: 0

        Item {
            Layout.preferredHeight: Theme.topBar // the example's bar lies over it
        }
        StatusBar {
            id: statusBar
            Layout.fillWidth: true
            app: window.app

            onAboutRequested: about.open()
            onKeysRequested: keys.open()
        }
        ColumnLayout { // beside the margin call
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.rightMargin: Theme.sideBar
            spacing: 0

            RoleBar {
                Layout.fillWidth: true
                role: window.desktop?.role ?? null
                visible: (window.desktop?.role.standsBy ?? false) && !window.engineSilent
            }
            EngineBar {
                Layout.fillWidth: true
                desktop: window.desktop
                visible: window.engineSilent
            }
            Banner {
                Layout.fillWidth: true
                Layout.leftMargin: Theme.s4
                Layout.rightMargin: Theme.s4
                Layout.bottomMargin: Theme.s2
                Layout.topMargin: Theme.s2
                detail: window.app.dashboard.bannerDetail
                objectName: "feedBanner"
                riskState: window.app.dashboard.bannerState
                text: window.app.dashboard.bannerText
                visible: window.app.dashboard.hasBanner && !window.engineSilent
            }
            Banner {
                Layout.fillWidth: true
                Layout.leftMargin: Theme.s4
                Layout.rightMargin: Theme.s4
                Layout.bottomMargin: Theme.s2
                Layout.topMargin: Theme.s2
                actionText: window.app.alarms.unacknowledged > 1 ? qsTr("Acknowledge all %1").arg(window.app.alarms.unacknowledged) : qsTr("Acknowledge")
                detail: window.app.alarms.barDetail
                objectName: "alarmBar"
                otherActionText: qsTr("Open")
                riskState: window.app.alarms.worstState
                text: window.app.alarms.barText
                visible: window.app.alarms.hasBar && !(window.app.marginCall.isOpen && window.app.alarms.onlyCalls)

                onActionTriggered: window.app.alarms.acknowledgeAll()
                onOtherActionTriggered: window.app.alarms.openPage()
            }
            Banner {
                Layout.fillWidth: true
                Layout.leftMargin: Theme.s4
                Layout.rightMargin: Theme.s4
                Layout.bottomMargin: Theme.s2
                Layout.topMargin: Theme.s2
                actionText: qsTr("Check…")
                objectName: "barsNotice"
                otherActionText: qsTr("Keep them")
                riskState: RiskState.EarlyWarning
                text: window.app.barsNotice.text
                visible: text.length > 0

                onActionTriggered: {
                    window.app.accountEditor.open(window.app.barsNotice.accountId)
                    window.app.barsNotice.dismiss()
                }
                onOtherActionTriggered: window.app.barsNotice.dismiss()
            }
            Banner {
                Layout.fillWidth: true
                Layout.leftMargin: Theme.s4
                Layout.rightMargin: Theme.s4
                Layout.topMargin: Theme.s3
                actionText: qsTr("I have seen it")
                objectName: "repairNotice"
                riskState: RiskState.EarlyWarning
                text: window.app.repairNotice.text
                visible: text.length > 0

                onActionTriggered: window.app.repairNotice.dismiss()
            }
            FirstRun {
                Layout.fillHeight: true
                Layout.fillWidth: true
                app: window.app
                visible: window.app.dashboard.isEmpty
            }
            AppText {
                Layout.fillHeight: true
                Layout.fillWidth: true
                color: Theme.muted
                horizontalAlignment: Text.AlignHCenter
                objectName: "loadingText"
                text: qsTr("Reading your accounts…")
                verticalAlignment: Text.AlignVCenter
                visible: !window.app.dashboard.loaded
            }
            Panels {
                id: panels
                Layout.fillHeight: true
                Layout.fillWidth: true
                app: window.app
                focusedAccount: window.focusedAccount
                visible: window.app.dashboard.hasAccounts

                onAccountWanted: accountId => window.focusAccount(accountId)
            }
        }
    }
    DropArea { // a portfolio for import, wherever it is dropped
        id: drop
        anchors.fill: parent
        enabled: !dialogs.anyOpen
        keys: ["text/uri-list"]
        objectName: "windowDrop"

        onDropped: drop => {
            if (drop.hasUrls)
                window.importDropped(drop.urls[0])
        }

        Rectangle {
            anchors.fill: parent
            border.color: Theme.accent
            border.width: 3
            color: "transparent"
            visible: drop.containsDrag
        }
    }
    ExampleBar {
        id: exampleBar
        app: window.app
    }
    Toast {
        id: toast
        objectName: "toast"
        parent: T.Overlay.overlay
        showFor: undoable ? window.app.alarms.undoMs : 6000

        onUndoRequested: window.app.alarms.undoAcknowledge()
    }
    Dialogs {
        id: dialogs
        app: window.app
        desktop: window.desktop
    }
    MarginCallDialog { // there from the start: it must not wait for anything
        id: marginCall
        app: window.app
        below: Theme.topBar + statusBar.height
        formOpen: dialogs.anyOpen
    }
    LazyDialog {
        id: keys
        file: "KeysDialog.qml"
        properties: ({})
        wanted: false
    }
    LazyDialog {
        id: about
        file: "AboutDialog.qml"
        properties: ({ versionText: window.app.versionText })
        wanted: false
    }

    // From one part of the window to the next; after the last to the small window, where it is shown.
    function goAround(): void {
        let parts = panels.visible ? panels.parts() : []
        parts.unshift(statusBar)
        if (marginCall.visible)
            parts.push(marginCall.contentItem)
        let next = 0
        for (let i = 0; i < parts.length; ++i)
            if (window.holds(parts[i], window.activeFocusItem))
                next = i + 1
        if (next === parts.length)
            window.desktop?.goToMiniWindow()
        parts[next % parts.length].nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
    }

    function holds(part: Item, item: Item): bool {
        for (let at = item; at !== null; at = at.parent)
            if (at === part)
                return true
        return false
    }

    function importDropped(url: url): void {
        window.app.files.openImport()
        window.app.files.acceptUrl(url)
    }

    function focusAccount(accountId: string) {
        window.focusedAccount = ""
        window.focusedAccount = accountId
    }
}
