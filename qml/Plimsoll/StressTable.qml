// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// The chosen account at every fifth percent.
Column {
    id: table

    required property StressViewModel stress
    readonly property bool showsToCall: width >= 330
    readonly property bool showsEquity: width >= 430

    component Cell: DataCell {
        Accessible.ignored: true
        anchors.verticalCenter: parent.verticalCenter
        elide: Text.ElideNone
    }

    Item {
        height: 26
        width: parent.width

        HeaderCell { alignRight: true; anchors.verticalCenter: parent.verticalCenter; text: qsTr("Move"); width: 62 }
        HeaderCell { alignRight: true; anchors.verticalCenter: parent.verticalCenter; text: qsTr("Level"); width: 64; x: 66 }
        HeaderCell { alignRight: false; anchors.verticalCenter: parent.verticalCenter; text: qsTr("State"); x: 142 }
        HeaderCell {
            alignRight: true
            anchors.verticalCenter: parent.verticalCenter
            text: qsTr("To call")
            visible: table.showsToCall
            width: 72
            x: table.showsEquity ? 252 : parent.width - width
        }
        HeaderCell {
            alignRight: true
            anchors.verticalCenter: parent.verticalCenter
            text: qsTr("Equity %1").arg(table.stress.unit)
            visible: table.showsEquity
            width: parent.width - x
            x: 330
        }
    }
    ListView {
        Accessible.name: qsTr("Levels at moves of prices")
        Accessible.role: Accessible.Table
        height: count * 26
        interactive: false // the page scrolls
        model: table.stress.table
        objectName: "stressTable"
        width: parent.width

        delegate: Item {
            id: row

            required property string shockText
            required property string levelText
            required property int riskState
            required property string toCallText
            required property string equityText
            required property bool isNow

            Accessible.name: qsTr("%1: %2, %3, to call %4, equity %5 %6").arg(shockText).arg(levelText)
                             .arg(Theme.stateWord(riskState)).arg(toCallText).arg(equityText).arg(table.stress.unit)
            Accessible.role: Accessible.Row
            height: 26
            width: ListView.view.width

            Rectangle {
                anchors.fill: parent
                color: row.isNow ? Theme.hover : "transparent"
            }
            Cell { color: Theme.muted; text: row.shockText; width: 62 }
            Cell { emphasised: true; text: row.levelText; width: 64; x: 66 }
            StateBadge {
                Accessible.ignored: true
                anchors.verticalCenter: parent.verticalCenter
                font.pixelSize: 13
                riskState: row.riskState
                x: 142
            }
            Cell {
                text: row.toCallText
                visible: table.showsToCall
                width: 72
                x: table.showsEquity ? 252 : row.width - width
            }
            Cell { text: row.equityText; visible: table.showsEquity; width: row.width - x; x: 330 }
        }
    }
}
