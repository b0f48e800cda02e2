// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// The ways out for one account, and how a sum helps most, spread over all of them.
Flickable {
    id: page

    required property AppViewModel app
    readonly property WaysOutViewModel out: app.waysOut
    readonly property bool wide: width >= 900
    readonly property real half: wide ? (content.width - content.columnSpacing) / 2 : content.width

    boundsBehavior: Flickable.StopAtBounds
    clip: true
    contentHeight: content.implicitHeight + 2 * Theme.ringRoom
    contentWidth: width
    objectName: "waysOutPage"

    T.ScrollBar.vertical: AppScrollBar {}

    KeptScroll { layout: page.app.layout; pane: WindowLayout.WaysOut; view: page }

    Binding { target: page.out; property: "active"; value: page.visible }

    GridLayout {
        id: content
        columnSpacing: Theme.s5
        columns: page.wide ? 2 : 1
        rowSpacing: Theme.s3
        width: page.width - 14 - Theme.ringRoom
        x: Theme.ringRoom
        y: Theme.ringRoom

        ColumnLayout {
            Layout.alignment: Qt.AlignTop
            Layout.maximumWidth: page.half
            Layout.minimumWidth: page.half
            spacing: Theme.s2

            ChoiceBox {
                Layout.fillWidth: true
                Layout.maximumWidth: 320
                accessibleName: qsTr("Account")
                chosen: page.out.accountIndex
                implicitHeight: 36
                model: page.out.accountNames
                objectName: "waysAccount"

                onPicked: index => page.out.accountIndex = index
            }
            AppText {
                Layout.fillWidth: true
                color: Theme.muted
                objectName: "noWays"
                text: page.out.noWaysText
                visible: text.length > 0
                wrapMode: Text.Wrap
            }
            Repeater {
                model: page.out.ways

                WayLine {
                    Layout.fillWidth: true

                    onFormWanted: page.out.openForm(index)
                }
            }
            PreparedPlans {
                Layout.fillWidth: true
                Layout.topMargin: Theme.s3
                accountId: page.out.accountId
                plans: page.app.plans
                visible: page.out.accountNames.length > 0
            }
        }
        ColumnLayout {
            Layout.alignment: Qt.AlignTop
            Layout.maximumWidth: page.half // not that of its field
            Layout.minimumWidth: page.half
            spacing: Theme.s2

            LabeledField {
                Layout.fillWidth: true
                Layout.maximumWidth: 320
                errorText: page.out.sumError
                label: qsTr("Spread a sum over all accounts")

                AppTextField {
                    Layout.fillWidth: true
                    accessibleName: qsTr("Sum to spread in %1").arg(page.out.asset)
                    error: page.out.sumError.length > 0
                    inputMethodHints: Qt.ImhFormattedNumbersOnly
                    maximumLength: 60
                    objectName: "spreadSum"
                    suffix: page.out.asset
                    text: page.out.sum

                    onTextEdited: page.out.sum = text
                }
            }
            SegmentedControl {
                accessibleName: qsTr("What is done with the sum")
                currentIndex: page.out.repays ? 1 : 0
                model: [qsTr("Deposit"), qsTr("Repay")]
                objectName: "spreadBy"

                onActivated: index => page.out.repays = index === 1
            }
            AppText {
                Layout.fillWidth: true
                objectName: "spreadText"
                text: page.out.spreadText
                visible: text.length > 0
                wrapMode: Text.Wrap
            }
            Repeater {
                model: page.out.spread

                SpreadLine { Layout.fillWidth: true }
            }
            AppText {
                Layout.fillWidth: true
                color: Theme.muted
                font.pixelSize: Theme.smallSize
                text: page.out.leftOutText
                visible: text.length > 0
                wrapMode: Text.Wrap
            }
        }
    }
}
