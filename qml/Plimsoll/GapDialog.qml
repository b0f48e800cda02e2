// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Plimsoll.Controls
import Plimsoll.Desktop
import Plimsoll.Theme
import Plimsoll.ViewModels

// How long nothing was watched, and what happened meanwhile. A margin call goes first: this waits until that dialog is closed.
AppDialog {
    id: dialog

    required property AppViewModel app
    required property GapViewModel gap
    readonly property bool wanted: gap.isOpen
    readonly property bool mustWait: app.marginCall.isOpen

    accentBar: gap.wouldHaveFired ? Theme.call : "transparent"
    closePolicy: T.Popup.NoAutoClose
    dialogWidth: 600
    initialFocusItem: seen
    objectName: "gapDialog"
    title: gap.title

    Component.onCompleted: dialog.follow()
    onMustWaitChanged: dialog.follow()
    onWantedChanged: dialog.follow()

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.s2

        AppIcon {
            color: Theme.muted
            name: "wait"
            visible: dialog.gap.isAsking
        }
        AppText {
            Layout.fillWidth: true
            objectName: "gapState"
            text: dialog.gap.stateText
            wrapMode: Text.Wrap
        }
    }
    AppText {
        Layout.fillWidth: true
        color: Theme.muted
        objectName: "gapDetail"
        text: dialog.gap.detail
        visible: text.length > 0
        wrapMode: Text.Wrap
    }
    ColumnLayout {
        Layout.fillWidth: true
        spacing: Theme.s3
        visible: rows.count > 0

        SectionHeader { Layout.fillWidth: true; title: qsTr("Your accounts in that time") }
        Repeater {
            id: rows
            model: dialog.gap.accounts

            RowLayout {
                id: row

                required property string account
                required property string lowestText
                required property string firedText
                required property bool wouldHaveFired
                required property bool isUnjudged

                Layout.fillWidth: true
                spacing: 12

                StateShape {
                    Layout.alignment: Qt.AlignTop
                    Layout.topMargin: 3
                    Accessible.ignored: true
                    color: row.wouldHaveFired ? Theme.call : Theme.muted
                    riskState: row.wouldHaveFired ? RiskState.MarginCall : row.isUnjudged ? RiskState.Unknown : RiskState.NoDebt
                }
                ColumnLayout {
                    Layout.fillWidth: true
                    spacing: 2

                    AppText {
                        Layout.fillWidth: true
                        font.weight: Font.Medium
                        text: row.account
                    }
                    AppText {
                        Layout.fillWidth: true
                        color: Theme.muted
                        objectName: "gapLowest"
                        text: row.lowestText
                        wrapMode: Text.Wrap
                    }
                    AppText {
                        Layout.fillWidth: true
                        color: row.wouldHaveFired ? Theme.call : Theme.muted
                        objectName: "gapFired"
                        text: row.firedText
                        wrapMode: Text.Wrap
                    }
                }
            }
        }
    }

    actions: [
        AppText {
            Layout.fillWidth: true
            color: Theme.muted
            objectName: "gapFurther"
            text: dialog.gap.furtherText
        },
        AppButton {
            id: seen
            objectName: "gapSeen"
            text: qsTr("I have seen it")
            variant: AppButton.Primary

            onClicked: dialog.gap.seen()
        }
    ]

    function follow() {
        if (!dialog.wanted)
            dialog.close()
        else if (!dialog.opened && !dialog.mustWait)
            dialog.open()
    }
}
