// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Plimsoll.Theme

// One line that reads from below to above.
Item {
    id: upright

    property alias text: words.text
    property color ink: Theme.text

    Accessible.ignored: true
    implicitHeight: words.implicitWidth
    implicitWidth: words.implicitHeight

    AppText {
        id: words
        anchors.centerIn: parent
        Accessible.ignored: true
        color: upright.ink
        elide: Text.ElideNone
        font.weight: Font.Medium
        rotation: -90
    }
}
