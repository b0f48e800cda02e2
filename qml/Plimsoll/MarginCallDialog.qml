// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// All accounts in margin call. Only its own button closes it: no Esc, no Enter, no click beside it. Where a field is in use, it comes up
// without taking the keyboard.
AppDialog {
    id: dialog

    required property AppViewModel app
    readonly property MarginCallViewModel call: app.marginCall
    readonly property bool wanted: call.isOpen
    readonly property Item inUse: T.ApplicationWindow.window?.activeFocusItem ?? null
    property bool takesFocus: true

    accentBar: Theme.stateColor(call.worstState)
    closePolicy: T.Popup.NoAutoClose
    dialogWidth: 640
    focus: takesFocus
    objectName: "marginCallDialog"
    title: call.title
    topPadding: title.length > 0 ? 0 : -Theme.s3

    Component.onCompleted: dialog.follow()
    onWantedChanged: dialog.follow()

    Repeater {
        model: dialog.call.accounts

        MarginCallEntry {
            Layout.fillWidth: true
            app: dialog.app
        }
    }

    AppText {
        Layout.fillWidth: true
        color: Theme.muted
        font.pixelSize: Theme.smallSize
        objectName: "marginCallUpdated"
        text: dialog.call.updatedText
        wrapMode: Text.Wrap
    }

    actions: [
        Item { Layout.fillWidth: true },
        AppButton {
            objectName: "marginCallSnooze"
            text: qsTr("Snooze 5 min")
            visible: dialog.call.canSnooze

            onClicked: dialog.call.snooze(5)
        },
        AppButton {
            objectName: "marginCallSnoozeLong"
            text: qsTr("15 min")
            visible: dialog.call.canSnoozeLong
            Accessible.name: qsTr("Snooze 15 min")

            onClicked: dialog.call.snooze(15)
        },
        AppButton {
            objectName: "marginCallAcknowledge"
            text: dialog.call.hasActive ? qsTr("Acknowledge") : qsTr("Close")

            onClicked: dialog.call.acknowledge()
        }
    ]

    function follow() {
        if (dialog.wanted && !dialog.opened) {
            dialog.takesFocus = !(dialog.inUse instanceof TextInput)
            dialog.open()
        } else if (!dialog.wanted) {
            dialog.close()
        }
    }
}
