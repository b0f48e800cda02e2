// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Plimsoll.Theme
import Plimsoll.ViewModels

// One account in a list: in full, or as one line. Only what is shown exists. (A Loader of Qt 6.4 cannot make bound components.)
AccountRoles {
    id: entry

    required property AppViewModel app
    required property AccountColumns columns
    property bool wantsFocus: false
    property bool inFull: asCard
    property bool folds: true // into a line
    property bool startsOpen: false
    property bool flat: false // stands on the panel, without a frame of its own
    readonly property bool urgent: riskState === RiskState.MarginCall || riskState === RiskState.Liquidation

    signal toggled() // a card wants to be a line, or a line a card

    implicitHeight: inFull ? full.height + Theme.s2 : line.height
    objectName: "account-" + accountId

    onWantsFocusChanged: if (wantsFocus) entry.focusFirst()

    Loader {
        id: full
        active: entry.inFull
        focus: active
        width: entry.width

        // qmllint disable unqualified
        sourceComponent: AccountCard {
            account: entry
            app: entry.app
            expanded: entry.startsOpen
            flat: entry.flat
            folds: entry.folds

            onFoldWanted: entry.toggled()
        }
        // qmllint enable unqualified
    }
    Loader {
        id: line
        active: !entry.inFull
        focus: active
        width: entry.width

        // qmllint disable unqualified
        sourceComponent: AccountRow {
            account: entry
            app: entry.app
            columns: entry.columns
            urgent: entry.urgent

            onOpenWanted: entry.toggled()
        }
        // qmllint enable unqualified
    }

    function focusFirst(): void {
        const shown = entry.inFull ? full.item : line.item
        shown?.focusFirst()
    }
}
