// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Plimsoll.Theme

// A value between two ends, by mouse, arrows (1), Page keys, Home and End.
T.Slider {
    id: slider

    required property string accessibleName
    property int pageStep: 10
    property bool marksMiddle: false

    Accessible.name: accessibleName
    focusPolicy: Qt.StrongFocus
    implicitHeight: 28
    implicitWidth: 200
    leftPadding: 8
    rightPadding: 8
    snapMode: T.Slider.SnapAlways
    stepSize: 1

    Keys.onPressed: event => {
        const target = { [Qt.Key_PageUp]: slider.value + slider.pageStep, [Qt.Key_PageDown]: slider.value - slider.pageStep,
                         [Qt.Key_Home]: slider.from, [Qt.Key_End]: slider.to }[event.key]
        event.accepted = target !== undefined
        if (event.accepted) {
            slider.value = Math.max(slider.from, Math.min(slider.to, target))
            slider.moved()
        }
    }

    background: Item {
        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.line
            height: 4
            radius: 2
            width: parent.width - 16
            x: 8
        }
        Rectangle {
            anchors.centerIn: parent
            color: Theme.muted
            height: 12
            visible: slider.marksMiddle
            width: 1.5
        }
    }
    handle: Rectangle {
        border.color: slider.visualFocus ? Theme.text : Theme.accent
        border.width: slider.visualFocus ? 3 : 2
        color: Theme.surface
        height: 18
        radius: 9
        width: 18
        x: slider.leftPadding + slider.visualPosition * (slider.availableWidth - width)
        y: (slider.height - height) / 2
    }
}
