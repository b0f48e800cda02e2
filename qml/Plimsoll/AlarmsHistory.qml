// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// Every step of every alarm, newest first. Enter or a click explains one; Ctrl+F searches.
ColumnLayout {
    id: page

    required property AlarmHistoryViewModel history
    readonly property alias steps: list
    readonly property int timeWidth: 140
    readonly property int levelWidth: 72
    readonly property bool whatShown: width >= 640 // else only in words

    objectName: "alarmsHistory"
    spacing: Theme.s2

    Binding { target: page.history; property: "active"; value: page.visible }
    Shortcut {
        enabled: page.visible
        sequence: "Ctrl+F"

        onActivated: search.forceActiveFocus(Qt.ShortcutFocusReason)
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.s2

        AppTextField {
            id: search
            Layout.fillWidth: true
            Layout.minimumWidth: 80
            accessibleName: qsTr("Search the history of alarms")
            implicitHeight: 36
            maximumLength: 200
            objectName: "alarmSearch"
            placeholderText: qsTr("Search")
            text: page.history.text

            onTextEdited: page.history.text = text
            Keys.onDownPressed: list.forceActiveFocus(Qt.TabFocusReason)
            Keys.onEscapePressed: page.history.text = ""
        }
        ChoiceBox {
            Layout.fillWidth: true
            Layout.maximumWidth: 200
            accessibleName: qsTr("Account")
            chosen: page.history.accountIndex
            implicitHeight: 36
            model: page.history.accountNames
            objectName: "alarmHistoryAccount"

            onPicked: index => page.history.accountIndex = index
        }
        ChoiceBox {
            Layout.fillWidth: true
            Layout.maximumWidth: 220
            accessibleName: qsTr("Kind of alarm")
            chosen: page.history.conditionIndex
            implicitHeight: 36
            model: page.history.conditionNames
            objectName: "alarmHistoryKind"

            onPicked: index => page.history.conditionIndex = index
        }
    }
    RowLayout {
        Layout.fillWidth: true
        Layout.rightMargin: 12
        spacing: Theme.s3
        visible: list.count > 0

        HeaderCell { Layout.preferredWidth: page.timeWidth; alignRight: false; text: qsTr("Time") }
        HeaderCell { Layout.fillWidth: true; Layout.preferredWidth: 3; alignRight: false; text: qsTr("Alarm") }
        HeaderCell { Layout.fillWidth: true; Layout.preferredWidth: 2; alignRight: false; text: qsTr("What happened"); visible: page.whatShown }
        HeaderCell { Layout.preferredWidth: page.levelWidth; text: qsTr("Level") }
    }
    ListView {
        id: list
        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.minimumHeight: 120
        Accessible.name: qsTr("History of alarms")
        Accessible.role: Accessible.Table
        activeFocusOnTab: true
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        keyNavigationEnabled: true
        model: page.history.rows
        objectName: "alarmHistoryRows"
        reuseItems: true

        Keys.onPressed: event => {
            event.accepted = [Qt.Key_Home, Qt.Key_End, Qt.Key_Return, Qt.Key_Enter, Qt.Key_Space].includes(event.key)
            if (event.key === Qt.Key_Home || event.key === Qt.Key_End)
                currentIndex = event.key === Qt.Key_Home ? 0 : count - 1
            else if (event.accepted)
                page.history.explain(currentIndex)
        }

        T.ScrollBar.vertical: AppScrollBar {}

        delegate: AlarmStepRow {
            current: ListView.isCurrentItem && list.activeFocus
            levelWidth: page.levelWidth
            timeWidth: page.timeWidth
            whatShown: page.whatShown
            width: list.width

            onChosen: {
                list.currentIndex = index
                list.forceActiveFocus(Qt.MouseFocusReason)
                page.history.explain(index)
            }
        }

        AppText {
            anchors.centerIn: parent
            color: Theme.muted
            horizontalAlignment: Text.AlignHCenter
            objectName: "alarmHistoryEmpty"
            text: page.history.emptyText
            visible: list.count === 0
            width: Math.min(parent.width - 2 * Theme.s3, 460)
            wrapMode: Text.Wrap
        }
    }
    AppText {
        Layout.fillWidth: true
        color: Theme.muted
        font.pixelSize: Theme.smallSize
        objectName: "alarmHistorySummary"
        text: page.history.summary
        visible: text.length > 0
        wrapMode: Text.Wrap
    }
}
