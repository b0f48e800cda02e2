// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Plimsoll.Theme

// Small label over a figure. A stale figure is hatched; the text still carries the last value.
Item {
    id: metric

    property string label: ""
    property string value: ""
    property bool stale: false
    property bool alignRight: false
    property color valueColor: Theme.text

    Accessible.name: stale ? qsTr("%1: %2, out of date").arg(label).arg(value) : qsTr("%1: %2").arg(label).arg(value)
    Accessible.role: Accessible.StaticText
    implicitHeight: figure.y + figure.implicitHeight
    implicitWidth: Math.ceil(Math.max(caption.implicitWidth, figure.implicitWidth))

    AppText {
        id: caption
        Accessible.ignored: true
        color: Theme.muted
        font.pixelSize: Theme.smallSize
        horizontalAlignment: metric.alignRight ? Text.AlignRight : Text.AlignLeft
        text: metric.label
        width: metric.width
    }
    DataCell {
        id: figure
        Accessible.ignored: true
        alignRight: metric.alignRight
        color: metric.valueColor
        emphasised: true
        font.pixelSize: Theme.valueSize
        stale: metric.stale
        text: metric.value
        width: metric.width
        y: caption.height + 6
    }
}
