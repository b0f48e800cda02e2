// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme

// One price in use.
Item {
    id: row

    required property string asset
    required property string quote
    required property string price
    required property string exact
    required property string route
    required property string age
    required property string stateText
    required property bool usable
    required property bool narrow
    required property int assetWidth
    required property int priceWidth
    required property int ageWidth
    required property int stateWidth
    required property bool current

    Accessible.name: asset + ": " + price + " " + quote + ", " + stateText + ", " + age
    Accessible.role: Accessible.Row
    implicitHeight: narrow ? 56 : 35

    Rectangle {
        anchors { left: parent.left; right: parent.right; top: parent.top }
        color: Theme.line
        height: Theme.hairline
    }
    Rectangle {
        anchors.fill: parent
        anchors.margins: 1
        border.color: Theme.accent
        border.width: row.current ? 2 : 0
        color: "transparent"
        radius: 4
    }
    RowLayout {
        anchors { fill: parent; rightMargin: 12 }
        spacing: Theme.s3
        visible: !row.narrow

        DataCell { Layout.preferredWidth: row.assetWidth; alignRight: false; emphasised: true; text: row.asset }
        DataCell { Layout.preferredWidth: row.priceWidth; stale: !row.usable; text: row.price + " " + row.quote }
        DataCell { Layout.fillWidth: true; alignRight: false; color: Theme.muted; text: row.route }
        DataCell { Layout.preferredWidth: row.ageWidth; color: Theme.muted; text: row.age }
        DataCell {
            Layout.preferredWidth: row.stateWidth
            color: row.usable ? Theme.muted : Theme.liquidation
            emphasised: !row.usable
            text: row.stateText
        }
    }
    GridLayout {
        anchors { bottomMargin: 6; fill: parent; rightMargin: 12; topMargin: 6 }
        columnSpacing: Theme.s3
        columns: 2
        rowSpacing: 2
        visible: row.narrow

        DataCell { Layout.fillWidth: true; alignRight: false; emphasised: true; text: row.asset }
        DataCell { stale: !row.usable; text: row.price + " " + row.quote }
        DataCell { Layout.fillWidth: true; alignRight: false; color: Theme.muted; font.pixelSize: Theme.smallSize; text: row.route }
        DataCell {
            color: row.usable ? Theme.muted : Theme.liquidation
            font.pixelSize: Theme.smallSize
            text: row.stateText + " · " + row.age
        }
    }
    HoverHandler { id: hover }
    TapHandler {
        acceptedButtons: Qt.RightButton

        onTapped: copyMenu.offer(row.exact)
    }
    CopyMenu { id: copyMenu }
    HoverTip { over: row; shown: hover.hovered; text: row.exact }
}
