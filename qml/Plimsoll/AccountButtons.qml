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
    required property string title
    readonly property real taken: topUp.width + record.width + details.width + 3 * spacing

    signal toggled()

    spacing: Theme.s2

    AppButton {
        id: topUp
        Accessible.name: qsTr("%1: %2").arg(buttons.title).arg(text)
        enabled: !buttons.closed
        objectName: "topUp-" + buttons.accountId
        small: true
        text: buttons.topUpText
        variant: buttons.urgent ? AppButton.Primary : AppButton.Secondary

        onClicked: buttons.app.topUp.openSuggested(buttons.accountId)
    }
    AppButton {
        id: record
        Accessible.name: qsTr("%1: %2").arg(buttons.title).arg(text)
        enabled: !buttons.closed
        objectName: "record-" + buttons.accountId
        small: true
        text: qsTr("Record…")

        onClicked: buttons.app.entry.open(buttons.accountId)
    }
    AppButton {
        id: details
        Accessible.name: qsTr("%1: %2").arg(buttons.title).arg(text)
        objectName: "details-" + buttons.accountId
        small: true
        text: buttons.expanded ? qsTr("Less") : qsTr("Details")
        variant: AppButton.Quiet

        onClicked: buttons.toggled()
    }

    AppText { // where it fits beside them: it is not worth a line of its own
        id: remark
        color: Theme.muted
        font.pixelSize: Theme.smallSize
        height: topUp.height
        text: buttons.remark
        verticalAlignment: Text.AlignVCenter
        visible: text.length > 0 && buttons.taken + implicitWidth <= buttons.width
    }

    function focusTopUp() {
        topUp.forceActiveFocus(Qt.ShortcutFocusReason)
    }
}
