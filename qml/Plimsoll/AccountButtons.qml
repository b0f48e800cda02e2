// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// The buttons below an account.
RowLayout {
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

        onClicked: buttons.app.topUp.open(buttons.accountId)
    }
    AppButton {
        enabled: !buttons.closed
        objectName: "record-" + buttons.accountId
        small: true
        text: qsTr("Record…")
        visible: !buttons.urgent || buttons.isCross

        onClicked: buttons.app.entry.open(buttons.accountId)
    }
    AppText {
        Layout.fillWidth: true
        color: Theme.muted
        font.pixelSize: Theme.smallSize
        horizontalAlignment: Text.AlignRight
        text: buttons.remark
    }
    AppButton {
        Layout.rightMargin: -Theme.s2
        objectName: "details-" + buttons.accountId
        small: true
        text: buttons.expanded ? qsTr("Less") : qsTr("Details")
        variant: AppButton.Quiet
        visible: !buttons.isCross

        onClicked: buttons.toggled()
    }

    function focusTopUp() {
        topUp.forceActiveFocus(Qt.ShortcutFocusReason)
    }
}
