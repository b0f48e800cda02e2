// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Plimsoll.Theme

// Underlined tabs; arrows move between them, Tab leaves the bar.
T.TabBar {
    id: bar

    implicitHeight: 44
    implicitWidth: contentWidth
    spacing: 28

    Keys.onLeftPressed: bar.move(-1)
    Keys.onRightPressed: bar.move(1)

    background: Item {
        Rectangle {
            anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
            color: Theme.line
            height: Theme.hairline
        }
    }
    contentItem: ListView {
        boundsBehavior: Flickable.StopAtBounds
        clip: contentWidth > width
        currentIndex: bar.currentIndex
        flickableDirection: Flickable.AutoFlickIfNeeded
        highlightMoveDuration: 0
        model: bar.contentModel
        orientation: ListView.Horizontal
        spacing: bar.spacing
    }

    function move(step: int) {
        bar.setCurrentIndex(Math.max(0, Math.min(bar.count - 1, bar.currentIndex + step)))
        bar.currentItem.forceActiveFocus(Qt.TabFocusReason)
    }
}
