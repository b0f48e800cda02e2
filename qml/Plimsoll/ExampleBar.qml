// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// Says that these accounts are the reference example, moves through its days, and leads out of it. It lies above every dialog: the story
// must be held and turned back where it has just opened one.
T.Popup {
    id: bar

    required property AppViewModel app
    readonly property ExampleControl example: app.example
    readonly property int day: example?.dayIndex ?? 0
    readonly property bool playing: example?.playing ?? false
    readonly property bool narrow: width < 900

    closePolicy: T.Popup.NoAutoClose
    dim: false
    focus: false
    height: 44
    leftPadding: Theme.s4
    modal: false
    objectName: "exampleBar"
    parent: T.Overlay.overlay
    rightPadding: Theme.s4
    visible: app.isExample
    width: parent?.width ?? 0
    z: 1

    background: Rectangle {
        color: Theme.raised

        Rectangle {
            anchors { bottom: parent.bottom; left: parent.left; right: parent.right }
            color: Theme.line
            height: Theme.hairline
        }
    }

    RowLayout {
        anchors.fill: parent
        spacing: Theme.s2

        AppText {
            Layout.fillWidth: bar.narrow
            font.weight: Font.Medium
            objectName: "exampleDay"
            text: bar.width < 640 ? bar.example?.dayTitle ?? "" : qsTr("Reference example · %1").arg(bar.example?.dayTitle ?? "")
        }
        AppText {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.s2
            color: Theme.muted
            text: qsTr("the same money, once in the cross account and once in two isolated ones")
            visible: !bar.narrow
        }
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
        AppButton {
            Accessible.name: qsTr("Leave the example")
            objectName: "exampleLeave"
            small: true
            text: bar.narrow ? qsTr("Leave") : qsTr("Leave the example")
            variant: AppButton.Quiet

            onClicked: bar.app.leaveExample()
        }
    }
}
