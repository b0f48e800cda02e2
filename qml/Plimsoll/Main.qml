// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// The main window: status bar, panels, tabs; every dialog hangs here once.
T.ApplicationWindow {
    id: window

    required property AppViewModel app
    property string focusedAccount: ""

    color: Theme.background
    height: 860
    minimumHeight: 480
    minimumWidth: 420
    objectName: "mainWindow"
    title: app.dashboard.windowTitle
    visible: true
    width: 1280

    Binding {
        property: "mode"
        target: Theme
        value: window.app.settings.theme
    }
    Connections {
        target: window.app

        function onBooked(text: string) { toast.show(text, false) }
        function onRefused(text: string) { toast.show(text, false) }
    }
    MainShortcuts {
        app: window.app

        onAccountWanted: accountId => window.focusAccount(accountId)
    }
    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        ExampleBar {
            Layout.fillWidth: true
            example: window.app.example
            visible: window.app.isExample
        }
        StatusBar {
            Layout.fillWidth: true
            app: window.app

            onAboutRequested: about.open()
        }
        Banner {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.s4
            Layout.rightMargin: Theme.s4
            Layout.topMargin: Theme.s3
            detail: window.app.dashboard.bannerDetail
            objectName: "feedBanner"
            riskState: window.app.dashboard.bannerState
            text: window.app.dashboard.bannerText
            visible: window.app.dashboard.hasBanner
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
        }
    }
    Toast {
        id: toast
        objectName: "toast"
        parent: T.Overlay.overlay
    }
    Dialogs { app: window.app }
    AboutDialog {
        id: about
        versionText: window.app.versionText
    }

    function focusAccount(accountId: string) {
        window.focusedAccount = ""
        window.focusedAccount = accountId
    }
}
