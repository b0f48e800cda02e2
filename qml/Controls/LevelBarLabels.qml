// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Plimsoll.Theme

// The words below the ticks of LevelBar. Those that would collide are moved apart; then the initial mark's word is dropped, then the
// liquidation mark's.
Item {
    id: words

    required property real liquidationPosition
    required property real callPosition
    required property real initialPosition
    required property string liquidationText
    required property string callText
    required property string initialText
    readonly property int gap: 10
    readonly property real callWidth: call.visible ? call.width : 0
    // Overlap of the two danger words if both stood centred below their ticks.
    readonly property real overlap: Math.max(0, (liq.centred + liq.width + gap) - call.centred)
    readonly property real liqLeft: Math.max(0, Math.min(liq.centred - overlap / 2, width - liq.width - gap - callWidth))
    readonly property real callLeft: Math.min(width - call.width, liq.shown ? Math.max(liqLeft + liq.width + gap, call.centred)
                                                                            : Math.max(0, call.centred))
    readonly property real callEnd: callLeft + callWidth
    readonly property real initialLeft: Math.min(width - initial.width, Math.max(callEnd + gap, initial.centred))
    readonly property real lastEnd: initial.shown ? initial.x + initial.width : callEnd
    readonly property var shownWords: [liq, call, initial, safer]

    component Word: AppText {
        required property real mark
        readonly property real centred: Math.round(Math.max(0, Math.min(words.width - width, mark * words.width - width / 2)))
        readonly property bool wanted: mark >= 0 && mark <= 1 && text.length > 0
        property bool shown: wanted

        Accessible.ignored: true
        color: Theme.muted
        font.pixelSize: Theme.smallSize
        visible: shown
        width: Math.min(Math.ceil(implicitWidth), Math.floor(words.width / 2))
    }

    Word {
        id: liq
        mark: words.liquidationPosition
        shown: wanted && width + words.gap + words.callWidth <= words.width
        text: words.liquidationText
        x: Math.round(words.liqLeft)
    }
    Word {
        id: call
        mark: words.callPosition
        text: words.callText
        x: Math.round(words.callLeft)
    }
    Word {
        id: initial
        mark: words.initialPosition
        // Not further from its tick than half its own width, and clear of the call word.
        shown: wanted && words.initialLeft >= words.callEnd + words.gap - 0.5
               && Math.abs(words.initialLeft - centred) <= width / 2
        text: words.initialText
        x: Math.round(words.initialLeft)
    }
    AppText {
        id: safer
        Accessible.ignored: true
        color: Theme.muted
        font.pixelSize: Theme.smallSize
        text: qsTr("higher is safer ›")
        visible: words.lastEnd + 14 <= words.width - width
        x: words.width - Math.ceil(implicitWidth)
    }
}
