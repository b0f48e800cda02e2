// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// A page that is made when it is first shown, and stays.
Loader {
    id: page

    required property bool shown
    property bool wasShown: false

    active: shown || wasShown

    onLoaded: page.wasShown = true
}
