// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme

// Bars that the exchange announced, with the shape of what they would make of the account where that is worse than now.
RowLayout {
    id: line

    required property string ahead
    required property int riskState
    readonly property bool worse: riskState !== RiskState.Normal

    spacing: Theme.s1

    StateShape {
        Layout.alignment: Qt.AlignTop
        Layout.topMargin: 2
        Accessible.ignored: true
        riskState: line.riskState
        size: 12
        visible: line.worse
    }
    AppText {
        Layout.fillWidth: true
        color: line.worse ? Theme.text : Theme.muted
        font.pixelSize: Theme.smallSize
        objectName: "barsAhead"
        text: line.ahead
        wrapMode: Text.Wrap
    }
}
