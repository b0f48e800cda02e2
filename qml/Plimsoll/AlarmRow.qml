// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// One alarm that stands. Buttons stand beside the words, or below them where there is little room.
Item {
    id: row

    required property AlarmsViewModel alarms
    required property string rowId
    required property int riskState
    required property string headline
    required property string stateText
    required property string sinceText
    required property string remark
    required property bool unacknowledged
    required property bool canAcknowledge
    required property bool canSnooze
    required property bool canSnoozeLong
    required property bool canHandle
    required property string sentence
    readonly property bool roomy: width >= 640

    Accessible.name: sentence
    Accessible.role: Accessible.ListItem
    implicitHeight: grid.implicitHeight + 2 * 12
    objectName: "alarm-" + rowId

    AccentPanel {
        anchors.fill: parent
        accentColor: row.unacknowledged ? Theme.stateColor(row.riskState) : "transparent"
    }
    GridLayout {
        id: grid
        anchors { left: parent.left; leftMargin: 20; right: parent.right; rightMargin: Theme.s3; verticalCenter: parent.verticalCenter }
        columnSpacing: Theme.s3
        columns: row.roomy ? 2 : 1
        rowSpacing: Theme.s2

        RowLayout {
            Layout.fillWidth: true
            spacing: 12

            StateShape {
                Layout.alignment: Qt.AlignTop
                Layout.topMargin: 3
                Accessible.ignored: true
                riskState: row.riskState
                size: 14
            }
            ColumnLayout {
                Layout.fillWidth: true
                spacing: 2

                AppText {
                    Layout.fillWidth: true
                    Accessible.ignored: true
                    font.weight: row.unacknowledged ? Font.Medium : Font.Normal
                    objectName: "alarmTitle-" + row.rowId
                    text: row.headline
                    wrapMode: Text.Wrap
                }
                AppText {
                    Layout.fillWidth: true
                    Accessible.ignored: true
                    color: Theme.muted
                    font.pixelSize: Theme.smallSize
                    objectName: "alarmState-" + row.rowId
                    text: row.remark.length > 0 ? qsTr("%1 · %2 · %3").arg(row.stateText).arg(row.sinceText).arg(row.remark)
                                                : qsTr("%1 · %2").arg(row.stateText).arg(row.sinceText)
                    wrapMode: Text.Wrap
                }
            }
        }
        Flow {
            Layout.fillWidth: !row.roomy
            Layout.leftMargin: row.roomy ? 0 : 26
            spacing: Theme.s2

            AppButton {
                objectName: "alarmHandled-" + row.rowId
                small: true
                text: qsTr("Dealt with")
                visible: row.canHandle

                onClicked: row.alarms.handled(row.rowId)
            }
            AppButton {
                id: brief
                objectName: "alarmSnooze-" + row.rowId
                small: true
                text: qsTr("Snooze 5 min")
                visible: row.canSnooze

                onClicked: row.alarms.snooze(row.rowId, 5)

                HoverTip { over: brief; shown: brief.hovered; text: qsTr("Snooze every alarm of this account") }
            }
            AppButton {
                id: longer
                objectName: "alarmSnoozeLong-" + row.rowId
                small: true
                text: qsTr("Snooze 15 min")
                visible: row.canSnoozeLong

                onClicked: row.alarms.snooze(row.rowId, 15)

                HoverTip { over: longer; shown: longer.hovered; text: qsTr("Snooze every alarm of this account") }
            }
            AppButton {
                objectName: "alarmWhy-" + row.rowId
                small: true
                text: qsTr("Why?")

                onClicked: row.alarms.explain(row.rowId)
            }
            AppButton {
                objectName: "alarmAcknowledge-" + row.rowId
                small: true
                text: qsTr("Acknowledge")
                variant: AppButton.Primary
                visible: row.canAcknowledge

                onClicked: row.alarms.acknowledge(row.rowId)
            }
        }
    }
}
