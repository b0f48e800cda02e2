// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// Balances as a small table to type into; an isolated account has exactly its pair's two rows.
ColumnLayout {
    id: table

    required property AccountEditorViewModel editor
    readonly property bool narrow: width < 560 // the amounts of an asset go below its name then, each with its own word
    readonly property int assetWidth: narrow ? 220 : 94
    readonly property int rateWidth: 86
    readonly property int removeWidth: editor.mode === AccountEditorViewModel.Cross ? 36 : 0

    spacing: 6

    component Cell: AppTextField {
        id: cell

        required property string caption
        property string whenEmpty: "0"

        Layout.fillWidth: true
        Layout.preferredWidth: 1
        font.pixelSize: Theme.bodySize
        horizontalAlignment: TextInput.AlignRight
        implicitHeight: 36
        inputMethodHints: Qt.ImhFormattedNumbersOnly
        leftPadding: table.narrow ? Math.ceil(word.implicitWidth) + 20 : 6
        maximumLength: 60
        rightPadding: 6

        AppText {
            anchors { fill: parent; rightMargin: cell.rightPadding }
            Accessible.ignored: true
            color: Theme.muted
            horizontalAlignment: Text.AlignRight
            text: cell.whenEmpty
            verticalAlignment: Text.AlignVCenter
            visible: cell.length === 0 && !cell.activeFocus
        }
        AppText {
            id: word
            anchors { left: parent.left; leftMargin: 8; verticalCenter: parent.verticalCenter }
            Accessible.ignored: true
            color: Theme.muted
            font.pixelSize: Theme.smallSize
            text: cell.caption
            visible: table.narrow
        }
    }
    component Head: HeaderCell {
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        rightPadding: 6
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: 6
        visible: !table.narrow

        HeaderCell {
            Layout.preferredWidth: table.assetWidth
            alignRight: false
            text: qsTr("Asset")
        }
        Head { text: qsTr("Free") }
        Head { text: qsTr("Locked") }
        Head { text: qsTr("Borrowed") }
        Head { text: qsTr("Interest owed") }
        Head { Layout.fillWidth: false; Layout.preferredWidth: table.rateWidth; text: qsTr("% a day") }
        Item { implicitWidth: table.removeWidth }
    }
    ListView {
        id: list
        Layout.fillWidth: true
        Layout.leftMargin: -Theme.ringRoom
        Layout.preferredHeight: Math.min(contentHeight, 264)
        Layout.rightMargin: -Theme.ringRoom
        boundsBehavior: Flickable.StopAtBounds
        clip: contentHeight > height
        model: table.editor.balances
        objectName: "balanceRows"
        spacing: 6

        T.ScrollBar.vertical: AppScrollBar {}

        delegate: ColumnLayout {
            id: line

            required property int index
            required property string asset
            required property string free
            required property string locked
            required property string borrowed
            required property string interest
            required property string dailyRate
            required property string error
            required property string echo
            required property var faults // free, locked, borrowed, interest, asset
            required property bool rateFault
            required property bool fixed

            spacing: 4
            width: list.width - 2 * Theme.ringRoom
            x: Theme.ringRoom

            GridLayout {
                Layout.fillWidth: true
                columnSpacing: 6
                columns: table.narrow ? 1 : 7
                rowSpacing: 4

                AppTextField {
                    Layout.preferredWidth: table.assetWidth
                    accessibleName: qsTr("Asset of row %1").arg(line.index + 1)
                    implicitHeight: 36
                    implicitWidth: table.assetWidth
                    inputMethodHints: Qt.ImhUppercaseOnly | Qt.ImhNoPredictiveText
                    maximumLength: 40
                    error: line.faults[4] ?? false
                    objectName: "balanceAsset"
                    readOnly: line.fixed
                    text: line.asset

                    onTextEdited: table.editor.balances.setAsset(line.index, text)
                }
                Cell {
                    accessibleName: qsTr("%1 free").arg(line.asset)
                    caption: qsTr("Free")
                    error: line.faults[0] ?? false
                    objectName: "balanceFree"
                    text: line.free

                    onTextEdited: table.editor.balances.setCell(line.index, 0, text)
                }
                Cell {
                    accessibleName: qsTr("%1 locked").arg(line.asset)
                    caption: qsTr("Locked")
                    error: line.faults[1] ?? false
                    objectName: "balanceLocked"
                    text: line.locked

                    onTextEdited: table.editor.balances.setCell(line.index, 1, text)
                }
                Cell {
                    accessibleName: qsTr("%1 borrowed").arg(line.asset)
                    caption: qsTr("Borrowed")
                    error: line.faults[2] ?? false
                    objectName: "balanceBorrowed"
                    text: line.borrowed

                    onTextEdited: table.editor.balances.setCell(line.index, 2, text)
                }
                Cell {
                    accessibleName: qsTr("%1 interest owed").arg(line.asset)
                    caption: qsTr("Interest owed")
                    error: line.faults[3] ?? false
                    objectName: "balanceInterest"
                    text: line.interest

                    onTextEdited: table.editor.balances.setCell(line.index, 3, text)
                }
                Cell {
                    Layout.fillWidth: table.narrow
                    Layout.preferredWidth: table.narrow ? 1 : table.rateWidth
                    accessibleName: qsTr("%1 interest rate, percent a day").arg(line.asset)
                    caption: qsTr("% a day")
                    error: line.rateFault
                    objectName: "balanceDailyRate"
                    text: line.dailyRate
                    whenEmpty: "–" // not known

                    onTextEdited: table.editor.balances.setCell(line.index, 4, text)
                }
                Item {
                    implicitHeight: 36
                    implicitWidth: table.removeWidth

                    IconButton {
                        anchors.centerIn: parent
                        iconName: "close"
                        objectName: "balanceRemove"
                        text: qsTr("Remove row %1").arg(line.index + 1)
                        visible: !line.fixed && table.removeWidth > 0

                        onClicked: table.editor.balances.removeRowAt(line.index)
                    }
                }
            }
            AppText {
                Layout.fillWidth: true
                Accessible.role: line.error.length > 0 ? Accessible.AlertMessage : Accessible.StaticText
                color: line.error.length > 0 ? Theme.liquidation : Theme.muted
                font.pixelSize: Theme.smallSize
                objectName: "balanceMessage"
                text: line.error.length > 0 ? line.error : line.echo
                visible: text.length > 0
                wrapMode: Text.Wrap
            }
        }
    }
    AppButton {
        objectName: "balanceAdd"
        small: true
        text: qsTr("Add asset")
        visible: table.editor.mode === AccountEditorViewModel.Cross

        onClicked: table.editor.balances.addRow()
    }
}
