// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// Changes of state and notices of a replay around its moment, oldest first; what the moment has not reached yet is faint. Up and Down go
// from one to the next.
FocusScope {
    id: events

    required property ReplayPlayer player

    Accessible.name: qsTr("What happened in the replay")
    Accessible.role: Accessible.List
    activeFocusOnTab: true
    implicitHeight: rows.implicitHeight
    objectName: "replayEvents"

    Keys.onDownPressed: events.player.goToEvent(true)
    Keys.onUpPressed: events.player.goToEvent(false)

    FocusRing { active: events.activeFocus }
    ColumnLayout {
        id: rows
        spacing: 6
        width: parent.width

        Repeater {
            model: events.player.events

            RowLayout {
                id: row

                required property string timeText
                required property string title
                required property string text
                required property int riskState
                required property bool isNotice
                required property int slice

                Layout.fillWidth: true
                Accessible.name: qsTr("Replay, %1, %2: %3").arg(timeText).arg(title).arg(text)
                Accessible.role: Accessible.ListItem
                opacity: slice <= events.player.position || Theme.highContrast ? 1 : 0.55
                spacing: Theme.s2

                StateShape {
                    Layout.alignment: Qt.AlignTop
                    Layout.topMargin: 4
                    Accessible.ignored: true
                    opacity: row.isNotice ? 0 : 1
                    riskState: row.riskState
                    size: 11
                }
                AppText {
                    Layout.fillWidth: true
                    Accessible.ignored: true
                    color: row.isNotice ? Theme.muted : Theme.text
                    text: qsTr("%1  %2: %3").arg(row.timeText).arg(row.title).arg(row.text)
                    wrapMode: Text.Wrap

                    TapHandler { onTapped: events.player.position = row.slice }
                }
            }
        }
    }
}
