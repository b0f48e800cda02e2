// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Plimsoll.Theme
import Plimsoll.ViewModels

// The columns of the accounts' rows: each as wide as its widest text; where there is no room for all, the least needed go first. Name, state,
// level, distance and what would make the account safe stay to the end, on two lines where one is too short.
Item {
    id: columns

    required property AccountRows rows
    required property real available
    readonly property int leastGap: 12
    readonly property int gap: leastGap + Math.max(0, Math.min(28, Math.floor(spare / 8))) // a wide window spreads its columns
    readonly property int inset: 8
    readonly property int shape: 21 // and the space behind it
    readonly property var longest: rows.longest
    readonly property real title: used >= AccountColumns.WithLeverage ? columns.named(AccountRows.TitleAndLeverage) : columns.named(AccountRows.Title)
    readonly property real stateWord: columns.need(AccountRows.State) + shape
    readonly property real level: columns.need(AccountRows.Level)
    readonly property real distance: columns.need(AccountRows.Distance)
    readonly property real toSafe: columns.need(AccountRows.ToSafe) + (used === AccountColumns.OnlyLeast ? Math.max(0, available - least) : 0)
    readonly property real callPrice: used >= AccountColumns.WithCallPrice ? columns.need(AccountRows.CallPrice) : 0
    readonly property real button: used >= AccountColumns.WithButton ? buttonWidth : 0
    readonly property real spark: used >= AccountColumns.WithSpark ? sparkWidth : 0 // the last 24 hours
    readonly property real sparkWidth: 61 // 60 columns and half a dot
    readonly property real buttonWidth: buttonText.advanceWidth + 26
    readonly property real least: columns.named(AccountRows.Title) + stateWord + level + distance + columns.need(AccountRows.ToSafe) + 4 * leastGap + 2 * inset
    readonly property bool twoLines: least + (available < 480 ? columns.shortestBar(AccountColumns.WithCallPrice) + leastGap : 0) > available // a phone's width has a bar too
    readonly property int used: fitting()
    readonly property real bar: used < AccountColumns.WithBar ? 0 : Math.min(widestBar, columns.shortestBar(used) + available - least - columns.extra(used))
    readonly property real widestBar: 300
    readonly property real spare: used < AccountColumns.WithSpark ? 0 : columns.shortestBar(used) + available - least - columns.extra(used) - widestBar
    readonly property real sparkLeft: bar > 0 ? bar + gap : 0 // behind the beginning of the bar
    readonly property real distanceLeft: sparkLeft + (spark > 0 ? spark + gap : 0)
    readonly property real toSafeLeft: distance + gap + (callPrice > 0 ? callPrice + gap : 0) // behind the beginning of the distance

    // What comes where there is room for it, each with all before it.
    enum Fitting { OnlyLeast, WithBar, WithCallPrice, WithLeverage, WithButton, WithSpark }

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
        case AccountRows.Title:
        case AccountRows.TitleAndLeverage: return qsTr("Account")
        case AccountRows.State: return qsTr("State")
        case AccountRows.Level: return qsTr("Level")
        case AccountRows.Distance: return qsTr("To call")
        case AccountRows.CallPrice: return qsTr("Call price")
        default: return qsTr("To be safe")
        }
    }

    function need(column: int): real {
        const texts = columns.longest[column] ?? []
        const metrics = column === AccountRows.Title || column === AccountRows.TitleAndLeverage || column === AccountRows.Level ? strong : body
        return Math.ceil(Math.max(small.advanceWidth(columns.head(column)), ...Array.from(texts).map(text => metrics.advanceWidth(text)))) + 1
    }

    function named(column: int): real {
        return Math.min(columns.need(column), Math.max(110, available * 0.24))
    }

    // It may be short before it goes, and not for the sake of what is needed less.
    function shortestBar(count: int): real {
        return count === AccountColumns.WithBar ? 48 : 80
    }

    function extra(count: int): real {
        const widths = [columns.shortestBar(count) + leastGap, columns.need(AccountRows.CallPrice) + leastGap,
                        columns.named(AccountRows.TitleAndLeverage) - columns.named(AccountRows.Title), buttonWidth + leastGap, sparkWidth + leastGap]
        let sum = 0
        for (let i = 0; i < count; ++i)
            sum += widths[i]
        return sum
    }

    function fitting(): int {
        let count = AccountColumns.OnlyLeast
        while (count < AccountColumns.WithSpark && columns.least + columns.extra(count + 1) <= columns.available)
            ++count
        return count
    }
}
