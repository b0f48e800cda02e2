// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Plimsoll.Theme
import Plimsoll.ViewModels

// AccountMenu, made when it is first asked for: a row or a card of it costs nothing until then.
Item {
    id: lazy

    required property AppViewModel app
    required property AccountRoles account
    property AccountMenu menu: null

    visible: false

    Component {
        id: type

        AccountMenu {
            accountId: lazy.account.accountId
            app: lazy.app
            closed: lazy.account.riskState === RiskState.Liquidated
            riskState: lazy.account.riskState
        }
    }

    function made(): AccountMenu {
        if (lazy.menu === null)
            lazy.menu = type.createObject(lazy)
        return lazy.menu
    }

    function popup(at: Item, x: real, y: real): void {
        lazy.made().popup(at, x, y)
    }

    // Its right edge at that of the button.
    function popupBelow(button: Item): void {
        const menu = lazy.made()
        menu.popup(button, button.width - menu.width, button.height + Theme.s1)
    }
}
