// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Plimsoll.Theme

// Freshness of the data as shape and words; the words come from the caller ("Live · 2 s").
Row {
    id: age

    enum Freshness { Live, Late, Stale, Offline }

    property int freshness: AgeDot.Offline
    property string text: ""
    readonly property int shapeState: [RiskState.Normal, RiskState.EarlyWarning, RiskState.Unknown,
                                       RiskState.Liquidated][freshness] ?? RiskState.Unknown
    readonly property string word: [qsTr("Live"), qsTr("Late"), qsTr("Out of date"),
                                    qsTr("Offline")][freshness] ?? qsTr("Unknown")

    Accessible.name: text.length > 0 ? text : word
    Accessible.role: Accessible.StaticText
    baselineOffset: label.y + label.baselineOffset
    spacing: Theme.s2

    StateShape {
        anchors.verticalCenter: label.verticalCenter
        Accessible.ignored: true
        riskState: age.shapeState
        size: 11
    }
    AppText {
        id: label
        Accessible.ignored: true
        color: age.freshness === AgeDot.Live ? Theme.muted : Theme.text
        text: age.Accessible.name
    }
}
