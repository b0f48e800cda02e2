// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme

// One asset where columns have no room: its value beside its name, and below them how much of it at which price.
ColumnLayout {
    id: lines

    required property string asset
    required property string total
    required property string price
    required property string value
    required property string debt
    required property bool stale
    required property bool tableStale

    spacing: 2

    component Figure: Row {
        id: figure

        required property string label
        required property string value
        property bool stale: false

        spacing: 4

        AppText { color: Theme.muted; font.pixelSize: Theme.smallSize; text: figure.label }
        DataCell { alignRight: false; font.pixelSize: Theme.smallSize; stale: figure.stale; text: figure.value }
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.s2

        DataCell { Layout.fillWidth: true; alignRight: false; emphasised: true; text: lines.asset; wrapMode: Text.WrapAnywhere }
        DataCell { stale: lines.stale; text: lines.value }
    }
    Flow {
        Layout.fillWidth: true
        spacing: 12

        Figure { label: qsTr("Total"); value: lines.total }
        Figure { label: qsTr("Price"); stale: lines.stale || lines.tableStale; value: lines.price }
        Figure { label: qsTr("Debt"); value: lines.debt }
    }
}
