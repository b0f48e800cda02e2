// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// When early warnings stay on the screen, and whether messages name amounts.
ColumnLayout {
    id: quiet

    required property ChannelsViewModel channels

    spacing: Theme.s2

    SectionHeader { Layout.fillWidth: true; title: qsTr("Discretion") }
    AppSwitch {
        Layout.fillWidth: true
        checked: quiet.channels.hideAmounts
        objectName: "hideAmounts"
        text: qsTr("No amounts in notifications and messages")

        onToggled: {
            quiet.channels.hideAmounts = checked
            checked = Qt.binding(() => quiet.channels.hideAmounts)
        }
    }
    AppSwitch {
        Layout.fillWidth: true
        checked: quiet.channels.quietHours
        objectName: "quietHours"
        text: qsTr("Quiet hours: early warnings stay on the screen")

        onToggled: {
            quiet.channels.quietHours = checked
            checked = Qt.binding(() => quiet.channels.quietHours)
        }
    }
    LabeledField {
        Layout.fillWidth: true
        errorText: quiet.channels.quietError
        hintText: qsTr("Margin calls and worse are told at any time.")
        visible: quiet.channels.quietHours

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.s2

            AppText { text: qsTr("from") }
            AppTextField {
                accessibleName: qsTr("Quiet from")
                error: quiet.channels.quietError.length > 0
                implicitWidth: 96
                maximumLength: 5
                objectName: "quietFrom"
                text: quiet.channels.quietFrom

                onEditingFinished: quiet.channels.quietFrom = text
            }
            AppText { text: qsTr("to") }
            AppTextField {
                accessibleName: qsTr("Quiet to")
                error: quiet.channels.quietError.length > 0
                implicitWidth: 96
                maximumLength: 5
                objectName: "quietTo"
                text: quiet.channels.quietTo

                onEditingFinished: quiet.channels.quietTo = text
            }
            Item { Layout.fillWidth: true }
        }
    }
}
