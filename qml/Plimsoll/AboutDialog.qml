// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme

// What this program is.
AppDialog {
    id: dialog

    required property string versionText

    dialogWidth: 460
    initialFocusItem: done
    objectName: "aboutDialog"
    title: qsTr("Plimsoll %1").arg(versionText)

    headerItems: [
        PlimsollMark { size: 32 }
    ]

    AppText {
        Layout.fillWidth: true
        text: qsTr("A Plimsoll line is the mark on a ship's hull that shows how deep it may safely be loaded. A margin level is the same thing for an account.")
        wrapMode: Text.Wrap
    }
    AppText {
        Layout.fillWidth: true
        color: Theme.muted
        text: qsTr("Free software under the GNU General Public License, version 3 or later. Its figures are estimates; the exchange's are the binding ones.")
        wrapMode: Text.Wrap
    }

    actions: [
        Item { Layout.fillWidth: true },
        AppButton {
            id: done
            objectName: "aboutClose"
            text: qsTr("Close")

            onClicked: dialog.close()
        }
    ]
}
