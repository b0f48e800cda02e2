// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Plimsoll.Theme

// State as shape, word and colour. `shown` in place of `visible` where the word may change meanwhile: a layout keeps the width that an item
// had when it was hidden.
Item {
    id: badge

    property int riskState: RiskState.Unknown
    property bool shown: true
    property alias font: word.font

    Accessible.ignored: !shown
    Accessible.name: word.text
    Accessible.role: Accessible.StaticText
    baselineOffset: words.y + word.y + word.baselineOffset
    implicitHeight: words.implicitHeight
    implicitWidth: shown ? words.implicitWidth : 0

    Row {
        id: words
        spacing: Theme.s2
        visible: badge.shown

        StateShape {
            anchors.verticalCenter: word.verticalCenter
            Accessible.ignored: true
            riskState: badge.riskState
            size: Math.round(word.font.pixelSize * 0.93)
        }
        AppText {
            id: word
            Accessible.ignored: true
            color: Theme.stateColor(badge.riskState)
            font.weight: Font.Medium
            text: Theme.stateWord(badge.riskState)
        }
    }
}
