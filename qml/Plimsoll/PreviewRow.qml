// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme

// One row of a table with two compared columns: a hairline, a name, two figures or two states.
Item {
    id: row

    required property string label
    property string first: ""
    property string second: ""
    property int firstState: -1
    property int secondState: -1
    property bool firstKnown: true
    property bool secondKnown: true
    property bool isPair: true
    readonly property bool isState: firstState >= 0
    readonly property real columnWidth: Math.min(Math.round(width * 0.34), 220)
    readonly property bool wraps: width > 100 // not at every letter while there is no width yet

    Accessible.name: label + ": " + (isState ? (firstKnown ? Theme.stateWord(firstState) : "–") : first)
                     + (isPair ? ", " + (isState ? (secondKnown ? Theme.stateWord(secondState) : "–") : second) : "")
    Accessible.role: Accessible.Row
    Layout.fillWidth: true
    implicitHeight: Math.max(35, name.implicitHeight + 16, firstText.implicitHeight + 16, secondText.implicitHeight + 16)

    Rectangle {
        anchors { left: parent.left; right: parent.right; top: parent.top }
        color: Theme.line
        height: Theme.hairline
    }
    AppText {
        id: name
        anchors { left: parent.left; right: firstCell.left; rightMargin: Theme.s2; verticalCenter: parent.verticalCenter }
        Accessible.ignored: true
        font.weight: Font.Medium
        text: row.label
        wrapMode: row.wraps ? Text.Wrap : Text.NoWrap
    }
    Item {
        id: firstCell
        anchors { bottom: parent.bottom; right: secondCell.left; top: parent.top }
        width: row.columnWidth

        AppText {
            id: firstText
            anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter }
            Accessible.ignored: true
            horizontalAlignment: Text.AlignRight
            text: row.isState ? "–" : row.first
            wrapMode: row.wraps ? Text.Wrap : Text.NoWrap
            visible: !row.isState || !row.firstKnown
        }
        StateBadge {
            anchors { right: parent.right; verticalCenter: parent.verticalCenter }
            Accessible.ignored: true
            riskState: row.firstState
            visible: row.isState && row.firstKnown
        }
    }
    Item {
        id: secondCell
        anchors { bottom: parent.bottom; right: parent.right; top: parent.top }
        visible: row.isPair
        width: row.isPair ? row.columnWidth : 0

        AppText {
            id: secondText
            anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter }
            Accessible.ignored: true
            horizontalAlignment: Text.AlignRight
            text: row.isState ? "–" : row.second
            wrapMode: row.wraps ? Text.Wrap : Text.NoWrap
            visible: !row.isState || !row.secondKnown
        }
        StateBadge {
            anchors { right: parent.right; verticalCenter: parent.verticalCenter }
            Accessible.ignored: true
            riskState: row.secondState
            visible: row.isState && row.secondKnown
        }
    }
}
