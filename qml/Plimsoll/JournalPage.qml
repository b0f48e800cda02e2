// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// Everything that was booked, newest first. Ctrl+F searches; arrows walk through the rows.
ColumnLayout {
    id: page

    required property AppViewModel app
    readonly property JournalViewModel journal: app.journal
    readonly property bool narrow: width < 760 // two lines per row then
    readonly property int timeWidth: 168 // "28 Nov 2026 12:07:15"
    readonly property int kindWidth: 124
    readonly property int assetWidth: 76
    readonly property int fieldWidth: 80
    readonly property int changeWidth: 170
    readonly property bool noteShown: width >= 980 // else only in the tool tip and in words

    objectName: "journalPage"
    spacing: Theme.s2

    Binding { target: page.journal; property: "active"; value: page.visible }
    Shortcut {
        enabled: page.visible
        sequence: "Ctrl+F"

        onActivated: search.forceActiveFocus(Qt.ShortcutFocusReason)
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.s2

        AppTextField {
            id: search
            Layout.fillWidth: true
            accessibleName: qsTr("Search the journal")
            implicitHeight: 36
            maximumLength: 200
            objectName: "journalSearch"
            placeholderText: qsTr("Search")
            text: page.journal.text

            onTextEdited: page.journal.text = text
            Keys.onDownPressed: list.forceActiveFocus(Qt.TabFocusReason)
            Keys.onEscapePressed: page.journal.text = ""
        }
        ChoiceBox {
            accessibleName: qsTr("Account")
            chosen: page.journal.accountIndex
            implicitHeight: 36
            implicitWidth: page.narrow ? 170 : 260
            model: page.journal.accountNames
            objectName: "journalAccount"

            onPicked: index => page.journal.accountIndex = index
        }
    }
    Item {
        Layout.fillWidth: true
        implicitHeight: heads.implicitHeight
        visible: list.count > 0 && !page.narrow

        RowLayout {
            id: heads
            spacing: Theme.s3
            width: parent.width - 12 + (page.noteShown ? 0 : spacing)

            HeaderCell { Layout.preferredWidth: page.timeWidth; alignRight: false; text: qsTr("Time") }
            HeaderCell { Layout.fillWidth: true; Layout.preferredWidth: 1; alignRight: false; text: qsTr("Account") }
            HeaderCell { Layout.preferredWidth: page.kindWidth; alignRight: false; text: qsTr("Entry") }
            HeaderCell { Layout.preferredWidth: page.assetWidth; alignRight: false; text: qsTr("Asset") }
            HeaderCell { Layout.preferredWidth: page.fieldWidth; alignRight: false; text: qsTr("Field") }
            HeaderCell { Layout.preferredWidth: page.changeWidth; text: qsTr("Change") }
            HeaderCell { // takes no place instead of being hidden: a layout of Qt 6.4 forgets who appears while it is hidden itself
                Layout.fillWidth: true
                Layout.maximumWidth: page.noteShown ? 100000 : 0
                Layout.preferredWidth: page.noteShown ? 1 : 0
                Accessible.ignored: !page.noteShown
                alignRight: false
                objectName: "journalNoteHead"
                text: page.noteShown ? qsTr("Note") : ""
            }
        }
    }
    ListView {
        id: list
        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.minimumHeight: 120
        Accessible.name: qsTr("Journal")
        Accessible.role: Accessible.Table
        activeFocusOnTab: true
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        keyNavigationEnabled: true
        model: page.journal.rows
        objectName: "journalRows"
        reuseItems: true

        onActiveFocusChanged: if (activeFocus && currentIndex < 0 && count > 0) currentIndex = 0
        Keys.onPressed: event => {
            const enters = event.key === Qt.Key_Return || event.key === Qt.Key_Enter
            event.accepted = enters || event.key === Qt.Key_Home || event.key === Qt.Key_End
            if (enters)
                page.journal.takeBack(currentIndex)
            else if (event.accepted)
                currentIndex = event.key === Qt.Key_Home ? 0 : count - 1
        }

        T.ScrollBar.vertical: AppScrollBar {}

        KeptScroll {
            layout: page.app.layout
            pane: WindowLayout.Journal
            view: list
        }

        delegate: JournalRow {
            assetWidth: page.assetWidth
            changeWidth: page.changeWidth
            current: ListView.isCurrentItem && list.activeFocus
            fieldWidth: page.fieldWidth
            kindWidth: page.kindWidth
            narrow: page.narrow
            noteShown: page.noteShown
            timeWidth: page.timeWidth
            width: list.width

            onPressed: { list.currentIndex = index; list.forceActiveFocus(Qt.MouseFocusReason) }
            onTakenBack: page.journal.takeBack(index)
        }

        AppText {
            anchors.centerIn: parent
            color: Theme.muted
            horizontalAlignment: Text.AlignHCenter
            objectName: "journalEmpty"
            text: page.journal.failure.length > 0 ? page.journal.failure : page.journal.emptyText
            visible: list.count === 0
            width: Math.min(parent.width - 2 * Theme.s3, 460)
            wrapMode: Text.Wrap
        }
    }
    AppText {
        Layout.fillWidth: true
        color: Theme.muted
        font.pixelSize: Theme.smallSize
        objectName: "journalSummary"
        text: page.journal.summary
        visible: text.length > 0
    }
}
