// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// One account of the margin-call dialog; once it recovered, one line.
ColumnLayout {
    id: entry

    required property AppViewModel app
    required property bool low // there is little height
    required property int index
    required property string accountId
    required property int riskState
    required property bool active
    required property string headline
    required property string sinceText
    required property string sayText
    required property string lossText
    required property string depositText
    required property string depositResult
    required property string repayText
    required property string repayResult
    required property string sellText
    required property string sellResult
    required property bool canRecordLiquidation
    required property int way
    required property string wayText
    required property bool expanded
    required property string title
    required property string levelText
    required property double position
    required property double liquidationPosition
    required property double callPosition
    required property double initialPosition
    required property string liquidationText
    required property string callText
    required property string initialText

    Accessible.name: headline
    Accessible.role: Accessible.AlertMessage
    objectName: "marginCall-" + accountId
    spacing: Theme.s2

    Rectangle {
        Layout.bottomMargin: Theme.s2
        Layout.fillWidth: true
        color: Theme.line
        implicitHeight: Theme.hairline
        visible: entry.index > 0
    }
    MarginCallLine {
        Layout.fillWidth: true
        accountId: entry.accountId
        levelText: entry.levelText
        riskState: entry.riskState
        title: entry.title
        visible: entry.active && !entry.expanded

        onOpenWanted: entry.app.marginCall.expand(entry.accountId)
    }
    AppText {
        Layout.fillWidth: true
        Accessible.name: text
        Accessible.role: Accessible.Heading
        font.pixelSize: entry.active ? 20 : Theme.bodySize
        font.weight: entry.active ? Font.Medium : Font.Normal
        objectName: "marginCallHeadline-" + entry.accountId
        text: entry.expanded && entry.levelText.length > 0 && entry.riskState !== RiskState.Unknown ? entry.title : entry.headline
        visible: entry.expanded || !entry.active
        wrapMode: Text.Wrap
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.s3
        visible: entry.expanded || !entry.active

        AppText {
            elide: Text.ElideNone
            font.pixelSize: entry.low ? Theme.cardLevelSize : Theme.levelSize
            font.weight: Font.Light
            text: entry.levelText
            visible: entry.active && text.length > 0
        }
        StateBadge {
            riskState: entry.riskState
            shown: !entry.active || entry.app.marginCall.accounts.count > 1 // else it stands in the head
        }
        AppText {
            Layout.fillWidth: true
            color: Theme.muted
            horizontalAlignment: Text.AlignRight
            text: entry.sinceText
            wrapMode: Text.Wrap
        }
    }
    LevelBar {
        Layout.fillWidth: true
        callPosition: entry.callPosition
        callText: entry.callText
        ghostPosition: entry.wayText.length > 0 ? entry.initialPosition : -1
        initialPosition: entry.initialPosition
        initialText: entry.initialText
        liquidationPosition: entry.liquidationPosition
        liquidationText: entry.liquidationText
        position: entry.position
        riskState: entry.riskState
        unknown: entry.riskState === RiskState.Unknown
        visible: entry.expanded
    }
    AppText {
        Layout.fillWidth: true
        color: Theme.text
        text: entry.sayText
        visible: entry.expanded && text.length > 0
        wrapMode: Text.Wrap
    }
    AppText {
        Layout.fillWidth: true
        color: Theme.muted
        objectName: entry.low ? "" : "marginCallLoss-" + entry.accountId
        text: entry.lossText
        visible: entry.expanded && !entry.low && text.length > 0
        wrapMode: Text.Wrap
    }
    ColumnLayout {
        Layout.fillWidth: true
        Layout.topMargin: Theme.s2
        spacing: Theme.s2
        visible: entry.expanded && entry.depositText.length > 0

        SectionHeader {
            Layout.fillWidth: true
            title: qsTr("Three ways to %1").arg(entry.initialText)
        }
        WayOut {
            Layout.fillWidth: true
            amount: entry.depositText
            checked: entry.way === MarginCallViewModel.Deposit
            label: qsTr("Deposit")
            objectName: "wayDeposit-" + entry.accountId
            result: entry.depositResult

            onToggled: entry.app.marginCall.choose(entry.accountId, MarginCallViewModel.Deposit)
        }
        WayOut {
            Layout.fillWidth: true
            amount: entry.repayText
            checked: entry.way === MarginCallViewModel.Repay
            label: qsTr("Repay with new money")
            objectName: "wayRepay-" + entry.accountId
            result: entry.repayResult

            onToggled: entry.app.marginCall.choose(entry.accountId, MarginCallViewModel.Repay)
        }
        WayOut {
            Layout.fillWidth: true
            amount: entry.sellText
            checked: entry.way === MarginCallViewModel.Sell
            label: qsTr("Sell and repay")
            objectName: "waySell-" + entry.accountId
            result: entry.sellResult

            onToggled: entry.app.marginCall.choose(entry.accountId, MarginCallViewModel.Sell)
        }
    }
    PlanChoices {
        Layout.fillWidth: true
        Layout.topMargin: Theme.s2
        accountId: entry.accountId
        plans: entry.app.plans
        visible: entry.expanded && count > 0

        onChosen: planId => entry.app.plans.open(planId)
    }
    Flow {
        Layout.fillWidth: true
        Layout.topMargin: Theme.s2
        spacing: Theme.s2
        visible: entry.expanded

        AppButton {
            objectName: "marginCallTopUp-" + entry.accountId
            text: entry.wayText.length > 0 ? entry.wayText : qsTr("Top up…")
            variant: AppButton.Primary

            onClicked: entry.app.openWay(entry.accountId, entry.way)
        }
        AppButton {
            objectName: "marginCallWhatIf-" + entry.accountId
            text: qsTr("What if…")

            onClicked: entry.app.openWhatIf(entry.accountId)
        }
        AppButton {
            objectName: "marginCallWhy-" + entry.accountId
            text: qsTr("Why?")

            onClicked: entry.app.why.open(entry.accountId, WhyViewModel.Rescue)
        }
        AppButton {
            objectName: "marginCallLiquidation-" + entry.accountId
            text: qsTr("Record as liquidated…")
            visible: entry.canRecordLiquidation

            onClicked: entry.app.liquidationNotice.open(entry.accountId)
        }
    }
    AppText { // the same below the buttons, where there is little height
        Layout.fillWidth: true
        Layout.topMargin: Theme.s2
        color: Theme.muted
        objectName: entry.low ? "marginCallLoss-" + entry.accountId : ""
        text: entry.lossText
        visible: entry.expanded && entry.low && text.length > 0
        wrapMode: Text.Wrap
    }
}
