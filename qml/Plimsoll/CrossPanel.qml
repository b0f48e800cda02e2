// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// The cross account: one pool of everything in it.
ColumnLayout {
    id: panel

    required property AppViewModel app
    required property string focusedAccount

    objectName: "crossPanel"
    spacing: 12

    SectionHeader {
        Layout.fillWidth: true
        note: qsTr("one pool, shared by every position")
        title: qsTr("Cross")
    }
    Repeater {
        model: panel.app.dashboard.cross

        AccountCard {
            Layout.fillWidth: true
            app: panel.app
            wantsFocus: panel.focusedAccount === accountId
        }
    }
    Card {
        Layout.fillWidth: true
        visible: panel.app.dashboard.cross.count === 0

        contentItem: AppText {
            color: Theme.muted
            text: qsTr("No cross account. In it all positions would share one margin: a gain of one carries the loss of another, and a liquidation takes all.")
            wrapMode: Text.Wrap
        }
    }
}
