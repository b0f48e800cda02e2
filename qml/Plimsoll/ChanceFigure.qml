// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Plimsoll.Controls

// A probability with the shape of the bar that it is about.
Row {
    id: figure

    required property int riskState
    required property string text

    Accessible.ignored: true
    spacing: 6

    StateShape {
        anchors.verticalCenter: words.verticalCenter
        Accessible.ignored: true
        riskState: figure.riskState
        size: 12
    }
    AppText {
        id: words
        Accessible.ignored: true
        elide: Text.ElideNone
        text: figure.text
    }
}
