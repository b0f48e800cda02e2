// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Plimsoll.Theme

// Slim scroll bar; absent when everything fits.
T.ScrollBar {
    id: bar

    implicitHeight: 10
    implicitWidth: 10
    minimumSize: 0.1
    padding: 2
    policy: T.ScrollBar.AsNeeded
    visible: size < 1 && policy !== T.ScrollBar.AlwaysOff

    contentItem: Rectangle {
        color: bar.pressed ? Theme.text : bar.hovered ? Theme.muted : Theme.faint
        implicitHeight: 6
        implicitWidth: 6
        radius: 3
    }
}
