// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme

// How far it is to the bars; or, where that is unknown, why, and within which bounds the level lies.
ColumnLayout {
    id: reasons

    required property string distanceText
    required property string sinceText
    required property string priceText
    required property bool unknown
    required property string unknownReason
    required property string rangeText
    required property string lastLevelAge
    required property string barsAhead
    required property int barsAheadState

    spacing: 3

    AppText {
        Layout.fillWidth: true
        color: Theme.text
        text: reasons.unknownReason
        visible: text.length > 0
        wrapMode: Text.Wrap
    }
    AppText {
        Layout.fillWidth: true
        color: Theme.muted
        text: reasons.lastLevelAge
        visible: text.length > 0
    }
    AppText {
        Layout.fillWidth: true
        color: Theme.muted
        text: reasons.rangeText
        visible: text.length > 0
    }
    AppText {
        Layout.fillWidth: true
        color: Theme.muted
        objectName: "distance"
        text: reasons.distanceText + (reasons.sinceText.length > 0 ? " · " + reasons.sinceText : "")
        visible: !reasons.unknown && text.length > 0
        wrapMode: Text.Wrap
    }
    AppText {
        Layout.fillWidth: true
        color: Theme.muted
        text: reasons.priceText
        visible: !reasons.unknown && text.length > 0
        wrapMode: Text.Wrap
    }
    BarsAheadLine {
        Layout.fillWidth: true
        ahead: reasons.barsAhead
        riskState: reasons.barsAheadState
        visible: worse
    }
}
