// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Desktop
import Plimsoll.Theme

// What closing the window shall mean while somebody owes something. The safe answer has the focus; Esc goes back to the window.
AppDialog {
    id: dialog

    required property CloseViewModel closing
    readonly property bool wanted: closing.isOpen

    accentBar: closing.warningText.length > 0 ? Theme.call : "transparent"
    dialogWidth: 620
    initialFocusItem: keep
    objectName: "closeDialog"
    title: closing.title

    Component.onCompleted: dialog.follow()
    onClosed: dialog.closing.cancel()
    onWantedChanged: dialog.follow()

    AppText {
        Layout.fillWidth: true
        color: Theme.call
        font.weight: Font.Medium
        objectName: "closeWarning"
        text: dialog.closing.warningText
        visible: text.length > 0
        wrapMode: Text.Wrap
    }
    AppText {
        Layout.fillWidth: true
        objectName: "closeText"
        text: dialog.closing.text
        wrapMode: Text.Wrap
    }
    AppCheckBox {
        id: remember
        objectName: "closeRemember"
        text: qsTr("Remember my choice")
        visible: dialog.closing.canRemember
    }

    actions: [
        AppButton {
            objectName: "closeCancel"
            text: qsTr("Cancel")

            onClicked: dialog.closing.cancel()
        },
        Item { Layout.fillWidth: true },
        AppButton {
            objectName: "closeStop"
            text: qsTr("Stop watching")
            variant: AppButton.Danger

            onClicked: dialog.closing.stop(remember.checked)
        },
        AppButton {
            id: keep
            objectName: "closeKeep"
            text: dialog.closing.keepText
            variant: AppButton.Primary

            onClicked: dialog.closing.keep(remember.checked)
        }
    ]

    function follow() {
        if (dialog.wanted) {
            remember.checked = false
            dialog.open()
        } else {
            dialog.close()
        }
    }
}
