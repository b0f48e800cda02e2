// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// All accounts in one strip, most urgent first, while the dock takes the page: no page ever hides their state.
Rectangle {
    id: strip

    required property AppViewModel app

    signal chosen(string accountId)

    Accessible.name: qsTr("Accounts")
    Accessible.role: Accessible.List
    color: Theme.background
    implicitHeight: 36
    objectName: "accountChips"

    Rectangle {
        anchors { bottom: parent.bottom; left: parent.left; right: parent.right }
        color: Theme.line
        height: Theme.hairline
    }
    ListView {
        id: list

        readonly property bool scrollsSideways: true

        anchors { fill: parent; leftMargin: Theme.s3 - Theme.ringRoom; rightMargin: Theme.s3 - Theme.ringRoom }
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        leftMargin: Theme.ringRoom
        model: strip.visible ? strip.app.dashboard.chips : null
        orientation: ListView.Horizontal
        rightMargin: Theme.ringRoom
        spacing: Theme.s2

        delegate: T.AbstractButton {
            id: chip

            required property string accountId
            required property string title
            required property string stateWord
            required property string levelText
            required property int riskState

            Accessible.name: qsTr("%1, %2, %3").arg(title).arg(stateWord).arg(levelText)
            Accessible.onPressAction: chip.clicked()
            Accessible.role: Accessible.Button
            focusPolicy: Qt.StrongFocus
            height: 28
            hoverEnabled: true
            leftPadding: 10
            objectName: "chip-" + accountId
            rightPadding: 10
            width: implicitContentWidth + leftPadding + rightPadding
            y: 3

            onActiveFocusChanged: if (chip.activeFocus) list.positionViewAtIndex(list.indexAt(chip.x + 1, 10), ListView.Contain)
            onClicked: strip.chosen(chip.accountId)

            background: Rectangle {
                border.color: chip.riskState >= RiskState.MarginCall ? Theme.stateColor(chip.riskState) : Theme.outline
                border.width: Theme.hairline
                color: chip.hovered ? Theme.hover : "transparent"
                radius: Theme.radiusControl

                FocusRing { active: chip.visualFocus }
            }
            contentItem: Row {
                spacing: 6

                StateShape {
                    anchors.verticalCenter: parent.verticalCenter
                    Accessible.ignored: true
                    riskState: chip.riskState
                    size: 11
                }
                AppText {
                    anchors.verticalCenter: parent.verticalCenter
                    Accessible.ignored: true
                    color: Theme.muted
                    text: chip.title
                    width: Math.min(Math.ceil(implicitWidth), 160)
                }
                AppText {
                    anchors.verticalCenter: parent.verticalCenter
                    Accessible.ignored: true
                    elide: Text.ElideNone
                    font.weight: Font.Medium
                    text: chip.levelText
                }
            }
        }
    }
}
