// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Plimsoll.Theme

// How far something is, from 0 to 1.
T.ProgressBar {
    id: bar

    required property string accessibleName

    Accessible.description: Math.round(100 * position) + " %"
    Accessible.name: accessibleName
    Accessible.role: Accessible.ProgressBar
    implicitHeight: 8
    implicitWidth: 160

    background: Rectangle {
        color: Theme.line
        radius: 4
    }
    contentItem: Item {
        Rectangle {
            color: Theme.accent
            height: parent.height
            radius: 4
            width: bar.position * parent.width
        }
    }
}
