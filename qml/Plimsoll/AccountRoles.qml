// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Plimsoll.ViewModels

// What a view knows of one account (AccountView); card and row show it.
FocusScope {
    required property int index
    required property string accountId
    required property string title
    required property string name
    required property int riskState
    required property string stateWord
    required property string leverageText
    required property string levelText
    required property bool hasLevel
    required property string lastLevelText
    required property string lastLevelAge
    required property double position
    required property double liquidationPosition
    required property double callPosition
    required property double initialPosition
    required property double worstPosition
    required property double bestPosition
    required property string liquidationText
    required property string callText
    required property string initialText
    required property string distanceText
    required property string sinceText
    required property string priceText
    required property string assetsText
    required property string debtText
    required property string interestText
    required property string interestOutlook
    required property string barsAhead
    required property int barsAheadState
    required property string equityText
    required property string profitText
    required property string topUpText
    required property string repayText
    required property string sellText
    required property string reachesText
    required property string permissionsText
    required property string ageText
    required property bool isStale
    required property string unknownReason
    required property string rangeText
    required property bool isCross
    required property string shortDistance
    required property string callPrice
    required property string toSafe
    required property double rowPosition
    required property double rowWorstPosition
    required property double rowBestPosition
    required property bool asCard
    required property bool isFirstRow
    required property RowModel assetList
}
