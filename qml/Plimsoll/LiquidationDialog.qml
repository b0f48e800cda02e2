// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// What a liquidation did, or is about to do, and what it leaves alone.
AppDialog {
    id: dialog

    required property AppViewModel app
    readonly property LiquidationNoticeViewModel notice: app.liquidationNotice
    readonly property bool wanted: notice.isOpen
    readonly property Item inUse: T.ApplicationWindow.window?.activeFocusItem ?? null
    property bool takesFocus: true

    accentBar: Theme.liquidation
    closePolicy: T.Popup.NoAutoClose
    focus: takesFocus
    objectName: "liquidationDialog"
    title: notice.title

    Component.onCompleted: dialog.follow()
    onWantedChanged: dialog.follow()

    headerItems: [
        StateBadge { riskState: dialog.notice.riskState }
    ]

    AppText {
        Layout.fillWidth: true
        text: dialog.notice.whatText
        wrapMode: Text.Wrap
    }
    AppText {
        Layout.fillWidth: true
        objectName: "liquidationTrigger"
        text: dialog.notice.triggerText
        visible: text.length > 0
        wrapMode: Text.Wrap
    }
    AppText {
        Layout.fillWidth: true
        color: Theme.muted
        text: dialog.notice.lossText
        wrapMode: Text.Wrap
    }
    ColumnLayout {
        Layout.fillWidth: true
        spacing: Theme.s1
        visible: others.count > 0

        SectionHeader { Layout.fillWidth: true; title: qsTr("Untouched") }
        Repeater {
            id: others
            model: dialog.notice.others

            AppText {
                required property string modelData

                Layout.fillWidth: true
                text: modelData
            }
        }
    }

    actions: [
        Item { Layout.fillWidth: true },
        AppButton {
            objectName: "liquidationRecord"
            text: qsTr("Record as liquidated…")
            variant: AppButton.Danger
            visible: dialog.notice.canRecord

            onClicked: {
                dialog.app.entry.openKind(dialog.notice.accountId, EntryViewModel.Liquidation)
                dialog.notice.close()
            }
        },
        AppButton {
            objectName: "liquidationClose"
            text: qsTr("Close")

            onClicked: dialog.notice.close()
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
