// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Plimsoll.Theme

// State as shape, word and colour.
Row {
    id: badge

    property int riskState: RiskState.Unknown
    property alias font: word.font

    Accessible.name: word.text
    Accessible.role: Accessible.StaticText
    baselineOffset: word.y + word.baselineOffset
    spacing: Theme.s2

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
