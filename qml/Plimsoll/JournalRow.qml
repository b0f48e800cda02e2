// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme

// One ledger row; rows of one operation stand together without a line between them.
Item {
    id: row

    required property int index
    required property string time
    required property string account
    required property string kind
    required property string asset
    required property string field
    required property string change
    required property bool increase
    required property bool isBars // a change of bars: what changed takes the place of an amount
    required property string note
    required property string operationId
    required property bool firstOfOperation
    required property bool reversible
    required property string sentence
    required property bool narrow
    required property int timeWidth
    required property int kindWidth
    required property int assetWidth
    required property int fieldWidth
    required property int changeWidth
    required property bool current
    required property bool noteShown

    readonly property bool offersUndo: reversible && (asset.length === 0 || current || hover.hovered) // not a link in every row
    readonly property string undoText: asset.length === 0 ? qsTr("Undo") : qsTr("Take back…")

    signal pressed()
    signal takenBack()

    component UndoLink: TextLink {
        objectName: "journalUndo"
    }

    Accessible.description: row.isBars ? "" : qsTr("Operation %1").arg(operationId)
    Accessible.name: sentence
    Accessible.onPressAction: row.takenBack()
    Accessible.role: Accessible.Row
    implicitHeight: narrow ? 54 : 32

    Rectangle {
        anchors { left: parent.left; right: parent.right; top: parent.top }
        color: Theme.line
        height: Theme.hairline
        visible: row.firstOfOperation
    }
    Rectangle {
        anchors.fill: parent
        anchors.margins: 1
        border.color: Theme.accent
        border.width: row.current ? 2 : 0
        color: hover.hovered ? Theme.hover : "transparent"
        radius: 4
    }
    DataCell { // over the columns of an amount
        anchors.verticalCenter: parent.verticalCenter
        emphasised: true
        text: row.change
        visible: row.isBars && !row.narrow
        width: row.assetWidth + row.fieldWidth + row.changeWidth + 2 * Theme.s3
        x: change.x + change.width - width
    }
    RowLayout {
        anchors { fill: parent; rightMargin: 12 }
        spacing: Theme.s3
        visible: !row.narrow

        DataCell {
            Layout.preferredWidth: row.timeWidth
            alignRight: false
            color: Theme.muted
            opacity: row.firstOfOperation ? 1 : 0
            text: row.time
        }
        RowLayout { // the link stands with the name, so that the columns of all rows agree
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            spacing: Theme.s2

            NameText { Layout.fillWidth: true; Layout.maximumWidth: undo.visible ? implicitWidth : 10000; text: row.account }
            UndoLink { id: undo; text: row.undoText; Accessible.description: row.sentence; visible: row.offersUndo; onClicked: row.takenBack() }
            Item { Layout.fillWidth: true; visible: undo.visible }
        }
        DataCell { Layout.preferredWidth: row.kindWidth; alignRight: false; text: row.kind }
        DataCell { Layout.preferredWidth: row.assetWidth; alignRight: false; emphasised: true; text: row.asset }
        DataCell { Layout.preferredWidth: row.fieldWidth; alignRight: false; color: Theme.muted; text: row.field }
        DataCell { id: change; Layout.preferredWidth: row.changeWidth; emphasised: true; text: row.isBars ? "" : row.change }
        NameText { Layout.fillWidth: true; Layout.preferredWidth: 1; color: Theme.muted; text: row.note; visible: row.noteShown }
    }
    GridLayout {
        anchors { bottomMargin: 5; fill: parent; rightMargin: 12; topMargin: 5 }
        columnSpacing: Theme.s3
        columns: 2
        rowSpacing: 2
        visible: row.narrow

        NameText { Layout.fillWidth: true; text: row.account }
        DataCell {
            Layout.alignment: Qt.AlignRight
            emphasised: true
            objectName: "journalAmount"
            text: row.isBars ? row.kind : row.change + " " + row.asset
            visible: row.asset.length > 0 || !row.reversible
        }
        UndoLink { Layout.alignment: Qt.AlignRight; text: row.undoText; Accessible.description: row.sentence; visible: row.asset.length === 0 && row.reversible; onClicked: row.takenBack() }
        DataCell { Layout.fillWidth: true; alignRight: false; color: Theme.muted; font.pixelSize: Theme.smallSize; text: row.time }
        DataCell {
            Layout.alignment: Qt.AlignRight
            color: Theme.muted
            font.pixelSize: Theme.smallSize
            objectName: "journalKind"
            text: row.isBars ? row.change : row.field.length > 0 ? row.kind + " · " + row.field : row.kind
            visible: !narrowUndo.visible
        }
        UndoLink {
            id: narrowUndo
            Layout.alignment: Qt.AlignRight
            Accessible.description: row.sentence
            text: row.undoText
            visible: row.asset.length > 0 && row.offersUndo

            onClicked: row.takenBack()
        }
    }
    HoverHandler { id: hover }
    TapHandler { onPressedChanged: if (pressed) row.pressed() }
    HoverTip {
        over: row
        shown: hover.hovered && !row.isBars
        text: row.note.length > 0 ? row.note + "\n" + qsTr("Operation %1").arg(row.operationId) : qsTr("Operation %1").arg(row.operationId)
    }
}
