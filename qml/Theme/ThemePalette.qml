// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// One complete set of colours. Every colour is required, so that no palette can forget one.
QtObject {
    required property color background
    required property color surface
    required property color raised
    required property color line
    required property color text
    required property color muted
    required property color faint
    required property color safe
    required property color early
    required property color call
    required property color liquidation
    required property color unknown
    required property color accent
    required property color accentText
    required property color accentHover
    required property color accentPressed
}
