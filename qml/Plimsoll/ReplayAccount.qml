// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme

// One account of a replay: its level and state at the moment that is shown, and what became of it. Choosing it draws it.
Item {
    id: row

    required property string title
    required property string levelText
    required property int riskState
    required property string outcomeText
    property bool isChosen: false

    signal chosen()

    Accessible.checkable: true
    Accessible.checked: row.isChosen
    Accessible.description: outcomeText
    Accessible.name: qsTr("%1 %2, %3").arg(title).arg(levelText).arg(Theme.stateWord(riskState))
    Accessible.onPressAction: row.chosen()
    Accessible.role: Accessible.RadioButton
    activeFocusOnTab: true
    implicitHeight: lines.implicitHeight + 8
    objectName: "replayAccount"

    Keys.onReturnPressed: row.chosen()
    Keys.onSpacePressed: row.chosen()

    TapHandler { onTapped: row.chosen() }

    Rectangle {
        anchors.fill: parent
        border.color: row.isChosen ? Theme.accent : "transparent"
        border.width: 1.5
        color: "transparent"
        radius: 6
    }
    FocusRing { active: row.activeFocus }
    ColumnLayout {
        id: lines
        anchors { left: parent.left; leftMargin: 8; right: parent.right; rightMargin: 8; verticalCenter: parent.verticalCenter }
        spacing: 2

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.s2

            NameText {
                Layout.fillWidth: true
                Accessible.ignored: true
                font.weight: Font.Medium
                text: row.title
            }
            DataCell {
                Accessible.ignored: true
                elide: Text.ElideNone
                emphasised: true
                text: row.levelText
            }
            StateBadge {
                Accessible.ignored: true
                riskState: row.riskState
            }
        }
        AppText {
            Layout.fillWidth: true
            Accessible.ignored: true
            color: Theme.muted
            font.pixelSize: Theme.smallSize
            text: row.outcomeText
            wrapMode: Text.Wrap
        }
    }
}
