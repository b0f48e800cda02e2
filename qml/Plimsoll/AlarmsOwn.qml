// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// A person's own alarms as sentences.
ListView {
    id: list

    required property RuleEditorViewModel rules

    Accessible.name: qsTr("Own alarms")
    Accessible.role: Accessible.List
    boundsBehavior: Flickable.StopAtBounds
    clip: true
    implicitHeight: 120
    model: rules.rows
    objectName: "ownAlarms"
    spacing: Theme.s2

    T.ScrollBar.vertical: AppScrollBar {}

    delegate: RowLayout {
        id: row

        required property string ruleId
        required property string sentence
        required property string stateText
        required property bool on

        spacing: Theme.s3
        width: list.width - 12

        AppSwitch {
            id: power
            Accessible.name: row.sentence
            checked: row.on
            objectName: "ruleOn-" + row.ruleId

            onToggled: {
                list.rules.setOn(row.ruleId, checked)
                checked = Qt.binding(() => row.on)
            }
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: 2

            AppText {
                Layout.fillWidth: true
                color: row.on ? Theme.text : Theme.muted
                objectName: "ruleSentence-" + row.ruleId
                text: row.sentence
                wrapMode: Text.Wrap
            }
            AppText {
                Layout.fillWidth: true
                color: Theme.muted
                font.pixelSize: Theme.smallSize
                text: row.stateText
                visible: text.length > 0
                wrapMode: Text.Wrap
            }
        }
        AppButton {
            objectName: "ruleEdit-" + row.ruleId
            small: true
            text: qsTr("Edit…")

            onClicked: list.rules.edit(row.ruleId)
        }
    }

    AppText {
        anchors.centerIn: parent
        color: Theme.muted
        horizontalAlignment: Text.AlignHCenter
        objectName: "ownAlarmsEmpty"
        text: qsTr("Early warning, margin call, closeness to liquidation and liquidation are always watched. "
                   + "Add an alarm of your own for a level, a distance, a price or interest.")
        visible: list.count === 0
        width: Math.min(parent.width - 2 * Theme.s3, 460)
        wrapMode: Text.Wrap
    }
}
