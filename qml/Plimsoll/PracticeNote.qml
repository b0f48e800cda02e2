// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme

// In forms of the reference example: whose book this goes into.
Banner {
    Layout.fillWidth: true
    objectName: "practiceNote"
    riskState: RiskState.NoDebt
    text: qsTr("Practice: this goes into the book of the example. Your own accounts are not touched.")
}
