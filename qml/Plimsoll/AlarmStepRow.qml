// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme

// One step of an alarm in the history.
Item {
    id: row

    required property int index
    required property int riskState
    required property string time
    required property string title
    required property string account
    required property string what
    required property string levelText
    required property string sentence
    required property int timeWidth
    required property int levelWidth
    required property bool whatShown
    required property bool current

    signal chosen()

    Accessible.description: qsTr("Enter explains it")
    Accessible.name: sentence
    Accessible.onPressAction: row.chosen()
    Accessible.role: Accessible.Row
    implicitHeight: 36

    Rectangle {
        anchors { left: parent.left; right: parent.right; top: parent.top }
        color: Theme.line
        height: Theme.hairline
        visible: row.index > 0
    }
    Rectangle {
        anchors.fill: parent
        anchors.margins: 1
        border.color: Theme.accent
        border.width: row.current ? 2 : 0
        color: hover.hovered ? Theme.hover : "transparent"
        radius: 4
    }
    RowLayout {
        anchors { fill: parent; rightMargin: 12 }
        spacing: Theme.s3

        DataCell { Layout.preferredWidth: row.timeWidth; alignRight: false; color: Theme.muted; text: row.time }
        RowLayout {
            Layout.fillWidth: true
            Layout.preferredWidth: 3
            spacing: Theme.s2

            StateShape {
                Accessible.ignored: true
                riskState: row.riskState
                size: 11
            }
            DataCell {
                Layout.fillWidth: true
                alignRight: false
                text: row.account.length > 0 ? qsTr("%1 · %2").arg(row.title).arg(row.account) : row.title
            }
        }
        DataCell {
            Layout.fillWidth: true
            Layout.preferredWidth: 2
            alignRight: false
            color: Theme.muted
            text: row.what
            visible: row.whatShown
        }
        DataCell { Layout.preferredWidth: row.levelWidth; emphasised: true; text: row.levelText }
    }
    HoverHandler { id: hover }
    TapHandler { onTapped: row.chosen() }
    HoverTip { over: row; shown: hover.hovered; text: row.sentence }
}
