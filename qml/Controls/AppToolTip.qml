// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Plimsoll.Theme

// Tool tip in plain text; long text wraps at 320 px.
T.ToolTip {
    id: tip

    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutsideParent | T.Popup.CloseOnReleaseOutsideParent
    delay: 500
    implicitHeight: implicitContentHeight + topPadding + bottomPadding
    implicitWidth: Math.min(320, implicitContentWidth + leftPadding + rightPadding)
    margins: Theme.s2
    padding: Theme.s2
    x: parent ? Math.round((parent.width - implicitWidth) / 2) : 0
    y: -implicitHeight - Theme.s1
    z: 3 // above the margin call

    background: Rectangle {
        border.color: Theme.outline
        border.width: Theme.hairline
        color: Theme.raised
        radius: Theme.radiusControl
    }
    contentItem: AppText {
        font.pixelSize: Theme.smallSize
        text: tip.text
        wrapMode: Text.Wrap
    }
}
