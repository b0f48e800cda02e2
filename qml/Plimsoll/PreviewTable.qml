// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.ViewModels

// Two stands of an account side by side, now and after by default.
ColumnLayout {
    id: table

    required property AccountPreview first
    property AccountPreview second: null // none: one column without heads
    property string firstTitle: qsTr("now")
    property string secondTitle: qsTr("after")
    property bool withMoney: false
    readonly property bool isPair: second !== null

    spacing: 0

    Item {
        Layout.fillWidth: true
        implicitHeight: 28
        visible: table.isPair

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
        isPair: table.isPair
        first: table.first.assets
        label: qsTr("Assets")
        objectName: "previewAssets"
        second: table.second?.assets ?? ""
        visible: table.withMoney
    }
    PreviewRow {
        isPair: table.isPair
        first: table.first.debt
        label: qsTr("Debt")
        objectName: "previewDebt"
        second: table.second?.debt ?? ""
        visible: table.withMoney
    }
    PreviewRow {
        id: level
        isPair: table.isPair
        first: table.first.level
        label: qsTr("Level")
        objectName: "previewLevel"
        second: table.second?.level ?? ""
    }
    PreviewRow {
        isPair: table.isPair
        firstKnown: table.first.known
        firstState: table.first.riskState
        label: qsTr("State")
        objectName: "previewState"
        secondKnown: table.second?.known ?? false
        secondState: table.second?.riskState ?? -1
    }
    PreviewRow {
        isPair: table.isPair
        first: table.first.callPrice
        label: qsTr("Call price")
        objectName: "previewCallPrice"
        second: table.second?.callPrice ?? ""
    }
    PreviewRow {
        isPair: table.isPair
        first: table.first.liquidationPrice
        label: qsTr("Liquidation price")
        objectName: "previewLiquidationPrice"
        second: table.second?.liquidationPrice ?? ""
    }
}
