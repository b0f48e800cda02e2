// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// A leveraged position in either mode, with what the other mode would look like beside it.
AppDialog {
    id: dialog

    required property PositionViewModel position
    readonly property bool wanted: position.isOpen
    readonly property bool wide: availableWidth >= 760

    dialogWidth: 980
    filled: position.filled
    followsEnd: position.asksAgain || position.failure.length > 0
    initialFocusItem: pair.baseField
    objectName: "openPositionDialog"
    subtitle: qsTr("Nothing is traded on an exchange: this records transfer, loan and trade as one.")
    title: qsTr("Open a position")

    Component.onCompleted: if (wanted) dialog.open()
    onClosed: position.close()
    onWantedChanged: wanted ? dialog.open() : dialog.close()

    GridLayout {
        Layout.fillWidth: true
        columnSpacing: Theme.s5
        columns: dialog.wide ? 2 : 1
        rowSpacing: Theme.s3

        ColumnLayout {
            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: true
            Layout.preferredWidth: 5
            spacing: Theme.s3

            ColumnLayout {
                Layout.fillWidth: true
                enabled: !dialog.position.busy
                spacing: Theme.s2

                ChoiceBar {
                    Layout.fillWidth: true
                    accessibleName: qsTr("Margin mode")
                    chosen: dialog.position.mode
                    model: [qsTr("Cross"), qsTr("Isolated")]
                    objectName: "positionMode"

                    onPicked: index => dialog.position.mode = index
                }
                AppText {
                    Layout.fillWidth: true
                    color: Theme.muted
                    objectName: "positionAtStake"
                    text: dialog.position.atStake
                    wrapMode: Text.Wrap
                }
            }
            PositionPair {
                id: pair
                Layout.fillWidth: true
                enabled: !dialog.position.busy
                position: dialog.position
            }
            PositionMoney {
                Layout.fillWidth: true
                enabled: !dialog.position.busy
                position: dialog.position
            }
        }
        ColumnLayout {
            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: true
            Layout.preferredWidth: 4
            spacing: Theme.s3

            PositionResult {
                Layout.fillWidth: true
                position: dialog.position
            }
            LabeledField {
                Layout.fillWidth: true
                enabled: !dialog.position.busy
                hintText: dialog.position.profileDetail
                label: dialog.position.newAccountText
                visible: dialog.position.needsNewAccount

                ChoiceBox {
                    Layout.fillWidth: true
                    accessibleName: qsTr("Threshold profile of the new account")
                    chosen: dialog.position.profileIndex
                    model: dialog.position.profileNames
                    objectName: "positionProfile"
                    placeholder: qsTr("Choose…")

                    onPicked: index => dialog.position.profileIndex = index
                }
            }
            FormNotices { form: dialog.position; onRefused: notice => dialog.reveal(notice) }
        }
    }

    actions: [
        Item { Layout.fillWidth: true },
        AppButton {
            objectName: "positionCancel"
            text: qsTr("Cancel")

            onClicked: dialog.close()
        },
        AppButton {
            busy: dialog.position.busy
            enabled: dialog.position.confirmable || dialog.position.busy
            objectName: "positionConfirm"
            text: qsTr("Record position")
            variant: AppButton.Primary

            onClicked: dialog.position.confirm()
        }
    ]
}
