// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Plimsoll.Controls
import Plimsoll.ViewModels

// The ways to the initial ratio beside a top-up, and what they would come to.
AppMenu {
    id: menu

    required property AppViewModel app
    required property AccountRoles account

    menuWidth: Math.max(240, repay.implicitWidth, sell.implicitWidth)
    objectName: "waysMenu"

    AppMenuItem {
        id: repay
        objectName: "waysMenuRepay"
        text: menu.account.repayText

        onTriggered: menu.app.openWay(menu.account.accountId, MarginCallViewModel.Repay)
    }
    AppMenuItem {
        id: sell
        enabled: menu.account.sellText.length > 0
        objectName: "waysMenuSell"
        text: enabled ? menu.account.sellText : qsTr("Sell and repay…")

        onTriggered: menu.app.openWay(menu.account.accountId, MarginCallViewModel.Sell)
    }
    AppMenuItem {
        objectName: "waysMenuWhatIf"
        text: qsTr("What if…")

        onTriggered: menu.app.openWhatIf(menu.account.accountId)
    }
}
