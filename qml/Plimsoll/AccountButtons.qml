// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// The buttons below an account, and where the first of them leads; what does not fit beside goes below. Where something must be done, the
// other ways stand beside the first; in a narrow card they are a menu.
Flow {
    id: buttons

    required property AppViewModel app
    required property AccountRoles account
    required property bool urgent
    required property bool expanded
    readonly property string accountId: account.accountId
    readonly property bool closed: account.riskState === RiskState.Liquidated
    readonly property bool hasWays: account.repayText.length > 0
    readonly property bool narrow: width < 440
    readonly property real taken: {
        let sum = 0
        for (const button of [topUp, repay, sell, whatIf, ways, record, details])
            sum += button.visible ? button.width + spacing : 0
        return sum
    }

    property WaysMenu menu: null // made when it is first asked for

    signal toggled()

    spacing: Theme.s2

    onHasWaysChanged: if (!hasWays) menu?.close()

    Component {
        id: menuType

        WaysMenu {
            account: buttons.account
            app: buttons.app
        }
    }

    component Named: AppButton {
        Accessible.name: qsTr("%1: %2").arg(buttons.account.title).arg(text)
        enabled: !buttons.closed
        small: true
    }

    Named {
        id: topUp
        objectName: "topUp-" + buttons.accountId
        text: buttons.account.topUpText
        variant: buttons.urgent ? AppButton.Primary : AppButton.Secondary

        onClicked: buttons.app.topUp.openSuggested(buttons.accountId)
    }
    Named {
        id: repay
        objectName: "repay-" + buttons.accountId
        text: buttons.account.repayText
        visible: buttons.hasWays && !buttons.narrow

        onClicked: buttons.app.openWay(buttons.accountId, MarginCallViewModel.Repay)
    }
    Named {
        id: sell
        objectName: "sell-" + buttons.accountId
        text: buttons.account.sellText
        visible: buttons.hasWays && !buttons.narrow && text.length > 0

        onClicked: buttons.app.openWay(buttons.accountId, MarginCallViewModel.Sell)
    }
    Named {
        id: whatIf
        objectName: "whatIf-" + buttons.accountId
        text: qsTr("What if…")
        visible: buttons.hasWays && !buttons.narrow

        onClicked: buttons.app.openWhatIf(buttons.accountId)
    }
    Named {
        id: ways
        objectName: "ways-" + buttons.accountId
        text: qsTr("Other ways")
        visible: buttons.hasWays && buttons.narrow

        onClicked: {
            if (buttons.menu === null)
                buttons.menu = menuType.createObject(buttons)
            buttons.menu.popup(ways, 0, ways.height + Theme.s1)
        }
    }
    Named {
        id: record
        objectName: "record-" + buttons.accountId
        text: qsTr("Record…")

        onClicked: buttons.app.entry.open(buttons.accountId)
    }
    Named {
        id: details
        enabled: true
        objectName: "details-" + buttons.accountId
        text: buttons.expanded ? qsTr("Less") : qsTr("Details")
        variant: AppButton.Quiet

        onClicked: buttons.toggled()
    }

    AppText { // where it fits beside them: it is not worth a line of its own
        id: remark
        color: Theme.muted
        font.pixelSize: Theme.smallSize
        height: topUp.height
        text: buttons.account.reachesText
        verticalAlignment: Text.AlignVCenter
        visible: text.length > 0 && buttons.taken + implicitWidth <= buttons.width
    }

    function focusTopUp() {
        topUp.forceActiveFocus(Qt.ShortcutFocusReason)
    }
}
