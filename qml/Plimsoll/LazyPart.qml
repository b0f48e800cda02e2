// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// What is made when it is wanted for the first time, and stays. It is named by its file, not by its type: a type, even in a component that is
// never made, is read with everything it is made of when its user is, and a window that starts should wait for no form and keep none of
// them in memory.
Loader {
    id: lazy

    required property bool wanted
    required property url file ///< of this module
    required property var properties ///< its required properties by name; a Qt.binding() stays one

    Component.onCompleted: lazy.make()
    onWantedChanged: lazy.make()

    function make(): void {
        if (lazy.wanted && lazy.status === Loader.Null)
            lazy.setSource(lazy.file, lazy.properties)
    }
}
