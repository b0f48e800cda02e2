// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Plimsoll.Theme

// What a page shows when there is nothing yet; children (buttons) stand in a row below the text.
ColumnLayout {
    id: empty

    default property alias actions: row.data
    property string title: ""
    property string text: ""

    spacing: Theme.s2

    PlimsollMark {
        Layout.alignment: Qt.AlignHCenter
        Layout.bottomMargin: Theme.s2
        color: Theme.muted
        size: 40
    }
    AppText {
        Layout.fillWidth: true
        Accessible.name: text
        Accessible.role: Accessible.Heading
        font.pixelSize: Theme.titleSize
        horizontalAlignment: Text.AlignHCenter
        text: empty.title
        wrapMode: Text.Wrap
    }
    AppText {
        Layout.alignment: Qt.AlignHCenter
        Layout.fillWidth: true
        Layout.maximumWidth: 460
        color: Theme.muted
        horizontalAlignment: Text.AlignHCenter
        text: empty.text
        visible: text.length > 0
        wrapMode: Text.Wrap
    }
    RowLayout {
        id: row
        Layout.alignment: Qt.AlignHCenter
        Layout.topMargin: Theme.s3
        spacing: Theme.s2
    }
}
