// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// One account in full: state, level, bar, distances, money, what may be done; its assets where they are wanted. Where there is room the
// money stands beside the level.
Card {
    id: card

    required property AppViewModel app
    required property AccountRoles account
    property bool expanded: false
    property bool flat: false
    property bool folds: true
    readonly property bool wide: availableWidth >= 640
    readonly property bool urgent: account.riskState === RiskState.MarginCall || account.riskState === RiskState.Liquidation

    readonly property bool buttonsBelow: wide && account.repayText.length > 0 // the ways out need the whole width

    signal foldWanted()

    Accessible.name: qsTr("%1, %2, %3").arg(account.title).arg(Theme.stateWord(account.riskState)).arg(account.levelText)
    Accessible.role: Accessible.Grouping
    accentColor: account.riskState >= RiskState.EarlyWarning ? Theme.stateColor(account.riskState) : "transparent"
    bottomPadding: flat ? Theme.s3 : 14
    leftPadding: flat ? 0 : 20
    objectName: "card-" + account.accountId
    rightPadding: leftPadding
    topPadding: flat ? 0 : 12

    background: AccentPanel {
        accentColor: card.accentColor
        visible: !card.flat
    }

    AccountButtons {
        id: buttons
        account: card.account
        app: card.app
        expanded: card.expanded
        parent: card.buttonsBelow ? below : beside // as it is, with the keyboard in it
        urgent: card.urgent
        width: parent.width

        onToggled: card.expanded = !card.expanded
    }
    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        AccountTitle {
            Layout.fillWidth: true
            account: card.account
            app: card.app
            folds: card.folds
            showsState: card.wide

            onFoldWanted: card.foldWanted()
        }
        GridLayout {
            Layout.fillWidth: true
            columnSpacing: Theme.s5
            columns: card.wide ? 2 : 1
            rowSpacing: 12

            AccountLevel {
                Layout.alignment: Qt.AlignTop
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                account: card.account
                app: card.app
                showsState: !card.wide
            }
            ColumnLayout {
                Layout.alignment: Qt.AlignTop
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.topMargin: card.wide ? 6 : 0
                spacing: Theme.s3

                AccountMoney {
                    Layout.fillWidth: true
                    assetsText: card.account.assetsText
                    debtText: card.account.debtText
                    equityText: card.account.equityText
                    profitText: card.account.profitText
                    stale: card.account.isStale
                }
                Item {
                    id: beside
                    Layout.fillWidth: true
                    implicitHeight: buttons.height
                    visible: !card.buttonsBelow
                }
            }
        }
        Item {
            id: below
            Layout.fillWidth: true
            Layout.topMargin: 12
            implicitHeight: buttons.height
            visible: card.buttonsBelow
        }
        AssetTable {
            Layout.fillWidth: true
            Layout.topMargin: Theme.s3
            model: card.account.assetList
            stale: card.account.isStale
            visible: card.expanded
        }
        AccountFacts {
            Layout.fillWidth: true
            Layout.topMargin: Theme.s2
            ageText: card.account.ageText
            interestOutlook: card.account.interestOutlook
            barsAhead: card.account.barsAhead
            barsAheadState: card.account.barsAheadState
            interestText: card.account.interestText
            permissionsText: card.account.permissionsText
            visible: card.expanded
        }
    }

    function focusFirst(): void {
        buttons.focusTopUp()
    }
}
