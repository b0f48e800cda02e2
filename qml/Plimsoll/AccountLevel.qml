// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Plimsoll.Charts
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// The level of an account: figure, bar, and how far it is to the bars, or why that is not known.
ColumnLayout {
    id: level

    required property AppViewModel app
    required property AccountRoles account
    required property bool showsState // below the title; else it stands beside it

    spacing: Theme.s2

    GridLayout {
        Layout.fillWidth: true
        columnSpacing: Theme.s3
        columns: level.showsState ? 1 : 2
        rowSpacing: Theme.s2

        Item {
            Layout.fillWidth: level.showsState
            implicitHeight: now.implicitHeight
            implicitWidth: now.implicitWidth

            Row {
                id: now
                spacing: 14

                Item {
                    implicitHeight: figure.implicitHeight
                    implicitWidth: figure.implicitWidth

                    HatchOverlay {
                        anchors { fill: figure; bottomMargin: 8; topMargin: 10 }
                        visible: level.account.isStale
                    }
                    AppText {
                        id: figure
                        // What it was is never read as what it is.
                        color: level.account.lastLevelText.length > 0 ? Theme.muted : Theme.text
                        elide: Text.ElideNone
                        font.pixelSize: level.account.isCross ? Theme.levelSize : Theme.cardLevelSize
                        font.weight: Font.Light
                        objectName: "level-" + level.account.accountId
                        text: level.account.lastLevelText.length > 0 ? level.account.lastLevelText : level.account.levelText
                    }
                }
                StateBadge {
                    y: figure.baselineOffset - baselineOffset
                    font.pixelSize: 15
                    objectName: shown ? "state-" + level.account.accountId : ""
                    riskState: level.account.riskState
                    shown: level.showsState
                }
            }
            Loader { // the last 24 hours, where there is room for them
                active: level.showsState && level.account.isCross && parent.width >= now.width + 150
                anchors { right: parent.right; verticalCenter: parent.verticalCenter }

                // qmllint disable unqualified
                sourceComponent: Row {
                    spacing: Theme.s2

                    AppText {
                        anchors.verticalCenter: parent.verticalCenter
                        Accessible.ignored: true
                        color: Theme.muted
                        font.pixelSize: Theme.smallSize
                        opacity: spark.drawn ? 1 : 0 // nothing is known yet
                        text: qsTr("24 h")
                    }
                    Sparkline {
                        id: spark
                        accountId: level.account.accountId
                        height: 28
                        ink: level.account.riskState >= RiskState.EarlyWarning ? Theme.stateColor(level.account.riskState) : Theme.muted
                        lines: level.app.history.sparklines
                        objectName: "spark-" + level.account.accountId
                        width: 91 // 90 columns and half a dot
                    }
                }
                // qmllint enable unqualified
            }
        }
        LevelBar {
            Layout.fillWidth: true
            accessibleName: qsTr("Margin level of %1").arg(level.account.title)
            bestPosition: level.account.bestPosition
            callPosition: level.account.callPosition
            callText: level.account.callText
            initialPosition: level.account.initialPosition
            initialText: level.account.initialText
            liquidationPosition: level.account.liquidationPosition
            liquidationText: level.account.liquidationText
            position: level.account.position
            riskState: level.account.riskState
            unknown: level.account.riskState === RiskState.Unknown
            visible: level.account.callPosition >= 0
            worstPosition: level.account.worstPosition
        }
    }
    AccountReasons {
        Layout.fillWidth: true
        barsAhead: level.account.barsAhead
        barsAheadState: level.account.barsAheadState
        distanceText: level.account.distanceText
        lastLevelAge: level.account.lastLevelAge
        priceText: level.account.priceText
        rangeText: level.account.rangeText
        sinceText: level.account.sinceText
        unknown: level.account.riskState === RiskState.Unknown
        unknownReason: level.account.unknownReason
    }
}
