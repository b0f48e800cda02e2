// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// The buttons below an account, and where the first of them leads; what does not fit beside goes below.
Flow {
    id: buttons

    required property AppViewModel app
    required property string accountId
    required property string topUpText
    required property string remark
    required property bool urgent
    required property bool closed
    required property bool expanded
    required property bool isCross

    signal toggled()

    spacing: Theme.s2

    AppButton {
        id: topUp
        enabled: !buttons.closed
        objectName: "topUp-" + buttons.accountId
        small: true
        text: buttons.topUpText
        variant: buttons.urgent ? AppButton.Primary : AppButton.Secondary

        onClicked: buttons.app.topUp.openSuggested(buttons.accountId)
    }
    AppButton {
        enabled: !buttons.closed
        objectName: "record-" + buttons.accountId
        small: true
        text: qsTr("Record…")
        visible: !buttons.urgent || buttons.isCross

        onClicked: buttons.app.entry.open(buttons.accountId)
    }
    AppButton {
        objectName: "details-" + buttons.accountId
        small: true
        text: buttons.expanded ? qsTr("Less") : qsTr("Details")
        variant: AppButton.Quiet
        visible: !buttons.isCross

        onClicked: buttons.toggled()
    }

    AppText {
        color: Theme.muted
        font.pixelSize: Theme.smallSize
        height: topUp.height
        text: buttons.remark
        verticalAlignment: Text.AlignVCenter
        visible: text.length > 0
    }

    function focusTopUp() {
        topUp.forceActiveFocus(Qt.ShortcutFocusReason)
    }
}
