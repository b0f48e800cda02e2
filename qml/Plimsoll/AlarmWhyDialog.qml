// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// What an alarm knew at the moment of its decision.
AppDialog {
    id: dialog

    required property AlarmWhyViewModel why
    readonly property bool wanted: why.isOpen

    dialogWidth: 600
    initialFocusItem: done
    objectName: "alarmWhyDialog"
    subtitle: why.subtitle
    title: why.title

    Component.onCompleted: if (wanted) dialog.open()
    onClosed: why.close()
    onWantedChanged: wanted ? dialog.open() : dialog.close()

    ColumnLayout {
        Layout.fillWidth: true
        spacing: 0
        visible: rows.count > 0

        SectionHeader { Layout.fillWidth: true; title: qsTr("As it was then") }
        Repeater {
            id: rows
            model: dialog.why.labels

            InfoRow {
                required property string modelData
                required property int index

                Layout.fillWidth: true
                label: modelData
                lineBelow: index + 1 < rows.count
                objectName: "alarmWhyRow"
                value: dialog.why.values[index] ?? ""
            }
        }
    }
    AppText {
        Layout.fillWidth: true
        color: Theme.muted
        objectName: "alarmWhyEmpty"
        text: dialog.why.emptyText
        visible: text.length > 0
        wrapMode: Text.Wrap
    }

    actions: [
        Item { Layout.fillWidth: true },
        AppButton {
            id: done
            objectName: "alarmWhyClose"
            text: qsTr("Close")

            onClicked: dialog.close()
        }
    ]
}
