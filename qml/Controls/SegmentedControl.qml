// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Plimsoll.Theme

// One of few choices side by side. Arrows, Home and End move; `activated` tells a choice by the person.
FocusScope {
    id: control

    required property string accessibleName
    property var model: []
    property int currentIndex: 0
    readonly property var words: control.model.map(text => Math.ceil(metrics.advanceWidth(text))) // wide on one line
    readonly property real needed: control.words.reduce((sum, word) => sum + word + 28, 0)
    // Where a line is broken between words, and no word within itself.
    readonly property var least: control.model.map(text => Math.ceil(Math.max(...text.split(" ").map(word => metrics.advanceWidth(word)))) + 10)
    readonly property real share: Math.floor((row.width - control.least.reduce((sum, width) => sum + width, 0)) / Math.max(1, control.least.length))
    readonly property real spare: Math.floor((row.width - control.needed) / Math.max(1, control.words.length))
    readonly property bool roomy: control.needed <= row.width // else every choice gets what its longest word needs
    // Only where it must: a line per letter, while there is no width yet, would push down for good what stands below.
    readonly property bool wraps: !roomy && row.width > 100

    signal activated(int index)

    Accessible.name: accessibleName
    Accessible.role: Accessible.Grouping
    activeFocusOnTab: true
    implicitHeight: Math.max(36, control.tallest() + 14)
    implicitWidth: control.needed + 6
    opacity: enabled ? 1 : Theme.disabledOpacity

    Keys.onLeftPressed: control.choose(control.currentIndex - 1)
    Keys.onRightPressed: control.choose(control.currentIndex + 1)
    Keys.onPressed: event => {
        event.accepted = event.key === Qt.Key_Home || event.key === Qt.Key_End
        if (event.accepted)
            control.choose(event.key === Qt.Key_Home ? 0 : repeater.count - 1)
    }

    FontMetrics {
        id: metrics
        font { family: Theme.fontFamily; pixelSize: Theme.bodySize; weight: Font.Medium }
    }
    Rectangle {
        anchors.fill: parent
        border.color: Theme.outline
        border.width: Theme.hairline
        color: Theme.background
        radius: Theme.radiusControl

        FocusRing { active: control.activeFocus }
    }
    Row {
        id: row
        anchors { fill: parent; margins: 3 }

        Repeater {
            id: repeater
            model: control.model

            Rectangle {
                id: segment

                required property string modelData
                required property int index
                readonly property bool chosen: index === control.currentIndex
                readonly property real textHeight: label.contentHeight
                readonly property real wordWidth: control.words[index] ?? 0

                Accessible.checkable: true
                Accessible.checked: chosen
                Accessible.name: modelData
                Accessible.onPressAction: control.choose(segment.index)
                Accessible.role: Accessible.RadioButton
                border.color: chosen ? (Theme.highContrast ? Theme.accent : Theme.line) : "transparent"
                border.width: Theme.hairline
                color: chosen ? (Theme.highContrast ? Theme.accent : Theme.dark ? Theme.line : Theme.surface)
                     : hover.hovered ? Theme.hover : "transparent"
                height: row.height
                radius: Theme.radiusControl - 2
                width: control.roomy ? wordWidth + 28 + control.spare : (control.least[index] ?? 0) + control.share

                AppText {
                    id: label
                    anchors.centerIn: parent
                    Accessible.ignored: true
                    horizontalAlignment: Text.AlignHCenter
                    width: control.wraps ? Math.min(segment.wordWidth + 6, segment.width - 6) : segment.width - 8
                    wrapMode: control.wraps ? Text.Wrap : Text.NoWrap
                    color: !segment.chosen ? Theme.muted : Theme.highContrast ? Theme.accentText : Theme.text
                    font: metrics.font
                    lineHeight: 1 // in the middle, also where it does not wrap
                    text: segment.modelData
                }
                HoverHandler { id: hover }
                TapHandler { onTapped: { control.forceActiveFocus(Qt.MouseFocusReason); control.choose(segment.index) } }
            }
        }
    }

    function tallest(): real {
        let height = 0
        for (let i = 0; i < repeater.count; ++i)
            height = Math.max(height, repeater.itemAt(i)?.textHeight ?? 0)
        return height
    }

    function choose(index: int) {
        if (index < 0 || index >= repeater.count || index === control.currentIndex)
            return
        control.currentIndex = index
        control.activated(index)
    }
}
