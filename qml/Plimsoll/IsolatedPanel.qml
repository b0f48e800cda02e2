// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// The isolated accounts as cards, most urgent first; each stands alone.
ColumnLayout {
    id: panel

    required property AppViewModel app
    required property string focusedAccount

    objectName: "isolatedPanel"
    spacing: 12

    SectionHeader {
        Layout.fillWidth: true
        note: qsTr("most urgent first")
        title: qsTr("Isolated")
    }
    GridLayout {
        id: grid

        readonly property int cell: Math.floor((panel.width - (columns - 1) * columnSpacing) / columns)

        Layout.fillWidth: true
        columnSpacing: Theme.s3
        columns: Math.max(1, Math.floor((panel.width + Theme.s3) / (340 + Theme.s3)))
        rowSpacing: Theme.s3
        visible: panel.app.dashboard.isolated.count > 0

        Repeater {
            model: panel.app.dashboard.isolated

            AccountCard {
                Layout.alignment: Qt.AlignTop
                Layout.preferredWidth: grid.cell
                app: panel.app
                wantsFocus: panel.focusedAccount === accountId
            }
        }
    }
    Card {
        Layout.fillWidth: true
        visible: panel.app.dashboard.isolated.count === 0

        contentItem: AppText {
            color: Theme.muted
            text: qsTr("No isolated accounts. Each would hold one pair and its own margin: nothing is added to it automatically, and its liquidation touches nothing else.")
            wrapMode: Text.Wrap
        }
    }
}
