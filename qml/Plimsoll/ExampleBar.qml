// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// Says that these accounts are the reference example, and moves through its days.
Rectangle {
    id: bar

    required property ExampleControl example
    readonly property int day: example?.dayIndex ?? 0
    readonly property bool playing: example?.playing ?? false

    color: Theme.raised
    implicitHeight: 44
    objectName: "exampleBar"

    Rectangle {
        anchors { bottom: parent.bottom; left: parent.left; right: parent.right }
        color: Theme.line
        height: Theme.hairline
    }
    RowLayout {
        anchors { fill: parent; leftMargin: Theme.s4; rightMargin: Theme.s4 }
        spacing: Theme.s2

        AppText {
            font.weight: Font.Medium
            objectName: "exampleDay"
            text: qsTr("Reference example · %1").arg(bar.example?.dayTitle ?? "")
        }
        AppText {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.s2
            color: Theme.muted
            text: qsTr("the same money, once in the cross account and once in two isolated ones")
            visible: bar.width >= 900
        }
        Item { Layout.fillWidth: true; visible: bar.width < 900 }
        AppButton {
            enabled: bar.day > 0
            objectName: "examplePrevious"
            small: true
            text: qsTr("Back")

            onClicked: bar.example?.previous()
        }
        AppButton {
            objectName: "examplePlay"
            small: true
            text: bar.playing ? qsTr("Pause") : qsTr("Play")

            onClicked: bar.playing ? bar.example?.pause() : bar.example?.play()
        }
        AppButton {
            enabled: bar.day < (bar.example?.dayCount ?? 1) - 1
            objectName: "exampleNext"
            small: true
            text: qsTr("Next day")

            onClicked: bar.example?.next()
        }
    }
}
