// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// A name that somebody gave, of any length: elided where there is no room, and whole in its tool tip then.
AppText {
    id: name

    readonly property bool givenName: true

    HoverHandler { id: hover }
    HoverTip { over: name; shown: hover.hovered && name.truncated; text: name.text }
}
