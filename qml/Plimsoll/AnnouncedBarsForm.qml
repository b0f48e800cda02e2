// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// Bars that begin later: from when on, in UTC, and the three ratios.
ColumnLayout {
    id: form

    required property AnnouncedBarsEditor editor

    objectName: "announcedForm"
    spacing: Theme.s2

    component Ratio: LabeledField {
        id: ratio

        required property string value

        signal edited(string text)

        Layout.fillWidth: true
        Layout.preferredWidth: 1

        AppTextField {
            Layout.fillWidth: true
            accessibleName: qsTr("%1 from then on").arg(ratio.label)
            error: form.editor.barsError.length > 0
            inputMethodHints: Qt.ImhFormattedNumbersOnly
            maximumLength: 20
            objectName: ratio.objectName + "Field"
            readOnly: form.editor.busy
            text: ratio.value

            onTextEdited: ratio.edited(text)
        }
    }

    LabeledField {
        Layout.fillWidth: true
        echoText: form.editor.whenEcho
        errorText: form.editor.whenError
        hintText: qsTr("As the exchange announced it, in UTC. From then on the account is judged by them.")
        label: qsTr("New bars from (UTC)")

        AppTextField {
            Layout.fillWidth: true
            accessibleName: qsTr("New bars from, in UTC")
            error: form.editor.whenError.length > 0
            maximumLength: 40
            objectName: "announcedWhen"
            placeholderText: "2026-12-01 08:00"
            readOnly: form.editor.busy
            text: form.editor.when

            onTextEdited: form.editor.when = text
        }
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.s3

        Ratio {
            label: qsTr("Initial ratio")
            objectName: "announcedInitial"
            value: form.editor.initialBar

            onEdited: text => form.editor.initialBar = text
        }
        Ratio {
            label: qsTr("Margin-call ratio")
            objectName: "announcedCall"
            value: form.editor.callBar

            onEdited: text => form.editor.callBar = text
        }
        Ratio {
            label: qsTr("Liquidation ratio")
            objectName: "announcedLiquidation"
            value: form.editor.liquidationBar

            onEdited: text => form.editor.liquidationBar = text
        }
    }
    AppText {
        Layout.fillWidth: true
        Accessible.role: Accessible.AlertMessage
        color: Theme.liquidation
        font.pixelSize: Theme.smallSize
        objectName: "announcedBarsError"
        text: form.editor.barsError
        visible: text.length > 0
        wrapMode: Text.Wrap
    }
    Flow {
        Layout.fillWidth: true
        spacing: Theme.s2

        AppButton {
            busy: form.editor.busy
            enabled: form.editor.savable || form.editor.busy
            objectName: "announcedSave"
            text: qsTr("Keep these bars")

            onClicked: form.editor.save()
        }
        AppButton {
            objectName: "announcedCancel"
            text: qsTr("Cancel")

            onClicked: form.editor.close()
        }
    }
}
