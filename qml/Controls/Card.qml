// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T

// Surface for one subject. `accentColor` (usually Theme.stateColor(...)) marks its left edge.
T.Pane {
    id: card

    property color accentColor: "transparent"

    implicitHeight: implicitContentHeight + topPadding + bottomPadding
    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    padding: 20

    background: AccentPanel { accentColor: card.accentColor }
}
