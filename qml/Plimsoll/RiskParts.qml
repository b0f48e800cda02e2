// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Plimsoll.Controls

// Which part of the page Risk is seen: the one list of their names, in the order of RiskPage.
SegmentedControl {
    enum Part { Stress, HeatMap, Chance, WaysOut, Twin, Replay }

    accessibleName: qsTr("Part of the risk page")
    model: [qsTr("Stress"), qsTr("Two assets"), qsTr("Chance"), qsTr("Ways out"), qsTr("Cross or isolated"), qsTr("Replay")]
}
