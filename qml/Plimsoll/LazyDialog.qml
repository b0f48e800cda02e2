// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T

// A dialog that is made when it is wanted for the first time.
LazyPart {
    id: lazy

    anchors.fill: parent // a dialog fits itself into this

    // Where nothing but a press wants it.
    function open(): void {
        lazy.wanted = true
        const dialog = lazy.item as T.Popup
        dialog.open()
    }
}
