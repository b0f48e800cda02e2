// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Plimsoll.Drawing
import Plimsoll.Theme

// Line icons drawn for this product on a 16 x 16 grid. Unknown names draw nothing.
GridDrawing {
    id: icon

    property string name: ""
    property color color: Theme.text
    property real size: 16
    readonly property var paths: ({
        "more": "M3 8h.01M8 8h.01M13 8h.01",
        "close": "M4 4l8 8M12 4l-8 8",
        "check": "M3 8.5l3.5 3.5L13 4.5",
        "chevronDown": "M4 6l4 4 4-4",
        "chevronUp": "M4 10l4-4 4 4",
        "enlarge": "M9.5 3H13v3.5M13 3L9 7M6.5 13H3V9.5M3 13l4-4",
        "shrink": "M12.5 6.5H9.5V3.5M9.5 6.5L13 3M3.5 9.5h3v3M6.5 9.5L3 13",
        "detach": "M9 3h4v4M13 3L8 8M6 4H3v9h9v-3",
        "chevronLeft": "M10 4l-4 4 4 4",
        "chevronRight": "M6 4l4 4-4 4",
        "plus": "M8 3v10M3 8h10",
        "minus": "M3 8h10",
        "copy": "M6 6h7v7h-7zM10 3H3v7",
        "search": "M7 3a4 4 0 1 0 .01 0M10 10l3.5 3.5",
        "settings": "M2 5h6M12 5h2M2 11h2M8 11h6M8 5a2 2 0 1 0 4 0a2 2 0 1 0 -4 0M4 11a2 2 0 1 0 4 0a2 2 0 1 0 -4 0",
        "play": "M5 3l8 5l-8 5z",
        "pause": "M6 3v10M10 3v10",
        "bell": "M3 12h10l-1.5-2V7a3.5 3.5 0 0 0 -7 0v3zM7 14h2",
        "wait": "M4 2.5h8M4 13.5h8M5 2.5c0 3 3 3.5 3 5.5c0 2-3 2.5-3 5.5M11 2.5c0 3-3 3.5-3 5.5c0 2 3 2.5 3 5.5"
    })

    implicitHeight: size
    implicitWidth: size
    path: paths[name] ?? ""
    stroke: color
    strokeWidth: name === "more" ? 2.2 : 1.5
}
