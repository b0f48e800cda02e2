// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Plimsoll.Theme

// Heading of a group in spaced capitals, with an optional remark at the right.
RowLayout {
    id: header

    property string title: ""
    property string note: ""
    property string moreNote: "" // behind the note, where there is room for all of it

    spacing: Theme.s3

    AppText {
        Accessible.name: text
       Accessible.role: Accessible.Heading
        color: Theme.muted
        font.capitalization: Font.AllUppercase
        font.letterSpacing: 0.8
        font.pixelSize: Theme.smallSize
        font.weight: Font.Medium
        text: header.title
    }
    TextMetrics { // its width decides what is said, so what is said must not decide its width
        id: alone
        font: remark.font
        text: header.note
    }
    TextMetrics {
        id: both
        font: remark.font
        text: header.note + " · " + header.moreNote
    }
    AppText {
        id: remark
        Layout.fillWidth: true
        Layout.preferredWidth: Math.ceil(alone.advanceWidth) + 1
        color: Theme.faint
        font.pixelSize: Theme.smallSize
        horizontalAlignment: Text.AlignRight
        text: header.moreNote.length > 0 && both.advanceWidth < width ? both.text : header.note
    }
}
