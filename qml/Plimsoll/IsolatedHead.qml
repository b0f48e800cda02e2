// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// What stands above the isolated accounts: how many there are, a filter and the choice between cards and rows, where there are so many that
// they help.
ColumnLayout {
    id: head

    required property AppViewModel app
    readonly property AccountRows rows: app.dashboard.rows
    readonly property bool many: rows.total > 3 || rows.filter.length > 0
    readonly property bool roomy: width >= 560

    signal finding()

    spacing: Theme.s2

    Shortcut {
        enabled: head.many
        sequence: "Ctrl+F"

        onActivated: {
            head.finding()
            const field = head.roomy ? beside : below
            field.forceActiveFocus(Qt.ShortcutFocusReason)
        }
    }
    RowLayout {
        Layout.bottomMargin: Theme.s2
        Layout.fillWidth: true
        Layout.topMargin: head.many && head.roomy ? 10 : Theme.s3
        spacing: Theme.s3

        SectionHeader {
            Layout.fillWidth: true
            moreNote: head.rows.totalsText // what they come to together
            note: head.rows.total === 0 ? "" : head.rows.countText
            title: qsTr("Isolated")
        }
        FilterField {
            id: beside
            Layout.preferredWidth: 170
            rows: head.rows
            visible: head.many && head.roomy
        }
        SegmentedControl {
            Layout.rightMargin: Theme.ringRoom
            accessibleName: qsTr("Isolated accounts as")
            currentIndex: head.rows.shownForm === AccountRows.Cards ? 0 : 1
            height: 32
            Layout.preferredHeight: 32
            model: [qsTr("Cards"), qsTr("Rows")]
            objectName: "accountForm"
            visible: head.many && head.roomy

            onActivated: index => head.rows.form = index === 0 ? AccountRows.Cards : AccountRows.Rows
        }
    }
    FilterField {
        id: below
        Layout.bottomMargin: Theme.s2
        Layout.fillWidth: true
        objectName: "narrowFilter"
        rows: head.rows
        visible: head.many && !head.roomy
    }
    AppText {
        Layout.fillWidth: true
        color: Theme.call
        objectName: "hiddenAccounts"
        text: head.rows.hiddenText
        visible: text.length > 0
        wrapMode: Text.Wrap
    }
    AppText {
        Layout.fillWidth: true
        color: Theme.muted
        text: qsTr("No isolated accounts. Each would hold one pair and its own margin: nothing is added to it automatically, and its liquidation touches nothing else.")
        visible: head.rows.total === 0
        wrapMode: Text.Wrap
    }
}
