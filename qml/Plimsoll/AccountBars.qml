// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// The bars of an account: a published or own profile with its date and origin, or three ratios of its own.
ColumnLayout {
    id: bars

    required property AccountEditorViewModel editor

    spacing: Theme.s2

    component Ratio: LabeledField {
        id: ratio

        required property string value

        signal edited(string text)

        Layout.fillWidth: true
        Layout.preferredWidth: 1

        AppTextField {
            Layout.fillWidth: true
            accessibleName: ratio.label
            error: bars.editor.barsError.length > 0
            inputMethodHints: Qt.ImhFormattedNumbersOnly
            maximumLength: 20
            objectName: ratio.objectName + "Field"
            text: ratio.value

            onTextEdited: ratio.edited(text)
        }
    }

    LabeledField {
        Layout.fillWidth: true
        errorText: bars.editor.profileWarning
        hintText: bars.editor.profileDetail
        label: qsTr("Bars")

        ChoiceBox {
            Layout.fillWidth: true
            accessibleName: qsTr("Threshold profile")
            chosen: bars.editor.profileIndex
            model: bars.editor.profileNames
            objectName: "accountProfile"
            placeholder: qsTr("Choose…")

            onPicked: index => bars.editor.profileIndex = index
        }
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.s3
        visible: bars.editor.ownBars

        Ratio {
            label: qsTr("Initial ratio")
            objectName: "accountInitial"
            value: bars.editor.initialBar

            onEdited: text => bars.editor.initialBar = text
        }
        Ratio {
            label: qsTr("Margin-call ratio")
            objectName: "accountCall"
            value: bars.editor.callBar

            onEdited: text => bars.editor.callBar = text
        }
        Ratio {
            label: qsTr("Liquidation ratio")
            objectName: "accountLiquidation"
            value: bars.editor.liquidationBar

            onEdited: text => bars.editor.liquidationBar = text
        }
    }
    LabeledField {
        Layout.fillWidth: true
        errorText: bars.editor.barsError
        hintText: bars.editor.profileMessage
        visible: bars.editor.ownBars || bars.editor.profileMessage.length > 0

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.s2
            visible: bars.editor.ownBars

            AppTextField {
                Layout.fillWidth: true
                accessibleName: qsTr("Name of the profile")
                maximumLength: 100
                objectName: "accountProfileTitle"
                placeholderText: qsTr("Keep these bars as a profile: its name")
                text: bars.editor.profileTitle

                onTextEdited: bars.editor.profileTitle = text
            }
            AppButton {
                enabled: bars.editor.profileTitle.length > 0 && bars.editor.barsError.length === 0
                objectName: "accountSaveProfile"
                text: qsTr("Save profile")

                onClicked: bars.editor.saveAsProfile()
            }
        }
    }
}
