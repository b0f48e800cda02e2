// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme

// The words of a way out: what to do and how much, beside each other where they fit, and what it brings.
GridLayout {
    id: body

    required property string label
    required property string amount
    required property string result

    columnSpacing: Theme.s3
    columns: width >= amountText.implicitWidth + labelText.implicitWidth + columnSpacing ? 2 : 1
    rowSpacing: 2

    AppText {
        id: labelText
        Layout.fillWidth: true
        Accessible.ignored: true
        text: body.label
        wrapMode: Text.Wrap
    }
    AppText {
        id: amountText
        Accessible.ignored: true
        elide: Text.ElideNone
        font.pixelSize: Theme.valueSize
        font.weight: Font.Medium
        text: body.amount
    }
    AppText {
        Layout.columnSpan: body.columns
        Layout.fillWidth: true
        Accessible.ignored: true
        color: Theme.muted
        font.pixelSize: Theme.smallSize
        text: body.result
        wrapMode: Text.Wrap
    }
}
