// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Plimsoll.Theme
import Plimsoll.ViewModels

// The columns of the accounts' rows: each as wide as its widest text; where there is no room for all, the least needed go first. State,
// level, bar and distance stay to the end, on two lines where one is too short.
Item {
    id: columns

    required property AccountRows rows
    required property real available
    readonly property int gap: 12
    readonly property int inset: 8
    readonly property int shape: 21 // and the space behind it
    readonly property var longest: rows.longest
    readonly property real title: Math.min(columns.need(AccountRows.Title), Math.max(110, available * 0.24))
    readonly property real stateWord: (columns.need(AccountRows.State)) + shape
    readonly property real level: columns.need(AccountRows.Level)
    readonly property real distance: columns.need(AccountRows.Distance)
    readonly property real callPrice: used >= 2 ? columns.need(AccountRows.CallPrice) : 0
    readonly property real toSafe: used >= 3 ? columns.need(AccountRows.ToSafe) : 0
    readonly property real button: used >= 4 ? buttonWidth : 0
    readonly property real spark: used >= 5 ? sparkWidth : 0 // the last 24 hours
    readonly property real shortestBar: 80
    readonly property real sparkWidth: 61 // 60 columns and half a dot
    readonly property real buttonWidth: buttonText.advanceWidth + 26
    readonly property real least: title + stateWord + level + distance + 3 * gap + 2 * inset
    readonly property bool twoLines: least + shortestBar + gap > available
    // How many of call price, to be safe, button and the last hours there is room for, in this order; 1 is none.
    readonly property int used: fitting()
    readonly property real sparkLeft: bar + gap // behind the beginning of the bar
    readonly property real distanceLeft: sparkLeft + (spark > 0 ? spark + gap : 0)
    readonly property real bar: Math.min(240, available - least - columns.extra(used) - gap)

    FontMetrics {
        id: body
        font { family: Theme.fontFamily; pixelSize: Theme.bodySize }
    }
    FontMetrics {
        id: strong
        font { family: Theme.fontFamily; pixelSize: 15; weight: Font.Medium }
    }
    FontMetrics {
        id: small
        font { family: Theme.fontFamily; pixelSize: Theme.smallSize }
    }
    TextMetrics {
        id: buttonText
        font { family: Theme.fontFamily; pixelSize: 13; weight: Font.Medium }
        text: qsTr("Top up…")
    }

    function head(column: int): string {
        switch (column) {
        case AccountRows.Title: return qsTr("Account")
        case AccountRows.State: return qsTr("State")
        case AccountRows.Level: return qsTr("Level")
        case AccountRows.Distance: return qsTr("To call")
        case AccountRows.CallPrice: return qsTr("Call price")
        default: return qsTr("To be safe")
        }
    }

    function need(column: int): real {
        const texts = columns.longest[column] ?? []
        const metrics = column === AccountRows.Title || column === AccountRows.Level ? strong : body
        return Math.ceil(Math.max(small.advanceWidth(columns.head(column)), ...Array.from(texts).map(text => metrics.advanceWidth(text)))) + 1
    }

    function extra(count: int): real {
        const widths = [columns.need(AccountRows.CallPrice), columns.need(AccountRows.ToSafe), buttonWidth, sparkWidth]
        let sum = 0
        for (let i = 0; i < count - 1; ++i)
            sum += widths[i] + gap
        return sum
    }

    function fitting(): int {
        let count = 1
        while (count < 5 && columns.least + columns.extra(count + 1) + columns.shortestBar + columns.gap <= columns.available)
            ++count
        return count
    }
}
