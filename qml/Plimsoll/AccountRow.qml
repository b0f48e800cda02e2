// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Plimsoll.Charts
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// One account as one line, or as two where the window is narrow. Enter or a click opens its card in place.
FocusScope {
    id: row

    required property AppViewModel app
    required property AccountRoles account
    required property AccountColumns columns
    required property bool urgent
    readonly property bool lit: hover.hovered || activeFocus
    readonly property string shownLevel: account.lastLevelText.length > 0 ? account.lastLevelText : account.levelText
    readonly property bool barsWorse: account.barsAheadState !== RiskState.Normal
    readonly property bool needsMoney: account.toSafe !== "–"
    readonly property string toSafeWords: needsMoney ? qsTr("To be safe %1").arg(account.toSafe) : ""
    readonly property real lineHeight: columns.twoLines ? 56 : 34

    signal openWanted()

    Accessible.description: (toSafeWords + " " + account.unknownReason + " " + (barsWorse ? account.barsAhead : "")).trim()
    Accessible.name: qsTr("%1, %2, level %3, %4 to the call").arg(account.title).arg(account.stateWord).arg(shownLevel).arg(account.shortDistance)
    Accessible.onPressAction: row.openWanted()
    Accessible.role: Accessible.Button
    activeFocusOnTab: true
    implicitHeight: head.height + lineHeight
    objectName: "row-" + account.accountId

    Keys.onEnterPressed: event => { if (!event.isAutoRepeat) row.openWanted() }
    Keys.onReturnPressed: event => { if (!event.isAutoRepeat) row.openWanted() }

    Loader { // of the first row alone
        id: head
        active: row.account.isFirstRow && !row.columns.twoLines
        height: active ? implicitHeight : 0
        width: row.width

        // qmllint disable unqualified
        sourceComponent: AccountRowHead { columns: row.columns }
        // qmllint enable unqualified
    }
    Rectangle {
        color: row.lit ? Theme.hover : "transparent"
        height: row.lineHeight
        radius: 4
        width: row.width
        y: head.height

        Rectangle {
            color: Theme.line
            height: Theme.hairline
            width: parent.width
        }
        Rectangle {
            color: Theme.stateColor(row.account.riskState)
            height: parent.height
            visible: row.urgent
            width: 3
        }
        FocusRing { active: row.activeFocus && !(topUp.item?.activeFocus ?? false); anchors.margins: 1 } // the list is no wider than its rows
        HoverHandler { id: hover }
        TapHandler { onTapped: row.openWanted() }
        TapHandler {
            acceptedButtons: Qt.RightButton

            onTapped: point => menu.popup(row, point.position.x, point.position.y)
        }
        LazyAccountMenu {
            id: menu
            account: row.account
            app: row.app
        }
        Item { // all that is read; the bar and the button stand where its words leave room
            id: cells

            readonly property real line1: row.columns.twoLines ? 8 : (row.lineHeight - 20) / 2
            readonly property real line2: row.columns.twoLines ? 30 : line1
            readonly property real x1: row.columns.inset + row.columns.title + row.columns.gap
            readonly property real x2: x1 + row.columns.stateWord + row.columns.gap
            readonly property real x3: x2 + row.columns.level + row.columns.gap
            readonly property real barLeft: row.columns.twoLines ? row.columns.inset + row.columns.stateWord + row.columns.gap : x3
            readonly property real barWidth: row.columns.twoLines ? row.width - barLeft - row.columns.distance - row.columns.gap - row.columns.inset : row.columns.bar
            readonly property real distanceLeft: barLeft + (row.columns.twoLines ? barWidth + row.columns.gap : row.columns.distanceLeft)

            readonly property real titleWidth: row.columns.twoLines ? (toSafe.visible ? toSafe.x : level.x) - row.columns.gap - row.columns.inset : row.columns.title

            anchors.fill: parent

            NameText {
                id: title
                Accessible.ignored: true
                font.pixelSize: 15
                font.weight: Font.Medium
                height: 20
                text: row.account.title
                verticalAlignment: Text.AlignVCenter
                width: cells.titleWidth - (row.barsWorse ? 36 : 0)
                x: row.columns.inset
                y: cells.line1
            }
            AppText { // where the title leaves room for it
                Accessible.ignored: true
                anchors.baseline: title.baseline
                color: Theme.muted
                elide: Text.ElideNone
                font.pixelSize: Theme.smallSize
                objectName: "leverage-" + row.account.accountId
                text: row.account.leverageText
                visible: title.implicitWidth + 6 + implicitWidth <= title.width
                x: title.x + title.implicitWidth + 6
            }
            Loader { // what announced bars would make of it
                active: row.barsWorse
                x: row.columns.inset + cells.titleWidth - width
                y: cells.line1 + 3

                // qmllint disable unqualified
                sourceComponent: Row {
                    id: ahead
                    objectName: "barsAhead-" + row.account.accountId
                    spacing: 2

                    AppText {
                        Accessible.ignored: true
                        color: Theme.muted
                        font.pixelSize: 12
                        height: 14
                        text: "→"
                        verticalAlignment: Text.AlignVCenter
                    }
                    StateShape {
                        Accessible.ignored: true
                        riskState: row.account.barsAheadState
                        size: 14
                    }
                    HoverHandler { id: aheadHover }
                    HoverTip { over: ahead; shown: aheadHover.hovered; text: row.account.barsAhead }
                }
                // qmllint enable unqualified
            }
            StateBadge {
                objectName: "state-" + row.account.accountId
                riskState: row.account.riskState
                x: row.columns.twoLines ? row.columns.inset : cells.x1
                y: cells.line2 + 1
            }
            DataCell {
                id: level
                Accessible.ignored: true
                color: row.account.lastLevelText.length > 0 ? Theme.muted : Theme.text
                elide: Text.ElideNone
                emphasised: true
                font.pixelSize: 15
                height: 20
                objectName: "level-" + row.account.accountId
                stale: row.account.isStale
                text: row.shownLevel
                width: row.columns.level
                x: row.columns.twoLines ? row.width - row.columns.inset - width : cells.x2
                y: cells.line1
            }
            LevelBar {
                Accessible.ignored: true
                bestPosition: row.account.rowBestPosition
                callPosition: row.account.callPosition < 0 ? -1 : row.columns.rows.callPlace
                compact: true
                initialPosition: row.account.callPosition < 0 ? -1 : row.columns.rows.initialPlace
                liquidationPosition: row.account.callPosition < 0 ? -1 : row.columns.rows.liquidationPlace
                position: row.account.rowPosition
                riskState: row.account.riskState
                surroundColor: "transparent"
                unknown: row.account.riskState === RiskState.Unknown
                visible: cells.barWidth > 0
                width: cells.barWidth
                worstPosition: row.account.rowWorstPosition
                x: cells.barLeft
                y: cells.line2 + 1
            }
            Loader {
                active: row.columns.spark > 0
                height: 20
                width: row.columns.spark
                x: cells.barLeft + row.columns.sparkLeft
                y: cells.line2

                // qmllint disable unqualified
                sourceComponent: Sparkline {
                    accountId: row.account.accountId
                    ink: row.account.riskState >= RiskState.EarlyWarning ? Theme.stateColor(row.account.riskState) : Theme.muted
                    lines: row.app.history.sparklines
                    objectName: "spark-" + row.account.accountId
                }
                // qmllint enable unqualified
            }
            DataCell {
                Accessible.ignored: true
                color: row.account.riskState === RiskState.Unknown ? Theme.muted : Theme.text
                elide: Text.ElideNone
                height: 20
                text: row.account.shortDistance
                width: row.columns.distance
                x: cells.distanceLeft
                y: cells.line2
            }
            DataCell {
                Accessible.ignored: true
                color: Theme.muted
                elide: Text.ElideNone
                height: 20
                text: row.account.callPrice
                visible: row.columns.callPrice > 0
                width: row.columns.callPrice
                x: cells.distanceLeft + row.columns.distance + row.columns.gap
                y: cells.line2
            }
            DataCell { // on two lines without a head: says what it is, where there is anything to say
                id: toSafe
                Accessible.ignored: true
                elide: Text.ElideNone
                height: 20
                objectName: "toSafe-" + row.account.accountId
                text: row.columns.twoLines ? row.toSafeWords : row.account.toSafe
                visible: row.needsMoney || !row.columns.twoLines
                x: (row.columns.twoLines ? level.x - row.columns.gap : cells.distanceLeft + row.columns.toSafeLeft + row.columns.toSafe) - width
                y: row.columns.twoLines ? cells.line1 : cells.line2
            }
        }
        Loader {
            id: topUp
            active: row.columns.button > 0 && row.account.riskState !== RiskState.Liquidated
                    && (row.lit || row.needsMoney)
            anchors { right: parent.right; rightMargin: row.columns.inset; verticalCenter: parent.verticalCenter }

            // qmllint disable unqualified
            sourceComponent: AppButton {
                Accessible.name: qsTr("%1: %2").arg(row.account.title).arg(row.account.topUpText)
                height: 28
                leftPadding: 10
                objectName: "topUp-" + row.account.accountId
                small: true
                text: qsTr("Top up…")

                onClicked: row.app.topUp.openSuggested(row.account.accountId)
            }
            // qmllint enable unqualified
        }
    }

    function focusFirst(): void {
        row.forceActiveFocus(Qt.ShortcutFocusReason)
    }
}
