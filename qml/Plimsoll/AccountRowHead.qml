// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// The heads of the rows' columns; those of the bar stand over its marks, which are at the same places in every row.
Item {
    id: head

    required property AccountColumns columns
    readonly property real barLeft: columns.inset + columns.title + columns.stateWord + columns.level + 3 * columns.gap
    readonly property real distanceLeft: barLeft + columns.distanceLeft

    implicitHeight: 28

    component Head: HeaderCell {
        height: head.height
    }
    component Mark: AppText {
        required property real place

        Accessible.ignored: true
        color: Theme.muted
        font.pixelSize: 11
        height: head.height
        verticalAlignment: Text.AlignVCenter
        x: Math.round(head.barLeft + place * head.columns.bar - implicitWidth / 2)
    }

    Head { alignRight: false; text: head.columns.head(AccountRows.Title); width: head.columns.title; x: head.columns.inset }
    Head {
        alignRight: false
        text: head.columns.head(AccountRows.State)
        width: head.columns.stateWord
        x: head.columns.inset + head.columns.title + head.columns.gap
    }
    Head {
        text: head.columns.head(AccountRows.Level)
        width: head.columns.level
        x: head.barLeft - head.columns.gap - width
    }
    // Words that would touch on a short bar go, the one of the call last.
    Mark {
        id: liquidation
        place: head.columns.rows.liquidationPlace
        text: qsTr("liq")
        visible: head.columns.bar > 0 && x + implicitWidth + 4 <= call.x
    }
    Mark {
        id: call
        place: head.columns.rows.callPlace
        text: qsTr("call")
        visible: head.columns.bar > 0
    }
    Mark {
        place: head.columns.rows.initialPlace
        text: qsTr("initial")
        visible: head.columns.bar > 0 && call.x + call.implicitWidth + 4 <= x
    }
    AppText {
        Accessible.ignored: true
        color: Theme.muted
        font.pixelSize: 11
        height: head.height
        text: qsTr("safer ›")
        verticalAlignment: Text.AlignVCenter
        visible: head.columns.bar >= 150
        x: Math.round(head.barLeft + head.columns.bar - implicitWidth)
    }
    Head {
        alignRight: false
        objectName: "sparkHead"
        text: qsTr("24 h")
        visible: head.columns.spark > 0
        width: head.columns.spark
        x: head.barLeft + head.columns.sparkLeft
    }
    Head { text: head.columns.head(AccountRows.Distance); width: head.columns.distance; x: head.distanceLeft }
    Head {
        text: head.columns.head(AccountRows.CallPrice)
        visible: head.columns.callPrice > 0
        width: head.columns.callPrice
        x: head.distanceLeft + head.columns.distance + head.columns.gap
    }
    Head {
        text: head.columns.head(AccountRows.ToSafe)
        width: head.columns.toSafe
        x: head.distanceLeft + head.columns.toSafeLeft
    }
}
