// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// What can be done with one account.
AppMenu {
    id: menu

    required property AppViewModel app
    required property string accountId
    required property int riskState
    required property bool closed

    objectName: "accountMenu"

    AppMenuItem {
        enabled: !menu.closed
        objectName: "accountMenuRecord"
        text: qsTr("Record entry…")

        onTriggered: menu.app.entry.open(menu.accountId)
    }
    AppMenuItem {
        enabled: !menu.closed
        objectName: "accountMenuOpenPosition"
        text: qsTr("Open position…")

        onTriggered: menu.app.position.open(menu.accountId)
    }
    AppMenuItem {
        enabled: !menu.closed
        objectName: "accountMenuClosePosition"
        text: qsTr("Close position…")

        onTriggered: menu.app.position.openClosing(menu.accountId)
    }
    AppMenuItem {
        enabled: menu.riskState === RiskState.Liquidation || menu.closed
        objectName: "accountMenuLiquidation"
        text: qsTr("Liquidation…")

        onTriggered: menu.app.liquidationNotice.open(menu.accountId)
    }
    AppMenuItem {
        enabled: !menu.closed
        objectName: "accountMenuAddAlarm"
        text: qsTr("Add alarm…")

        onTriggered: menu.app.rules.openNew(menu.accountId)
    }
    AppMenuSeparator {}
    AppMenuItem {
        objectName: "accountMenuEdit"
        text: qsTr("Edit account…")

        onTriggered: menu.app.accountEditor.open(menu.accountId)
    }
    AppMenuItem {
        objectName: "accountMenuRemove"
        text: qsTr("Remove…")

        onTriggered: {
            menu.app.accountEditor.open(menu.accountId)
            menu.app.accountEditor.askRemove(true)
        }
    }
}
