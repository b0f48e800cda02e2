// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// Shows whether an alarm would reach a person, before one has to. Closing it ends the drill.
AppDialog {
    id: dialog

    required property DrillViewModel drill
    readonly property bool wanted: drill.isOpen

    dialogWidth: 600
    followsEnd: true
    initialFocusItem: start
    objectName: "drillDialog"
    subtitle: qsTr("A practice account falls into a margin call, and everything that is switched on tells you, faster than in earnest. "
                   + "Nothing is booked and your own accounts stay watched.")
    title: qsTr("Fire drill")

    Component.onCompleted: if (wanted) dialog.open()
    onClosed: drill.close()
    onWantedChanged: wanted ? dialog.open() : dialog.close()

    AppText {
        Layout.fillWidth: true
        objectName: "drillStatus"
        text: dialog.drill.statusText
        wrapMode: Text.Wrap
    }
    ColumnLayout {
        Layout.fillWidth: true
        spacing: Theme.s2
        visible: steps.count > 0

        Repeater {
            id: steps
            model: dialog.drill.steps

            RowLayout {
                id: step

                required property string at
                required property string channel
                required property string result
                required property int riskState

                Layout.fillWidth: true
                Accessible.name: qsTr("%1, %2: %3").arg(step.at).arg(step.channel).arg(step.result)
                Accessible.role: Accessible.ListItem
                spacing: 12

                DataCell { Layout.preferredWidth: 56; Accessible.ignored: true; color: Theme.muted; text: step.at }
                StateShape {
                    Accessible.ignored: true
                    riskState: step.riskState
                    size: 12
                }
                AppText { Layout.fillWidth: true; Layout.preferredWidth: 1; Accessible.ignored: true; text: step.channel }
                AppText {
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    Accessible.ignored: true
                    color: Theme.muted
                    objectName: "drillResult"
                    text: step.result
                    wrapMode: Text.Wrap
                }
            }
        }
    }
    AppText {
        Layout.fillWidth: true
        font.weight: Font.Medium
        objectName: "drillReaction"
        text: dialog.drill.reactionText
        visible: text.length > 0
        wrapMode: Text.Wrap
    }

    actions: [ // nothing that starts comes where "Acknowledge" was
        Item { Layout.fillWidth: true },
        AppButton {
            id: start
            objectName: "drillStart"
            text: dialog.drill.running ? qsTr("Stop") : qsTr("Start the drill")
            variant: dialog.drill.running ? AppButton.Secondary : AppButton.Primary

            onClicked: dialog.drill.running ? dialog.drill.stop() : dialog.drill.start()
        },
        AppButton {
            objectName: "drillClose"
            text: qsTr("Close")

            onClicked: dialog.close()
        },
        AppButton {
            objectName: "drillAcknowledge"
            text: qsTr("Acknowledge")
            variant: AppButton.Primary
            visible: dialog.drill.running

            onClicked: dialog.drill.acknowledge()
        }
    ]
}
