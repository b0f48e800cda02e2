// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// One account: state, level, bar, distances, money, assets, what may be done. A cross account shows its assets at once.
Card {
    id: card

    required property AppViewModel app
    property bool wantsFocus: false
    property bool expanded: isCross

    required property string accountId
    required property string title
    required property string name
    required property int riskState
    required property string levelText
    required property bool hasLevel
    required property string lastLevelText
    required property string lastLevelAge
    required property double position
    required property double liquidationPosition
    required property double callPosition
    required property double initialPosition
    required property double worstPosition
    required property double bestPosition
    required property string liquidationText
    required property string callText
    required property string initialText
    required property string distanceText
    required property string priceText
    required property string assetsText
    required property string debtText
    required property string interestText
    required property string equityText
    required property string profitText
    required property string topUpText
    required property string reachesText
    required property string permissionsText
    required property string ageText
    required property bool isStale
    required property string unknownReason
    required property string rangeText
    required property bool isCross
    required property RowModel assetList

    readonly property bool urgent: riskState === RiskState.MarginCall || riskState === RiskState.Liquidation

    Accessible.name: qsTr("%1, %2, %3").arg(title).arg(Theme.stateWord(riskState)).arg(levelText)
    Accessible.role: Accessible.Grouping
    accentColor: riskState >= RiskState.EarlyWarning ? Theme.stateColor(riskState) : "transparent"
    objectName: "account-" + accountId

    onWantsFocusChanged: if (wantsFocus) buttons.focusTopUp()

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        AccountHeading {
            Layout.fillWidth: true
            Layout.topMargin: -Theme.s2 // its buttons are higher than its words
            accountId: card.accountId
            app: card.app
            hasLevel: card.hasLevel
            isCross: card.isCross
            isStale: card.isStale
            lastLevelText: card.lastLevelText
            levelText: card.levelText
            name: card.name
            riskState: card.riskState
            title: card.title
        }
        LevelBar {
            Layout.fillWidth: true
            Layout.topMargin: Theme.s2
            accessibleName: qsTr("Margin level of %1").arg(card.title)
            bestPosition: card.bestPosition
            callPosition: card.callPosition
            callText: card.callText
            initialPosition: card.initialPosition
            initialText: card.initialText
            liquidationPosition: card.liquidationPosition
            liquidationText: card.liquidationText
            position: card.position
            riskState: card.riskState
            unknown: card.riskState === RiskState.Unknown
            visible: card.callPosition >= 0
            worstPosition: card.worstPosition
        }
        AccountReasons {
            Layout.fillWidth: true
            Layout.topMargin: Theme.s2
            distanceText: card.distanceText
            lastLevelAge: card.lastLevelAge
            priceText: card.priceText
            rangeText: card.rangeText
            unknown: card.riskState === RiskState.Unknown
            unknownReason: card.unknownReason
        }
        AccountMoney {
            Layout.fillWidth: true
            Layout.topMargin: 12
            assetsText: card.assetsText
            debtText: card.debtText
            equityText: card.equityText
            profitText: card.profitText
            stale: card.isStale
        }
        AssetTable {
            Layout.fillWidth: true
            Layout.topMargin: Theme.s3
            model: card.assetList
            stale: card.isStale
            visible: card.expanded
        }
        AccountFacts {
            Layout.fillWidth: true
            Layout.topMargin: Theme.s2
            ageText: card.ageText
            interestText: card.interestText
            permissionsText: card.permissionsText
            visible: card.expanded
        }
        AccountButtons {
            id: buttons
            Layout.fillWidth: true
            Layout.topMargin: Theme.s3
            accountId: card.accountId
            app: card.app
            closed: card.riskState === RiskState.Liquidated
            expanded: card.expanded
            isCross: card.isCross
            remark: card.reachesText
            topUpText: card.topUpText
            urgent: card.urgent

            onToggled: card.expanded = !card.expanded
        }
    }
}
