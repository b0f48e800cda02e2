// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// What opening the position does, in the chosen mode and in the other one.
ColumnLayout {
    id: result

    required property PositionViewModel position

    spacing: Theme.s3

    AppText {
        Layout.fillWidth: true
        font.weight: Font.Medium
        objectName: "positionSteps"
        text: result.position.stepsText
        visible: text.length > 0
        wrapMode: Text.Wrap
    }
    PreviewTable {
        Layout.fillWidth: true
        first: result.position.chosen
        firstTitle: result.position.chosenTitle
        objectName: "positionComparison"
        second: result.position.other
        secondTitle: result.position.otherTitle
        withMoney: true
    }
    AppText {
        Layout.fillWidth: true
        color: Theme.muted
        objectName: "positionOtherRemark"
        text: result.position.otherTitle + ": " + result.position.otherRemark
        visible: result.position.otherRemark.length > 0
        wrapMode: Text.Wrap
    }
}
