// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Plimsoll.Theme

TestCase {
    id: cases
    name: "Theme"

    function cleanup() {
        Theme.mode = 0
        Theme.reducedMotion = false
    }

    // WCAG 2.1 relative luminance and contrast ratio.
    function linear(part: real): real {
        return part <= 0.03928 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4)
    }

    function luminance(shade: color): real {
        return 0.2126 * linear(shade.r) + 0.7152 * linear(shade.g) + 0.0722 * linear(shade.b)
    }

    function contrast(first: color, second: color): real {
        const a = luminance(first)
        const b = luminance(second)
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
    }

    function test_text_contrast_data() {
        return [{tag: "plainDark"}, {tag: "plainLight"}, {tag: "contrastDark"}, {tag: "contrastLight"}]
    }

    function test_text_contrast(row: var) {
        const palette = Theme[row.tag]
        for (const ground of ["surface", "raised"])
            for (const ink of ["text", "muted", "safe", "early", "call", "liquidation", "unknown", "accent"])
                verify(contrast(palette[ink], palette[ground]) >= 4.5, ink + " on " + ground)
        for (const ink of ["text", "muted", "safe", "call", "liquidation", "accent"])
            verify(contrast(palette[ink], palette.background) >= 4.5, ink + " on background")
        for (const ground of ["accent", "accentHover", "accentPressed"])
            verify(contrast(palette.accentText, palette[ground]) >= 4.5, "accentText on " + ground)
    }

    // What cannot be pressed is fainter, and can still be read where contrast was asked for.
    function test_disabled_words_can_be_read_in_high_contrast() {
        Theme.mode = 1
        verify(Theme.disabledOpacity < 0.5)
        Theme.mode = 3
        for (const palette of [Theme.contrastDark, Theme.contrastLight]) {
            const ink = Qt.tint(palette.surface, Qt.rgba(palette.text.r, palette.text.g, palette.text.b, Theme.disabledOpacity))
            verify(contrast(ink, palette.surface) >= 4.5)
        }
    }

    function test_mode_chooses_the_palette() {
        Theme.mode = 1
        verify(!Theme.dark)
        compare(Theme.background, Theme.plainLight.background)
        Theme.mode = 2
        verify(Theme.dark)
        compare(Theme.background, Theme.plainDark.background)
        Theme.mode = 3
        verify(Theme.highContrast)
    }

    function test_states_have_words_of_their_own() {
        const words = new Set()
        for (let state = RiskState.NoDebt; state <= RiskState.Unknown; ++state)
            words.add(Theme.stateWord(state))
        compare(words.size, 7)
        compare(RiskState.Unknown, 6)
        compare(Theme.stateWord(99), Theme.stateWord(RiskState.Unknown))
    }

    function test_motion_is_short_or_absent() {
        verify(Theme.duration < 200)
        Theme.reducedMotion = true
        compare(Theme.duration, 0)
    }
}
