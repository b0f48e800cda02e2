// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// Assets of an account. Columns share their widths with the head, so that figures stand right aligned below their names.
ColumnLayout {
    id: table

    required property AssetListModel model
    required property bool stale
    readonly property var shares: [0.16, 0.16, 0.22, 0.24, 0.22]
    readonly property real gap: 8

    Accessible.name: qsTr("Assets")
    Accessible.role: Accessible.Table
    objectName: "assetTable"
    spacing: 0

    component Line: Rectangle {
        Layout.fillWidth: true
        color: Theme.line
        implicitHeight: Theme.hairline
    }

    Row {
        Layout.bottomMargin: Theme.s2
        Layout.fillWidth: true
        spacing: table.gap

        HeaderCell { alignRight: false; text: qsTr("Asset"); width: table.column(0) }
        HeaderCell { text: qsTr("Total"); width: table.column(1) }
        HeaderCell { text: qsTr("Price"); width: table.column(2) }
        HeaderCell { text: qsTr("Value"); width: table.column(3) }
        HeaderCell { text: qsTr("Debt"); width: table.column(4) }
    }
    Repeater {
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

            Layout.fillWidth: true
            Accessible.name: qsTr("%1, %2").arg(asset).arg(exactText)
            Accessible.role: Accessible.Row
            implicitHeight: 35

            Line { width: parent.width }
            Row {
                anchors.verticalCenter: parent.verticalCenter
                spacing: table.gap

                DataCell { alignRight: false; emphasised: true; text: line.asset; width: table.column(0) }
                DataCell { text: line.total; width: table.column(1) }
                DataCell { stale: line.stale || table.stale; text: line.price; width: table.column(2) }
                DataCell { stale: line.stale; text: line.value; width: table.column(3) }
                DataCell { text: line.debt; width: table.column(4) }
            }
            HoverHandler { id: hover }
            AppToolTip {
                text: line.exactText
                visible: hover.hovered
            }
        }
    }

    function column(index: int): real {
        const free = table.width - 4 * table.gap
        const before = table.shares.slice(0, index).reduce((sum, share) => sum + share, 0)
        return Math.round(free * (before + table.shares[index])) - Math.round(free * before)
    }
}
