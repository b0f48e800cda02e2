// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// What a glance must tell: whether the figures are fresh, and which account is nearest to its call.
Rectangle {
    id: bar

    required property AppViewModel app
    readonly property DashboardViewModel dashboard: app.dashboard
    readonly property int edge: width >= 520 ? Theme.s4 : Theme.s3
    property MainMenu menu: null

    signal aboutRequested()
    signal keysRequested()

    color: Theme.surface
    implicitHeight: 56
    objectName: "statusBar"

    Rectangle {
        anchors { bottom: parent.bottom; left: parent.left; right: parent.right }
        color: Theme.line
        height: Theme.hairline
    }
    RowLayout {
        anchors { fill: parent; leftMargin: bar.edge; rightMargin: bar.edge }
        spacing: bar.width >= 520 ? Theme.s3 : Theme.s2

        PlimsollMark { size: 22 }
        AppText {
            elide: Text.ElideNone
            font.pixelSize: 16
            font.weight: Font.Medium
            text: qsTr("Plimsoll")
            visible: bar.width >= 560
        }
        AgeDot {
            freshness: bar.dashboard.freshness
            objectName: "feedState"
            text: bar.dashboard.feedText
        }
        Row {
            Layout.leftMargin: Theme.s2
            Accessible.name: qsTr("Accounts by state")
            Accessible.role: Accessible.List
            objectName: "stateCounts"
            spacing: 12
            visible: bar.dashboard.hasAccounts && bar.width >= 1180

            Repeater {
                model: bar.dashboard.counts

                StateCountLabel {}
            }
            AppText {
                color: Theme.muted
                elide: Text.ElideNone
                text: bar.dashboard.totalText
            }
        }
        Item { Layout.fillWidth: true }
        AppText {
            color: Theme.muted
            elide: Text.ElideNone
            text: qsTr("Nearest to call")
            visible: bar.dashboard.hasWorst && bar.width >= 960
        }
        AppText {
            Layout.maximumWidth: Math.max(60, bar.width - 640)
            objectName: "worstLabel"
            text: bar.dashboard.worstLabel
            visible: bar.dashboard.hasWorst && bar.width >= 760
        }
        AppText {
            Layout.leftMargin: -Theme.s2
            elide: Text.ElideNone
            font.weight: Font.Medium
            objectName: "worstLevel"
            text: bar.dashboard.worstLevelText
            visible: bar.dashboard.hasWorst && bar.width >= 620
        }
        StateBadge {
            objectName: "worstState"
            riskState: bar.dashboard.worstState
            visible: bar.dashboard.hasWorst && (bar.width >= 520 || !alarms.visible)
        }
        AlarmBadge {
            id: alarms
            count: bar.app.alarms.unacknowledged
            objectName: "alarmBadge"
            riskState: bar.app.alarms.worstState
            sentence: bar.app.alarms.countText

            onClicked: bar.app.alarms.openPage()
        }
        AppButton {
            objectName: "statusTopUp"
            text: qsTr("Top up…")
            variant: AppButton.Primary
            visible: bar.dashboard.hasAccounts

            onClicked: bar.app.topUp.open("")
        }
        IconButton {
            id: more
            framed: true
            iconName: "more"
            objectName: "mainMenuButton"
            text: qsTr("Menu")

            onClicked: {
                if (bar.menu === null)
                    bar.menu = menuType.createObject(more)
                bar.menu.popup(more, 0, more.height + Theme.s1)
            }
        }
    }
    Component { // made when it is first asked for
        id: menuType

        MainMenu {
            app: bar.app

            onAboutRequested: bar.aboutRequested()
            onKeysRequested: bar.keysRequested()
        }
    }
}
