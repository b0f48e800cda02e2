// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Plimsoll.Theme

// Any text a person reads: plain, never interpreted as markup, elided instead of clipped.
Text {
    Accessible.name: text // a role of its own takes the words away otherwise
    color: Theme.text
    elide: Text.ElideRight
    font.family: Theme.fontFamily
    font.pixelSize: Theme.bodySize
    lineHeight: wrapMode === Text.NoWrap ? 1 : 1.2
    textFormat: Text.PlainText
}
