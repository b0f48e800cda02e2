// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// The cross accounts: each one pool of everything in it. `folded`: as lines, where nothing is wrong with them, until somebody opens one.
ColumnLayout {
    id: panel

    required property AppViewModel app
    required property AccountColumns columns
    required property string focusedAccount
    property bool folded: false

    objectName: "crossPanel"
    spacing: 12

    SectionHeader {
        Layout.fillWidth: true
        note: qsTr("one pool, shared by every position")
        title: qsTr("Cross")
    }
    Repeater {
        model: panel.app.dashboard.cross

        AccountItem {
            id: item

            property bool opened: false
            readonly property bool calm: riskState === RiskState.Normal || riskState === RiskState.NoDebt

            Layout.fillWidth: true
            app: panel.app
            columns: panel.columns
            flat: !panel.folded
            folds: panel.folded && calm
            inFull: !panel.folded || !calm || opened
            startsOpen: !panel.folded
            wantsFocus: panel.focusedAccount === item.accountId

            onToggled: item.opened = !item.opened
        }
    }
    AppText {
        Layout.fillWidth: true
        color: Theme.muted
        text: qsTr("No cross account. In it all positions would share one margin: a gain of one carries the loss of another, and a liquidation takes all.")
        visible: panel.app.dashboard.cross.count === 0
        wrapMode: Text.Wrap
    }
}
