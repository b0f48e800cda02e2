// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// Name, level and state of an account, and the two ways to know more or do more.
ColumnLayout {
    id: heading

    required property AppViewModel app
    required property string accountId
    required property string title
    required property string name
    required property string levelText
    required property bool hasLevel
    required property string lastLevelText
    required property bool isStale
    required property bool isCross
    required property int riskState
    readonly property bool titled: !isCross || app.dashboard.cross.count > 1 || name.length > 0

    spacing: 0

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.s2

        AppText {
            Layout.fillWidth: !nameText.visible
            Layout.maximumWidth: heading.width - (nameText.visible ? 110 : 80)
            Accessible.role: Accessible.Heading
            font.pixelSize: 16
            font.weight: Font.Medium
            text: heading.titled ? heading.title : qsTr("Cross account")
        }
        NameText {
            id: nameText
            Layout.fillWidth: true
            color: Theme.muted
            font.pixelSize: Theme.smallSize
            text: heading.name
            visible: !heading.isCross && heading.name.length > 0
        }
        AppButton {
            Accessible.name: qsTr("Why is %1 at %2?").arg(heading.title).arg(heading.levelText)
            objectName: "why-" + heading.accountId
            small: true
            text: qsTr("Why?")
            variant: AppButton.Quiet

            onClicked: heading.app.why.open(heading.accountId, WhyViewModel.Level)
        }
        IconButton {
            id: more
            Layout.rightMargin: -10 // the dots, not their frame, stand on the edge
            iconName: "more"
            objectName: "more-" + heading.accountId
            text: qsTr("More about %1").arg(heading.title)

            onClicked: menu.popup(more, more.width - menu.width, more.height + Theme.s1)

            AccountMenu {
                id: menu
                accountId: heading.accountId
                app: heading.app
                closed: heading.riskState === RiskState.Liquidated
                riskState: heading.riskState
            }
        }
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: 14

        Item {
            Layout.alignment: Qt.AlignBaseline
            baselineOffset: level.baselineOffset
            implicitHeight: level.implicitHeight
            implicitWidth: level.implicitWidth

            HatchOverlay {
                anchors { fill: level; bottomMargin: 8; topMargin: 10 }
                visible: heading.isStale
            }
            AppText {
                id: level
                // What it was is never read as what it is.
                color: heading.lastLevelText.length > 0 ? Theme.muted : Theme.text
                elide: Text.ElideNone
                font.pixelSize: heading.isCross ? Theme.levelSize : Theme.cardLevelSize
                font.weight: Font.Light
                objectName: "level-" + heading.accountId
                text: heading.lastLevelText.length > 0 ? heading.lastLevelText : heading.levelText
            }
        }
        StateBadge {
            Layout.alignment: Qt.AlignBaseline
            font.pixelSize: 15
            objectName: "state-" + heading.accountId
            riskState: heading.riskState
        }
        Item { Layout.fillWidth: true }
    }
}
