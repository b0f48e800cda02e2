// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// Changes of state and notices of a replay, oldest first; what the moment has not reached yet is faint.
ListView {
    id: events

    required property ReplayPlayer player

    Accessible.name: qsTr("What happened in the replay")
    Accessible.role: Accessible.List
    activeFocusOnTab: true
    boundsBehavior: Flickable.StopAtBounds
    clip: true
    interactive: contentHeight > height
    model: player.events
    objectName: "replayEvents"

    T.ScrollBar.vertical: AppScrollBar {}

    Keys.onDownPressed: events.flick(0, -300)
    Keys.onUpPressed: events.flick(0, 300)

    delegate: Item {
        id: row

        required property string timeText
        required property string title
        required property string text
        required property int riskState
        required property bool isNotice
        required property int slice

        Accessible.name: qsTr("Replay, %1, %2: %3").arg(timeText).arg(title).arg(text)
        Accessible.role: Accessible.ListItem
        implicitHeight: line.implicitHeight + 6
        opacity: slice <= events.player.position || Theme.highContrast ? 1 : 0.55
        width: ListView.view.width - 12

        RowLayout {
            id: line
            anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter }
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
            }
        }
        TapHandler { onTapped: events.player.position = row.slice }
    }
}
