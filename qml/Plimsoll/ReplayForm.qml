// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// What is played: candle files, whose accounts, who acknowledges; and the run itself.
ColumnLayout {
    id: form

    required property ReplayViewModel replay
    required property PathChooser paths
    readonly property bool fromFiles: replay.source === ReplayViewModel.Candles

    spacing: Theme.s2

    ChoiceBar {
        Layout.fillWidth: true
        accessibleName: qsTr("Which prices are played")
        chosen: form.replay.source
        model: [qsTr("Candle files"), qsTr("Recorded here")]
        objectName: "replaySource"

        onPicked: index => form.replay.source = index
    }
    CandleFileField {
        Layout.fillWidth: true
        chooser: form.paths
        files: form.replay.files
        nameStart: "replay"
        visible: form.fromFiles
    }
    CandleFileList {
        Layout.fillWidth: true
        files: form.replay.files
        visible: form.fromFiles
    }
    LabeledField {
        Layout.fillWidth: true
        hintText: qsTr("Prices that Plimsoll recorded while it watched: every sample of the last 48 hours, then one a minute, after 90 days one an hour. Where nobody watched is a gap.")
        label: qsTr("Recorded prices of the last")
        visible: !form.fromFiles

        ChoiceBar {
            Layout.fillWidth: true
            accessibleName: qsTr("Recorded prices of the last")
            chosen: form.replay.span
            model: [qsTr("24 hours"), qsTr("7 days"), qsTr("90 days"), qsTr("All")]
            objectName: "replaySpan"

            onPicked: index => form.replay.span = index
        }
    }
    PathField {
        Layout.fillWidth: true
        chooser: form.paths
        filter: qsTr("Portfolios (*.json)")
        hintText: qsTr("A portfolio file, as Export writes it. Without one your own accounts are played.")
        kind: PathChooser.Open
        label: qsTr("Whose accounts")
        name: "replayBook"
        placeholder: qsTr("Your own accounts")
        value: form.replay.bookPath

        onEdited: path => form.replay.bookPath = path
    }
    LabeledField {
        Layout.fillWidth: true
        hintText: qsTr("Minutes after which somebody acknowledges an alarm. Empty: nobody does, and reminders come.")
        label: qsTr("Acknowledged after")

        AppTextField {
            Layout.fillWidth: true
            accessibleName: qsTr("Minutes until somebody acknowledges")
            implicitHeight: 36
            inputMethodHints: Qt.ImhDigitsOnly
            maximumLength: 10
            objectName: "replayAcknowledge"
            placeholderText: qsTr("Never")
            text: form.replay.acknowledgeAfter

            onTextEdited: form.replay.acknowledgeAfter = text
        }
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.s3

        AppButton {
            objectName: "replayRun"
            text: form.replay.running ? qsTr("Cancel") : form.replay.player.there ? qsTr("Run again") : qsTr("Run")
            variant: form.replay.running ? AppButton.Secondary : AppButton.Primary

            onClicked: form.replay.running ? form.replay.cancel() : form.replay.run()
        }
        AppProgressBar {
            Layout.fillWidth: true
            accessibleName: qsTr("Progress of the replay")
            objectName: "replayProgress"
            value: form.replay.progress
            visible: form.replay.running
        }
    }
    AppText {
        Layout.fillWidth: true
        Accessible.role: Accessible.AlertMessage
        color: Theme.liquidation
        objectName: "replayProblem"
        text: form.replay.problem
        visible: text.length > 0
        wrapMode: Text.Wrap
    }
    SectionHeader {
        Layout.fillWidth: true
        Layout.topMargin: Theme.s2
        title: qsTr("Crashes to try")
        visible: form.fromFiles
    }
    AppText {
        Layout.fillWidth: true
        color: Theme.muted
        visible: form.fromFiles
        text: qsTr("The exchange offers these files in its public archive of spot candles, as monthly archives of one minute.")
        wrapMode: Text.Wrap
    }
    Repeater {
        model: form.fromFiles ? form.replay.crashes : null

        ColumnLayout {
            id: crash

            required property string title
            required property string text
            required property string files

            Layout.fillWidth: true
            Accessible.name: qsTr("%1: %2 Files: %3").arg(title).arg(text).arg(files)
            Accessible.role: Accessible.ListItem
            spacing: 2

            AppText {
                Layout.fillWidth: true
                Accessible.ignored: true
                font.weight: Font.Medium
                text: crash.title
                wrapMode: Text.Wrap
            }
            AppText {
                Layout.fillWidth: true
                Accessible.ignored: true
                text: crash.text
                wrapMode: Text.Wrap
            }
            AppText {
                Layout.fillWidth: true
                Accessible.ignored: true
                color: Theme.muted
                font.pixelSize: Theme.smallSize
                text: crash.files
                visible: text.length > 0
                wrapMode: Text.Wrap
            }
        }
    }
}
