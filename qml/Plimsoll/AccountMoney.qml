// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Plimsoll.Controls
import Plimsoll.Theme

// The four sums of an account, in one row where they fit, else in two or below each other; never elided.
Grid {
    id: money

    required property string assetsText
    required property string debtText
    required property string equityText
    required property string profitText
    required property bool stale
    readonly property real widest: Math.max(assets.implicitWidth, debt.implicitWidth, equity.implicitWidth, profit.implicitWidth)
    readonly property int fitting: Math.floor((width + columnSpacing) / (widest + columnSpacing))
    readonly property real cell: Math.floor((width - (columns - 1) * columnSpacing) / columns)

    columnSpacing: Theme.s3
    columns: fitting >= 4 ? 4 : fitting >= 2 ? 2 : 1
    rowSpacing: 12

    Metric {
        id: assets
        label: qsTr("Assets")
        stale: money.stale
        value: money.assetsText
        width: money.cell
    }
    Metric {
        id: debt
        label: qsTr("Debt")
        stale: money.stale
        value: money.debtText
        width: money.cell
    }
    Metric {
        id: equity
        label: qsTr("Equity")
        stale: money.stale
        value: money.equityText
        width: money.cell
    }
    Metric {
        id: profit
        label: qsTr("Profit")
        stale: money.stale
        value: money.profitText
        width: money.cell
    }
}
