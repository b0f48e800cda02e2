// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme

// What one account gets of a sum, and how far from its call it is then.
RowLayout {
    id: line

    required property string title
    required property string amountText
    required property string distanceText

    Accessible.name: qsTr("%1: %2, distance to the call %3").arg(title).arg(amountText).arg(distanceText)
    Accessible.role: Accessible.ListItem
    spacing: Theme.s3

    NameText {
        Layout.fillWidth: true
        Accessible.ignored: true
        text: line.title
    }
    AppText {
        Accessible.ignored: true
        color: Theme.muted
        elide: Text.ElideNone
        text: line.distanceText
    }
    AppText {
        Accessible.ignored: true
        elide: Text.ElideNone
        font.weight: Font.Medium
        text: line.amountText
    }
}
