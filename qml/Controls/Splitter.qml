// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Plimsoll.Theme

// The edge between two panes: dragged, or moved by the arrow keys; a double click asks for the usual place. It tells where it was moved to
// and keeps nothing itself.
FocusScope {
    id: splitter

    enum Direction { Sideways, UpAndDown }

    required property string accessibleName
    required property int direction
    required property real value // what a move adds to
    property bool inverted: false // moving right or down makes the value smaller
    readonly property bool sideways: direction === Splitter.Sideways

    signal moved(real value)
    signal restored()

    Accessible.name: accessibleName
    Accessible.role: Accessible.Splitter
    activeFocusOnTab: true
    implicitHeight: sideways ? 40 : 9
    implicitWidth: sideways ? 9 : 40

    Keys.onPressed: event => {
        const back = splitter.sideways ? Qt.Key_Left : Qt.Key_Up
        const on = splitter.sideways ? Qt.Key_Right : Qt.Key_Down
        event.accepted = event.key === back || event.key === on || event.key === Qt.Key_Home
        if (event.key === Qt.Key_Home)
            splitter.restored()
        else if (event.accepted)
            splitter.move(splitter.value, event.key === on ? 24 : -24)
    }

    Rectangle {
        anchors.centerIn: parent
        color: drag.active || hover.hovered ? Theme.accent : Theme.line
        height: splitter.sideways ? splitter.height : Theme.hairline
        width: splitter.sideways ? Theme.hairline : splitter.width
    }
    Rectangle {
        anchors.centerIn: parent
        border.color: splitter.activeFocus ? Theme.accent : Theme.outline
        border.width: splitter.activeFocus ? 2 : Theme.hairline
        color: Theme.raised
        height: splitter.sideways ? 36 : 7
        radius: 3.5
        visible: splitter.activeFocus || hover.hovered || drag.active || !splitter.sideways
        width: splitter.sideways ? 7 : 36
    }
    HoverHandler {
        id: hover
        cursorShape: splitter.sideways ? Qt.SplitHCursor : Qt.SplitVCursor
    }
    TapHandler { onDoubleTapped: splitter.restored() }
    DragHandler {
        id: drag

        property real before: 0

        target: null

        onActiveChanged: if (active) before = splitter.value
        onActiveTranslationChanged: if (active) splitter.move(before, splitter.sideways ? activeTranslation.x : activeTranslation.y)
    }

    function move(from: real, by: real): void {
        splitter.moved(Math.round(from + (splitter.inverted ? -by : by)))
    }
}
