// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme

// Every key of the main window, with what it does.
AppDialog {
    id: dialog

    readonly property var keys: [
        [qsTr("F1"), qsTr("this list")],
        [qsTr("F5"), qsTr("ask for prices now")],
        [qsTr("F6"), qsTr("next part of the window: status bar, cross, isolated, pages, margin call; then the small window")],
        [qsTr("Ctrl+1 … 9"), qsTr("go to an account")],
        [qsTr("Ctrl+F"), qsTr("find an account")],
        [qsTr("Ctrl+T"), qsTr("top up")],
        [qsTr("Ctrl+N"), qsTr("open a position")],
        [qsTr("Ctrl+J"), qsTr("journal")],
        [qsTr("Ctrl+L"), qsTr("alarms")],
        [qsTr("Ctrl+Shift+M"), qsTr("show the page below the accounts large, and back")],
        [qsTr("Ctrl+Shift+D"), qsTr("show that page in a window of its own, and back")],
        [qsTr("Ctrl+,"), qsTr("settings")],
        [qsTr("Ctrl+Q"), qsTr("quit; asks first while alarms are active")],
        [qsTr("Enter"), qsTr("on an account's line: open it; on a row of the journal: take it back")],
        [qsTr("Arrows, Home, End"), qsTr("from account to account, and along an edge between two panes")],
        [qsTr("Esc"), qsTr("close a form; never a margin call")]
    ]

    initialFocusItem: done
    objectName: "keysDialog"
    title: qsTr("Keys")

    Repeater {
        model: dialog.keys

        RowLayout {
            id: row

            required property var modelData

            Layout.fillWidth: true
            Accessible.name: qsTr("%1: %2").arg(row.modelData[0]).arg(row.modelData[1])
            Accessible.role: Accessible.StaticText
            spacing: Theme.s3

            AppText {
                Layout.alignment: Qt.AlignTop
                Layout.preferredWidth: 150
                Accessible.ignored: true
                elide: Text.ElideNone
                font.weight: Font.Medium
                text: row.modelData[0]
            }
            AppText {
                Layout.fillWidth: true
                Accessible.ignored: true
                color: Theme.muted
                text: row.modelData[1]
                wrapMode: Text.Wrap
            }
        }
    }

    actions: [
        Item { Layout.fillWidth: true },
        AppButton {
            id: done
            objectName: "keysClose"
            text: qsTr("Close")

            onClicked: dialog.close()
        }
    ]
}
