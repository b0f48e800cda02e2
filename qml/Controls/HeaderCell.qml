// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Plimsoll.Theme

// Head of a table column.
AppText {
    property bool alignRight: true

    Accessible.name: text
    Accessible.role: Accessible.ColumnHeader
    color: Theme.muted
    font.pixelSize: Theme.smallSize
    horizontalAlignment: alignRight ? Text.AlignRight : Text.AlignLeft
    verticalAlignment: Text.AlignVCenter
}
