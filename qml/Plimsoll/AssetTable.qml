// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// Assets of an account. Columns are as wide as their widest figure and share what is left; where that is more than there is room for,
// each asset takes two lines. A figure is never elided.
ColumnLayout {
    id: table

    required property RowModel model
    required property bool stale
    readonly property int gap: 14
    readonly property var needs: table.widest()
    readonly property real spare: table.width - table.needs.reduce((sum, need) => sum + need, 0) - 4 * table.gap
    readonly property bool inColumns: spare >= 0

    Accessible.name: qsTr("Assets")
    Accessible.role: Accessible.Table
    objectName: "assetTable"
    spacing: 0

    component Line: Rectangle {
        Layout.fillWidth: true
        color: Theme.line
        implicitHeight: Theme.hairline
    }

    CopyMenu { id: copyMenu }
    Row {
        id: head
        Layout.bottomMargin: Theme.s2
        Layout.fillWidth: true
        spacing: table.gap
        visible: table.inColumns

        HeaderCell { id: assetHead; alignRight: false; text: qsTr("Asset"); width: table.column(0) }
        HeaderCell { id: totalHead; text: qsTr("Total"); width: table.column(1) }
        HeaderCell { id: priceHead; text: qsTr("Price"); width: table.column(2) }
        HeaderCell { id: valueHead; text: qsTr("Value"); width: table.column(3) }
        HeaderCell { id: debtHead; text: qsTr("Debt"); width: table.column(4) }
    }
    Repeater {
        id: rows
        model: table.model

        Item {
            id: line

            required property string asset
            required property string total
            required property string price
            required property string value
            required property string debt
            required property string interest
            required property string exactText
            required property bool stale
            readonly property var needs: [assetCell.implicitWidth, totalCell.implicitWidth, priceCell.implicitWidth, valueCell.implicitWidth,
                                          debtCell.implicitWidth]

            Layout.fillWidth: true
            Accessible.name: qsTr("%1, %2").arg(asset).arg(exactText)
            Accessible.role: Accessible.Row
            implicitHeight: table.inColumns ? 30 : stacked.implicitHeight + 2 * Theme.s2

            Line { width: parent.width }
            Row {
                anchors.verticalCenter: parent.verticalCenter
                spacing: table.gap
                visible: table.inColumns

                DataCell { id: assetCell; alignRight: false; emphasised: true; text: line.asset; width: table.column(0) }
                DataCell { id: totalCell; text: line.total; width: table.column(1) }
                DataCell { id: priceCell; stale: line.stale || table.stale; text: line.price; width: table.column(2) }
                DataCell { id: valueCell; stale: line.stale; text: line.value; width: table.column(3) }
                DataCell { id: debtCell; text: line.debt; width: table.column(4) }
            }
            LazyPart {
                id: stacked
                anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter }
                file: "AssetLines.qml"
                properties: ({
                    asset: Qt.binding(() => line.asset),
                    debt: Qt.binding(() => line.debt),
                    price: Qt.binding(() => line.price),
                    stale: Qt.binding(() => line.stale),
                    tableStale: Qt.binding(() => table.stale),
                    total: Qt.binding(() => line.total),
                    value: Qt.binding(() => line.value)
                })
                visible: !table.inColumns
                wanted: !table.inColumns && table.width > 0
            }
            HoverHandler { id: hover }
            TapHandler {
                acceptedButtons: Qt.RightButton

                onTapped: copyMenu.offer(line.asset + ": " + line.exactText)
            }
            HoverTip { over: line; shown: hover.hovered; text: line.exactText }
        }
    }

    // What each column needs, the head included; asked again whenever a figure changes.
    function widest(): var {
        const heads = [assetHead.implicitWidth, totalHead.implicitWidth, priceHead.implicitWidth, valueHead.implicitWidth, debtHead.implicitWidth]
        let needs = []
        for (let column = 0; column < heads.length; ++column) {
            let need = heads[column]
            for (let i = 0; i < rows.count; ++i)
                need = Math.max(need, table.needOf(rows.itemAt(i), column))
            needs.push(Math.ceil(need))
        }
        return needs
    }

    function needOf(line: var, column: int): real {
        return line === null ? 0 : line.needs[column]
    }

    function column(index: int): real {
        return table.needs[index] + Math.max(0, Math.floor(table.spare / 5))
    }
}
