// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// Everything that is changed, in the order in which it takes effect; each can be taken back alone.
ColumnLayout {
    id: list

    required property WhatIfViewModel whatIf

    Accessible.name: qsTr("What is changed")
    Accessible.role: Accessible.List
    spacing: Theme.s1

    RowLayout {
        Layout.fillWidth: true

        SectionHeader {
            Layout.fillWidth: true
            title: qsTr("What is changed")
        }
        AppButton {
            enabled: lines.count > 0
            objectName: "whatIfReset"
            small: true
            text: qsTr("Reset")

            onClicked: list.whatIf.reset()
        }
    }
    AppText {
        Layout.fillWidth: true
        color: Theme.muted
        text: qsTr("Nothing yet: the accounts are as they are.")
        visible: lines.count === 0
        wrapMode: Text.Wrap
    }
    Repeater {
        id: lines
        model: list.whatIf.lines

        RowLayout {
            id: line

            required property int index
            required property string key
            required property string text
            required property string problem

            Layout.fillWidth: true
            Accessible.description: problem
            Accessible.name: text
            Accessible.role: Accessible.ListItem
            objectName: "whatIfLine-" + index
            spacing: Theme.s2

            ColumnLayout {
                Layout.fillWidth: true
                spacing: 0

                AppText {
                    Layout.fillWidth: true
                    Accessible.ignored: true
                    text: line.text
                    wrapMode: Text.Wrap
                }
                AppText {
                    Layout.fillWidth: true
                    Accessible.name: text
                    Accessible.role: Accessible.AlertMessage
                    color: Theme.liquidation
                    font.pixelSize: Theme.smallSize
                    objectName: "whatIfLineProblem-" + line.index
                    text: line.problem
                    visible: text.length > 0
                    wrapMode: Text.Wrap
                }
            }
            IconButton {
                iconName: "close"
                objectName: "whatIfTakeBack-" + line.index
                text: qsTr("Take back: %1").arg(line.text)

                onClicked: list.whatIf.remove(line.key)
            }
        }
    }
}
