// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// A dialog that is made when it is wanted for the first time and stays: a window that starts should not wait for nine forms.
Loader {
    id: lazy

    required property bool wanted
    required property url dialog ///< a file of this module
    required property var properties ///< its required properties by name

    anchors.fill: parent // a dialog fits itself into this

    Component.onCompleted: lazy.make()
    onWantedChanged: lazy.make()

    function make(): void {
        if (lazy.wanted && lazy.item === null)
            lazy.setSource(lazy.dialog, lazy.properties)
    }
}
