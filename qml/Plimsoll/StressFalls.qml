// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// Which account meets which bar at which move, the smallest fall first; what the cursor has passed stands out.
Item {
    id: falls

    required property StressViewModel stress
    readonly property int lineHeight: 26
    readonly property alias count: rows.count

    Accessible.name: qsTr("Who is called when")
    Accessible.role: Accessible.List
    implicitHeight: rows.count * lineHeight // the page scrolls
    objectName: "stressFalls"

    Repeater {
        id: rows
        model: falls.stress.falls

        Item {
            id: row

            required property int index
            required property string shockText
            required property string title
            required property string accountId
            required property int riskState
            required property bool isPassed

            Accessible.name: qsTr("%1 at %2: %3").arg(title).arg(shockText).arg(Theme.stateWord(riskState))
            Accessible.role: Accessible.ListItem
            height: falls.lineHeight
            opacity: isPassed || Theme.highContrast ? 1 : 0.75
            width: falls.width
            y: index * height

            DataCell {
                Accessible.ignored: true
                anchors.verticalCenter: parent.verticalCenter
                elide: Text.ElideNone
                emphasised: row.isPassed
                text: row.shockText
                width: 78
            }
            StateShape {
                Accessible.ignored: true
                anchors.verticalCenter: parent.verticalCenter
                riskState: row.riskState
                size: 12
                x: 90
            }
            NameText {
                Accessible.ignored: true
                anchors.verticalCenter: parent.verticalCenter
                color: row.isPassed ? Theme.stateColor(row.riskState) : Theme.text
                font.weight: row.isPassed ? Font.Medium : Font.Normal
                text: row.title
                width: row.width - x
                x: 110
            }
            TapHandler { onTapped: falls.stress.choose(row.accountId) }
        }
    }
}
