// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// How each asset moves with each other one: typed above the diagonal, the same below it. Names stay while the cells scroll.
ColumnLayout {
    id: table

    required property CorrelationGrid grid
    readonly property int count: grid.assets.length
    readonly property int cellHeight: 32
    readonly property int cellWidth: 62
    readonly property int nameWidth: Math.min(110, Math.max(48, Math.ceil(names.width) + 1 + Theme.s1))
    readonly property int mostRows: 7
    readonly property int barRoom: 12

    objectName: "correlationTable"
    spacing: Theme.s1

    TextMetrics { // the longest name decides, up to what leaves room for cells
        id: names
        font.family: Theme.fontFamily
        font.pixelSize: Theme.smallSize
        text: table.longest()
    }

    component Name: AppText {
        Accessible.ignored: true // each cell says both
        color: Theme.muted
        font.pixelSize: Theme.smallSize
        height: table.cellHeight
        verticalAlignment: Text.AlignVCenter
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.s2

        AppText {
            Layout.fillWidth: true
            color: Theme.muted
            text: qsTr("Correlations, from −1 to 1")
            wrapMode: Text.Wrap
        }
        AppButton {
            Accessible.name: qsTr("Use the correlations of the files again")
            enabled: table.grid.filled
            objectName: "correlationClear"
            small: true
            text: qsTr("As in the files")

            onClicked: table.grid.clear()
        }
    }
    Item {
        id: frame
        Layout.fillWidth: true
        Layout.preferredHeight: table.cellHeight + Math.min(table.count, table.mostRows) * table.cellHeight + cells.anchors.bottomMargin

        Item { // names of columns
            readonly property bool scrollsSideways: true

            clip: true
            height: table.cellHeight
            width: cells.width
            x: cells.x

            Repeater {
                model: table.grid.assets

                Name {
                    required property int index
                    required property string modelData

                    elide: Text.ElideRight
                    horizontalAlignment: Text.AlignHCenter
                    text: modelData
                    width: table.cellWidth
                    x: index * table.cellWidth - cells.contentX
                }
            }
        }
        Item { // names of rows
            clip: true
            height: cells.height
            width: table.nameWidth
            y: cells.y

            Repeater {
                model: table.grid.assets

                Name {
                    required property int index
                    required property string modelData

                    elide: Text.ElideRight
                    text: modelData
                    width: table.nameWidth - Theme.s1
                    y: index * table.cellHeight - cells.contentY
                }
            }
        }
        Flickable {
            id: cells

            readonly property bool scrollsSideways: true

            anchors { bottom: parent.bottom; left: parent.left; leftMargin: table.nameWidth; right: parent.right; top: parent.top; topMargin: table.cellHeight }
            anchors.bottomMargin: contentWidth > width ? table.barRoom : 0 // the bars stand beside the cells, not on them
            anchors.rightMargin: table.count > table.mostRows ? table.barRoom : 0
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            contentHeight: table.count * table.cellHeight
            contentWidth: table.count * table.cellWidth
            objectName: "correlationScroll"

            T.ScrollBar.horizontal: AppScrollBar {
                parent: frame
                width: cells.width
                x: cells.x
                y: frame.height - height
            }
            T.ScrollBar.vertical: AppScrollBar {
                height: cells.height
                parent: frame
                x: frame.width - width
                y: cells.y
            }

            Repeater {
                id: all
                model: table.grid.cells

                CorrelationField {
                    id: cell
                    height: table.cellHeight
                    width: table.cellWidth
                    x: column * table.cellWidth
                    y: row * table.cellHeight

                    onEdited: text => table.grid.type(row, column, text)
                    onEntered: table.show(cell)
                    onLeftBy: rows => table.focusCell(row + rows, column)
                    onNextWanted: table.focusNext(row, column)
                }
            }
        }
    }
    AppText {
        Layout.fillWidth: true
        Accessible.role: Accessible.AlertMessage
        color: Theme.text
        font.pixelSize: Theme.smallSize
        objectName: "correlationRepaired"
        text: table.grid.repairedText
        visible: text.length > 0
        wrapMode: Text.Wrap
    }

    function longest(): string {
        let found = ""
        for (const name of table.grid.assets)
            found = name.length > found.length ? name : found
        return found
    }
    function focusCell(row: int, column: int): void {
        if (row >= 0 && row < column)
            (all.itemAt(row * table.count + column) as CorrelationField)?.focusField()
    }
    function focusNext(row: int, column: int): void {
        if (column + 1 < table.count)
            focusCell(row, column + 1)
        else
            focusCell(row + 1, row + 2)
    }
    function show(cell: Item): void {
        cells.contentX = Math.max(Math.min(cells.contentX, cell.x), cell.x + cell.width - cells.width, 0)
        cells.contentY = Math.max(Math.min(cells.contentY, cell.y), cell.y + cell.height - cells.height, 0)
    }
}
