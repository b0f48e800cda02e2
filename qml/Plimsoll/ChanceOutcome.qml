// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// What a simulation said about one account: where its level may go, and how likely each bar is within each time.
ColumnLayout {
    id: outcome

    required property ChanceResults results

    spacing: Theme.s2

    GridLayout {
        Layout.fillWidth: true
        columnSpacing: Theme.s2
        columns: outcome.width >= 560 ? 2 : 1
        rowSpacing: Theme.s2

        SegmentedControl {
            Layout.fillWidth: true
            Layout.maximumWidth: implicitWidth
            accessibleName: qsTr("Margin mode")
            currentIndex: outcome.results.otherMode ? 1 : 0
            model: [qsTr("As it is"), qsTr("In the other mode")]
            objectName: "chanceMode"
            visible: outcome.results.hasTwins

            onActivated: index => outcome.results.otherMode = index === 1
        }
        ChoiceBox {
            Layout.fillWidth: true
            Layout.maximumWidth: 340
            accessibleName: qsTr("Account")
            chosen: outcome.results.accountIndex
            implicitHeight: 36
            model: outcome.results.accountNames
            objectName: "chanceAccount"

            onPicked: index => outcome.results.accountIndex = index
        }
    }
    AppText {
        Layout.fillWidth: true
        color: Theme.muted
        font.pixelSize: Theme.smallSize
        objectName: "chanceDone"
        text: outcome.results.doneText
        wrapMode: Text.Wrap
    }
    AppText {
        Layout.fillWidth: true
        color: Theme.muted
        objectName: "chanceEmpty"
        text: outcome.results.emptyText
        visible: text.length > 0
        wrapMode: Text.Wrap
    }
    SegmentedControl {
        Layout.fillWidth: true
        Layout.maximumWidth: implicitWidth
        accessibleName: qsTr("Method of the picture")
        currentIndex: outcome.results.methodIndex
        model: outcome.results.methodNames
        objectName: "chanceMethod"
        visible: fan.visible && outcome.results.methodNames.length > 1

        onActivated: index => outcome.results.methodIndex = index
    }
    ChanceFan {
        id: fan
        Layout.fillWidth: true
        Layout.preferredHeight: 240
        results: outcome.results
        visible: outcome.results.fanText.length > 0
    }
    AppText {
        Layout.fillWidth: true
        color: Theme.muted
        font.pixelSize: Theme.smallSize
        objectName: "chanceFanText"
        text: outcome.results.fanText
        visible: text.length > 0
        wrapMode: Text.Wrap
    }
    SectionHeader {
        Layout.fillWidth: true
        title: qsTr("How likely")
        visible: rows.count > 0
    }
    AppText {
        Layout.fillWidth: true
        color: Theme.muted
        font.pixelSize: Theme.smallSize
        text: qsTr("Within each time: ▲ margin call, ■ liquidation. Bars end at %1; lines are 95 % of the sampling error. Losses in %2: value at risk · mean beyond it.")
              .arg(outcome.results.highestText).arg(outcome.results.unit)
        visible: rows.count > 0
        wrapMode: Text.Wrap
    }
    Repeater {
        id: rows
        model: outcome.results.rows

        ChanceLine {
            Layout.fillWidth: true
            highest: outcome.results.highest
        }
    }
}
