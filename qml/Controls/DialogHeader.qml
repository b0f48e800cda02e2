// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Plimsoll.Theme

// Head of AppDialog: an optional row of items, the title, a quieter line below.
ColumnLayout {
    id: header

    property alias items: row.data
    required property string title
    required property string subtitle

    spacing: 6

    RowLayout {
        id: row
        Layout.fillWidth: true
        spacing: Theme.s2
        visible: children.length > 0
    }
    AppText {
        Layout.fillWidth: true
        Accessible.name: text
       Accessible.role: Accessible.Heading
        font.pixelSize: Theme.titleSize
        font.weight: Font.Medium
        text: header.title
        visible: text.length > 0
        wrapMode: Text.Wrap
    }
    AppText {
        Layout.fillWidth: true
        color: Theme.muted
        text: header.subtitle
        visible: text.length > 0
        wrapMode: Text.Wrap
    }
}
