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
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.s3

        StateBadge { riskState: entry.riskState }
        AppText {
            Layout.fillWidth: true
            color: Theme.muted
            horizontalAlignment: Text.AlignRight
            text: entry.sinceText
        }
    }
    AppText {
        Layout.fillWidth: true
        Accessible.role: Accessible.Heading
        font.pixelSize: entry.active ? 22 : Theme.bodySize
        objectName: "marginCallHeadline-" + entry.accountId
        text: entry.headline
        wrapMode: Text.Wrap
    }
    LevelBar {
        Layout.fillWidth: true
        callPosition: entry.callPosition
        callText: entry.callText
        initialPosition: entry.initialPosition
        initialText: entry.initialText
        liquidationPosition: entry.liquidationPosition
        liquidationText: entry.liquidationText
        position: entry.position
        riskState: entry.riskState
        unknown: entry.riskState === RiskState.Unknown
        visible: entry.active
    }
    AppText {
        Layout.fillWidth: true
        color: Theme.text
        text: entry.sayText
        visible: entry.active && text.length > 0
        wrapMode: Text.Wrap
    }
    AppText {
        Layout.fillWidth: true
        color: Theme.muted
        text: entry.lossText
        visible: entry.active && text.length > 0
        wrapMode: Text.Wrap
    }
    GridLayout {
        Layout.fillWidth: true
        Layout.topMargin: Theme.s2
        columnSpacing: 12
        columns: entry.width >= 480 ? 3 : 1
        rowSpacing: Theme.s2
        visible: entry.active && entry.depositText.length > 0

        WayOut { amount: entry.depositText; label: qsTr("Deposit"); result: entry.depositResult }
        WayOut { amount: entry.repayText; label: qsTr("Repay with new money"); result: entry.repayResult }
        WayOut { amount: entry.sellText; label: qsTr("Sell and repay"); result: entry.sellResult }
    }
    Flow {
        Layout.fillWidth: true
        Layout.topMargin: Theme.s2
        spacing: Theme.s2
        visible: entry.active

        AppButton {
            objectName: "marginCallTopUp-" + entry.accountId
            text: qsTr("Top up…")
            variant: AppButton.Primary

            onClicked: entry.app.topUp.openSuggested(entry.accountId)
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
}
