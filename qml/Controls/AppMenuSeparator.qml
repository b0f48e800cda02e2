// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Plimsoll.Theme

// Hairline between groups of menu entries.
T.MenuSeparator {
    implicitHeight: 9
    implicitWidth: 100

    contentItem: Item {
        Rectangle {
            anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter }
            color: Theme.line
            height: Theme.hairline
        }
    }
}
