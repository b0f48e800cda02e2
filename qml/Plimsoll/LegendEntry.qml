// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// A line's sample and name; bars are dashed.
Row {
    id: entry

    required property string name
    required property int kind
    required property int riskState
    required property int shade
    required property bool isCross
    required property color ink

    Accessible.name: name
    Accessible.role: Accessible.StaticText
    spacing: 6

    Row {
        anchors.verticalCenter: label.verticalCenter
        spacing: 3

        Rectangle { color: entry.ink; height: 2; width: entry.kind === HistoryViewModel.Level ? 14 : 6 }
        Rectangle { color: entry.ink; height: 2; visible: entry.kind !== HistoryViewModel.Level; width: 6 }
    }
    AppText {
        id: label
        Accessible.ignored: true
        color: Theme.muted
        font.pixelSize: Theme.smallSize
        text: entry.name
        width: Math.min(Math.ceil(implicitWidth), 160)
    }
}
