// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Plimsoll.Controls
import Plimsoll.ViewModels

// Everything that can be done, in one place.
AppMenu {
    id: menu

    required property AppViewModel app
    readonly property bool hasAccounts: app.dashboard.hasAccounts

    signal aboutRequested()
    signal keysRequested()

    objectName: "mainMenu"

    AppMenuItem {
        enabled: menu.app.marginCall.hasActive
        objectName: "menuMarginCall"
        text: qsTr("Margin call…")

        onTriggered: menu.app.marginCall.open()
    }
    AppMenuItem {
        enabled: menu.hasAccounts
        objectName: "menuAlarms"
        shortcutText: qsTr("Ctrl+L")
        text: qsTr("Alarms")

        onTriggered: menu.app.alarms.openPage()
    }
    AppMenuItem {
        enabled: menu.hasAccounts
        objectName: "menuAddAlarm"
        text: qsTr("Add alarm…")

        onTriggered: menu.app.rules.openNew("")
    }
    AppMenuItem {
        objectName: "menuDrill"
        text: qsTr("Fire drill…")

        onTriggered: menu.app.drill.open()
    }
    AppMenuSeparator {}
    AppMenuItem {
        enabled: menu.hasAccounts
        objectName: "menuTopUp"
        shortcutText: qsTr("Ctrl+T")
        text: qsTr("Top up…")

        onTriggered: menu.app.topUp.open("")
    }
    AppMenuItem {
        objectName: "menuOpenPosition"
        shortcutText: qsTr("Ctrl+N")
        text: qsTr("Open position…")

        onTriggered: menu.app.position.open("")
    }
    AppMenuItem {
        enabled: menu.hasAccounts
        objectName: "menuRecord"
        text: qsTr("Record entry…")

        onTriggered: menu.app.entry.open("")
    }
    AppMenuSeparator {}
    AppMenuItem {
        objectName: "menuAddAccount"
        text: qsTr("Add account…")

        onTriggered: menu.app.accountEditor.openNew()
    }
    AppMenuItem {
        objectName: "menuWallets"
        text: qsTr("Wallets…")

        onTriggered: menu.app.wallets.open()
    }
    AppMenuItem {
        objectName: "menuImport"
        text: qsTr("Import…")

        onTriggered: menu.app.files.openImport()
    }
    AppMenuItem {
        enabled: menu.hasAccounts
        objectName: "menuExport"
        text: qsTr("Export…")

        onTriggered: menu.app.files.openExport()
    }
    AppMenuItem {
        enabled: menu.hasAccounts
        objectName: "menuReport"
        text: qsTr("Write a report…")

        onTriggered: menu.app.report.open()
    }
    AppMenuSeparator {}
    AppMenuItem {
        objectName: "menuRefresh"
        shortcutText: qsTr("F5")
        text: qsTr("Refresh prices")

        onTriggered: menu.app.refresh()
    }
    AppMenuItem {
        height: visible ? implicitHeight : 0
        objectName: "menuLeaveExample"
        text: qsTr("Leave the example")
        visible: menu.app.isExample

        onTriggered: menu.app.leaveExample()
    }
    AppMenuItem {
        objectName: "menuSettings"
        shortcutText: qsTr("Ctrl+,")
        text: qsTr("Settings…")

        onTriggered: menu.app.settings.open()
    }
    AppMenuItem {
        objectName: "menuKeys"
        shortcutText: qsTr("F1")
        text: qsTr("Keys")

        onTriggered: menu.keysRequested()
    }
    AppMenuItem {
        objectName: "menuAbout"
        text: qsTr("About Plimsoll")

        onTriggered: menu.aboutRequested()
    }
}
