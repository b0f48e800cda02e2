// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton
import QtQuick

// Colours, spacing, type and motion of the whole program; the only singleton.
//
// Contrast (WCAG 2.1) on background / surface / raised. Text needs 4.5.
//                dark                light               contrast dark        contrast light
//   text         15.8  14.4  13.1    15.0  16.4  15.7    21.0  21.0  19.8     21.0 (all three are white)
//   muted         7.2   6.5   5.9     5.4   5.9   5.7    15.5  15.5  14.6     12.4
//   faint         3.9   3.6   3.2     2.9   3.2   3.0    10.9  10.9  10.3      7.5
//   safe, accent  6.6   6.0   5.4     4.8   5.2   5.0    10.8  10.8  10.2     10.4
//   early        10.7   9.7   8.9     4.5   4.9   4.7    16.9  16.9  15.9      9.6
//   call          8.7   7.9   7.2     4.5   4.9   4.7    12.8  12.8  12.0      9.4
//   liquidation   5.7   5.2   4.8     4.9   5.4   5.1     9.1   9.1   8.6      9.0
//   unknown       6.1   5.5   5.0     4.4*  4.8   4.6    13.0  13.0  12.2      9.5
//   accentText on accent: 6.6, 5.2, 10.8, 10.4; hover and pressed are no lower than 5.2.
// * unknown is written on surface and raised only. faint is below 4.5 in light and dark:
//   only for hints that may be missed, never for a figure, a state or an error.
QtObject {
    id: theme

    enum Mode { System, Light, Dark, HighContrast }

    property int mode: Theme.System
    property bool reducedMotion: false
    property real topBar: 0 // what lies above every dialog at the upper edge of the window
    property real sideBar: 0 // at its right edge
    property real bottomBar: 0

    readonly property bool systemDark: systemColors.window.hslLightness < 0.5
    readonly property bool systemHighContrast: Qt.colorEqual(systemColors.window, "black")
                                               && Qt.colorEqual(systemColors.windowText, "white")
    readonly property bool highContrast: mode === Theme.HighContrast
                                         || (mode === Theme.System && systemHighContrast)
    readonly property bool dark: mode === Theme.Dark || (mode !== Theme.Light && systemDark)

    readonly property color background: colors.background
    readonly property color surface: colors.surface
    readonly property color raised: colors.raised
    readonly property color line: colors.line
    readonly property color text: colors.text
    readonly property color muted: colors.muted
    readonly property color faint: colors.faint
    readonly property color safe: colors.safe
    readonly property color early: colors.early
    readonly property color call: colors.call
    readonly property color liquidation: colors.liquidation
    readonly property color unknown: colors.unknown
    readonly property color accent: colors.accent
    readonly property color accentText: colors.accentText
    readonly property color accentHover: colors.accentHover
    readonly property color accentPressed: colors.accentPressed
    readonly property color scrim: dark ? Qt.rgba(0.02, 0.03, 0.06, 0.62) : Qt.rgba(0.05, 0.08, 0.13, 0.5)
    readonly property color hover: Qt.rgba(text.r, text.g, text.b, dark ? 0.07 : 0.05)
    readonly property color pressed: Qt.rgba(text.r, text.g, text.b, dark ? 0.12 : 0.1)
    readonly property real disabledOpacity: highContrast ? 0.7 : 0.45 // what cannot be pressed can be read where contrast was asked for
    readonly property color grid: highContrast ? Qt.alpha(line, 0.4) : line // of a chart, crossed by its words
    readonly property color outline: highContrast ? text : line
    // Weight of the level bar's zone colours over the surface.
    readonly property real zoneOpacity: highContrast ? 0.9 : 0.55
    readonly property real safeZoneOpacity: highContrast ? 0.55 : dark ? 0.4 : 0.36

    readonly property int s1: 4
    readonly property int ringRoom: 4 // around what can have the focus, where something clips
    readonly property int s2: 8
    readonly property int s3: 16
    readonly property int s4: 24
    readonly property int s5: 32
    readonly property int radiusControl: 8
    readonly property int radiusCard: 12
    readonly property int radiusDialog: 16
    readonly property int hairline: highContrast ? 2 : 1

    // Faces whose default digits share one width, so that changing figures do not dance.
    readonly property var fontChoices: ["Roboto", "Noto Sans", "Open Sans", "DejaVu Sans"]
    readonly property string fontFamily: fontChoices
        .find(name => Qt.fontFamilies().includes(name)) ?? "sans-serif"
    readonly property int levelSize: 44
    readonly property int cardLevelSize: 34
    readonly property int titleSize: 20
    readonly property int valueSize: 16
    readonly property int inputSize: 15
    readonly property int bodySize: 14
    readonly property int smallSize: 12

    readonly property int duration: reducedMotion ? 0 : 120 // ms

    readonly property SystemPalette systemColors: SystemPalette {}
    readonly property ThemePalette colors: highContrast ? (dark ? contrastDark : contrastLight)
                                                        : (dark ? plainDark : plainLight)
    readonly property ThemePalette plainDark: ThemePalette {
        background: "#0d131d"; surface: "#151d2a"; raised: "#1b2535"; line: "#273346"
        text: "#e8edf4"; muted: "#93a2b8"; faint: "#64748b"
        safe: "#4c9fe6"; early: "#d9c46a"; call: "#eaa33a"; liquidation: "#f0613a"; unknown: "#8a94a6"
        accent: "#4c9fe6"; accentText: "#08121f"; accentHover: "#66aeeb"; accentPressed: "#448fd0"
    }
    readonly property ThemePalette plainLight: ThemePalette {
        background: "#f3f5f8"; surface: "#ffffff"; raised: "#f8fafc"; line: "#d9e0e9"
        text: "#16202e"; muted: "#566579"; faint: "#8292a6"
        safe: "#1f6fb8"; early: "#8a6d00"; call: "#a65f00"; liquidation: "#c23a12"; unknown: "#66728a"
        accent: "#1f6fb8"; accentText: "#ffffff"; accentHover: "#1a62a4"; accentPressed: "#16558f"
    }
    readonly property ThemePalette contrastDark: ThemePalette {
        background: "#000000"; surface: "#000000"; raised: "#0a0a0a"; line: "#8fa0b5"
        text: "#ffffff"; muted: "#d6dee8"; faint: "#b0bccb"
        safe: "#7cc0ff"; early: "#ffe680"; call: "#ffbe55"; liquidation: "#ff8a66"; unknown: "#c3ccd9"
        accent: "#7cc0ff"; accentText: "#000000"; accentHover: "#a5d4ff"; accentPressed: "#5fb0fa"
    }
    readonly property ThemePalette contrastLight: ThemePalette {
        background: "#ffffff"; surface: "#ffffff"; raised: "#ffffff"; line: "#5d6a7a"
        text: "#000000"; muted: "#2b3542"; faint: "#4a5666"
        safe: "#003f80"; early: "#564300"; call: "#6b3a00"; liquidation: "#8f1d00"; unknown: "#3c4656"
        accent: "#003f80"; accentText: "#ffffff"; accentHover: "#003368"; accentPressed: "#002750"
    }

    function stateColor(state: int): color {
        switch (state) {
        case RiskState.NoDebt: return theme.muted
        case RiskState.Normal: return theme.safe
        case RiskState.EarlyWarning: return theme.early
        case RiskState.MarginCall: return theme.call
        case RiskState.Liquidation:
        case RiskState.Liquidated: return theme.liquidation
        default: return theme.unknown
        }
    }

    function stateWord(state: int): string {
        switch (state) {
        case RiskState.NoDebt: return qsTr("No debt")
        case RiskState.Normal: return qsTr("Normal")
        case RiskState.EarlyWarning: return qsTr("Early warning")
        case RiskState.MarginCall: return qsTr("Margin call")
        case RiskState.Liquidation: return qsTr("Liquidation")
        case RiskState.Liquidated: return qsTr("Liquidated")
        default: return qsTr("Unknown")
        }
    }
}
