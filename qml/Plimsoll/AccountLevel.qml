// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme

// The level of an account: figure, bar, and how far it is to the bars, or why that is not known.
ColumnLayout {
    id: level

    required property AccountRoles account
    required property bool showsState // below the title; else it stands beside it

    spacing: Theme.s2

    GridLayout {
        Layout.fillWidth: true
        columnSpacing: Theme.s3
        columns: level.showsState ? 1 : 2
        rowSpacing: Theme.s2

        Row {
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
        distanceText: level.account.distanceText
        lastLevelAge: level.account.lastLevelAge
        priceText: level.account.priceText
        rangeText: level.account.rangeText
        unknown: level.account.riskState === RiskState.Unknown
        unknownReason: level.account.unknownReason
    }
}
