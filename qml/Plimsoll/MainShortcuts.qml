// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQml
import QtQuick
import Plimsoll.ViewModels

// Keys of the main window; they rest while a modal dialog is open.
Item {
    id: keys

    required property AppViewModel app

    signal accountWanted(string accountId)

    Shortcut {
        sequence: "F5"

        onActivated: keys.app.refresh()
    }
    Shortcut {
        sequence: "Ctrl+T"

        onActivated: keys.app.topUp.open("")
    }
    Shortcut {
        sequence: "Ctrl+N"

        onActivated: keys.app.position.open("")
    }
    Shortcut {
        sequence: "Ctrl+,"

        onActivated: keys.app.settings.open()
    }
    Instantiator {
        model: 9

        Shortcut {
            required property int index

            sequence: "Ctrl+" + (index + 1)

            onActivated: keys.accountWanted(keys.app.dashboard.accountIdAt(index))
        }
    }
}
