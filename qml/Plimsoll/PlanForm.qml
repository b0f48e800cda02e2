// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// What a plan is: what to do, how much, from where, under which name.
ColumnLayout {
    id: form

    required property PlanEditor editor

    objectName: "planForm"
    spacing: Theme.s2

    LabeledField {
        Layout.fillWidth: true
        label: qsTr("What")

        ChoiceBox {
            Layout.fillWidth: true
            accessibleName: qsTr("What the plan does")
            chosen: form.editor.wayIndex
            enabled: !form.editor.busy
            implicitHeight: 36
            model: form.editor.wayNames
            objectName: "planWay"

            onPicked: index => form.editor.wayIndex = index
        }
    }
    LabeledField {
        Layout.fillWidth: true
        label: qsTr("From")
        visible: form.editor.hasSource

        ChoiceBox {
            Layout.fillWidth: true
            accessibleName: qsTr("Where the money comes from")
            chosen: form.editor.sourceIndex
            enabled: !form.editor.busy
            implicitHeight: 36
            model: form.editor.sourceNames
            objectName: "planSource"

            onPicked: index => form.editor.sourceIndex = index
        }
    }
    LabeledField {
        Layout.fillWidth: true
        errorText: form.editor.amountError
        label: qsTr("Amount")

        AppTextField {
            Layout.fillWidth: true
            accessibleName: qsTr("Amount in %1").arg(form.editor.asset)
            error: form.editor.amountError.length > 0
            inputMethodHints: Qt.ImhFormattedNumbersOnly
            maximumLength: 60
            objectName: "planAmount"
            readOnly: form.editor.busy
            suffix: form.editor.asset
            text: form.editor.amount

            onTextEdited: form.editor.amount = text
        }
        AppButton {
            objectName: "planNeeded"
            small: true
            text: form.editor.neededText
            visible: text.length > 0

            onClicked: form.editor.fillNeeded()
        }
    }
    LabeledField {
        Layout.fillWidth: true
        errorText: form.editor.problem
        label: qsTr("Name")

        AppTextField {
            Layout.fillWidth: true
            accessibleName: qsTr("Name of the plan")
            maximumLength: 60
            objectName: "planName"
            readOnly: form.editor.busy
            text: form.editor.name

            onAccepted: form.editor.save()
            onTextEdited: form.editor.name = text
        }
    }
    Flow {
        Layout.fillWidth: true
        spacing: Theme.s2

        AppButton {
            busy: form.editor.busy
            objectName: "planSave"
            text: qsTr("Save the plan")
            variant: AppButton.Primary

            onClicked: form.editor.save()
        }
        AppButton {
            objectName: "planCancel"
            text: qsTr("Cancel")

            onClicked: form.editor.close()
        }
    }
}
