// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.ViewModels

// Two stands of an account side by side, now and after by default.
ColumnLayout {
    id: table

    required property AccountPreview first
    required property AccountPreview second
    property string firstTitle: qsTr("now")
    property string secondTitle: qsTr("after")
    property bool withMoney: false

    spacing: 0

    Item {
        Layout.fillWidth: true
        implicitHeight: 28

        HeaderCell {
            anchors { right: secondHead.left; verticalCenter: parent.verticalCenter }
            text: table.firstTitle
            width: level.columnWidth
        }
        HeaderCell {
            id: secondHead
            anchors { right: parent.right; verticalCenter: parent.verticalCenter }
            text: table.secondTitle
            width: level.columnWidth
        }
    }
    PreviewRow {
        first: table.first.assets
        label: qsTr("Assets")
        objectName: "previewAssets"
        second: table.second.assets
        visible: table.withMoney
    }
    PreviewRow {
        first: table.first.debt
        label: qsTr("Debt")
        objectName: "previewDebt"
        second: table.second.debt
        visible: table.withMoney
    }
    PreviewRow {
        id: level
        first: table.first.level
        label: qsTr("Level")
        objectName: "previewLevel"
        second: table.second.level
    }
    PreviewRow {
        firstKnown: table.first.known
        firstState: table.first.riskState
        label: qsTr("State")
        objectName: "previewState"
        secondKnown: table.second.known
        secondState: table.second.riskState
    }
    PreviewRow {
        first: table.first.callPrice
        label: qsTr("Call price")
        objectName: "previewCallPrice"
        second: table.second.callPrice
    }
    PreviewRow {
        first: table.first.liquidationPrice
        label: qsTr("Liquidation price")
        objectName: "previewLiquidationPrice"
        second: table.second.liquidationPrice
    }
}
