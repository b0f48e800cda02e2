// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// Whose card it is, and the ways to know more, do more, or fold it away.
RowLayout {
    id: heading

    required property AppViewModel app
    required property AccountRoles account
    required property bool showsState
    required property bool folds
    readonly property string leverage: account.leverageText.length > 0 ? qsTr("leverage %1").arg(account.leverageText) : ""
    readonly property string name: !account.isCross && account.name !== account.title ? account.name : ""
    readonly property bool titled: !account.isCross || app.dashboard.cross.count > 1 || account.name.length > 0

    signal foldWanted()

    spacing: Theme.s2

    AppText {
        Layout.fillWidth: true
        Layout.maximumWidth: Math.ceil(implicitWidth)
        Layout.minimumWidth: Math.min(Math.ceil(implicitWidth), heading.width * 0.6) // the name beside it gives way
        Accessible.name: text
        Accessible.role: Accessible.Heading
        font.pixelSize: 16
        font.weight: Font.Medium
        text: heading.titled ? heading.account.title : qsTr("Cross account")
    }
    NameText {
        id: nameText
        Layout.fillWidth: true
        Layout.maximumWidth: Math.ceil(implicitWidth)
        color: Theme.muted
        font.pixelSize: Theme.smallSize
        objectName: "leverage-" + heading.account.accountId
        text: heading.leverage + (heading.leverage.length > 0 && heading.name.length > 0 ? " · " : "") + heading.name
        visible: text.length > 0
    }
    StateBadge {
        Layout.leftMargin: shown ? Theme.s2 : 0
        font.pixelSize: 15
        objectName: shown ? "state-" + heading.account.accountId : ""
        riskState: heading.account.riskState
        shown: heading.showsState
    }
    Item { Layout.fillWidth: true }
    AppButton {
        Accessible.name: qsTr("Why is %1 at %2?").arg(heading.account.title).arg(heading.account.levelText)
        objectName: "why-" + heading.account.accountId
        small: true
        text: qsTr("Why?")
        variant: AppButton.Quiet

        onClicked: heading.app.why.open(heading.account.accountId, WhyViewModel.Level)
    }
    IconButton {
        id: more
        Layout.rightMargin: fold.visible ? 0 : -10 // the dots, not their frame, stand on the edge
        iconName: "more"
        objectName: "more-" + heading.account.accountId
        text: qsTr("More about %1").arg(heading.account.title)

        onClicked: menu.popupBelow(more)

        LazyAccountMenu {
            id: menu
            account: heading.account
            app: heading.app
        }
    }
    IconButton {
        id: fold
        Layout.rightMargin: -10
        iconName: "chevronUp"
        objectName: "fold-" + heading.account.accountId
        text: qsTr("Show %1 as one line").arg(heading.account.title)
        visible: heading.folds

        onClicked: heading.foldWanted()
    }
}
