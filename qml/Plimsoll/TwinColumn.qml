// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme

// One mode: its accounts with level and state, and what it means.
ColumnLayout {
    id: column

    required property string title
    required property var lines
    required property var states
    required property string text

    spacing: Theme.s1

    SectionHeader {
        Layout.fillWidth: true
        title: column.title
    }
    Repeater {
        model: column.lines

        RowLayout {
            id: line

            required property int index
            required property string modelData

            Layout.fillWidth: true
            Accessible.name: qsTr("%1, %2").arg(modelData).arg(Theme.stateWord(column.states[index]))
            Accessible.role: Accessible.ListItem
            spacing: Theme.s2

            NameText {
                Accessible.ignored: true
                Layout.fillWidth: true
                font.weight: Font.Medium
                text: line.modelData
            }
            StateBadge {
                Accessible.ignored: true
                riskState: column.states[line.index]
            }
        }
    }
    AppText {
        Layout.fillWidth: true
        Layout.topMargin: Theme.s1
        color: Theme.muted
        text: column.text
        wrapMode: Text.Wrap
    }
}
