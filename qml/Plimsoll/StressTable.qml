// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// The level at every fifth percent.
Item {
    id: table

    required property StressViewModel stress
    readonly property int lineHeight: 26
    readonly property alias count: rows.count

    Accessible.name: qsTr("Levels at moves of prices")
    Accessible.role: Accessible.Table
    implicitHeight: rows.count * lineHeight // the page scrolls
    objectName: "stressTable"

    Repeater {
        id: rows
        model: table.stress.table

        Item {
            id: row

            required property int index
            required property string shockText
            required property string levelText
            required property int riskState
            required property bool isNow

            Accessible.name: qsTr("%1: %2, %3").arg(shockText).arg(levelText).arg(Theme.stateWord(riskState))
            Accessible.role: Accessible.Row
            height: table.lineHeight
            width: table.width
            y: index * height

            Rectangle {
                anchors.fill: parent
                color: row.isNow ? Theme.hover : "transparent"
            }
            DataCell {
                Accessible.ignored: true
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.muted
                elide: Text.ElideNone
                text: row.shockText
                width: 62
            }
            DataCell {
                Accessible.ignored: true
                anchors.verticalCenter: parent.verticalCenter
                elide: Text.ElideNone
                emphasised: true
                text: row.levelText
                width: 64
                x: 66
            }
            StateBadge {
                Accessible.ignored: true
                anchors.verticalCenter: parent.verticalCenter
                font.pixelSize: 13
                riskState: row.riskState
                x: 142
            }
        }
    }
}
