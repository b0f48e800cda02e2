// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// What is simulated: candle files, methods, how many paths, the seed, and what a person says instead of the files; and the run itself.
ColumnLayout {
    id: form

    required property ChanceViewModel chance
    required property PathChooser paths

    spacing: Theme.s2

    CandleFileField {
        Layout.fillWidth: true
        chooser: form.paths
        files: form.chance.files
        nameStart: "chance"
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.s3

        AppButton {
            objectName: "chanceRun"
            text: form.chance.running ? qsTr("Cancel") : form.chance.results.there ? qsTr("Run again") : qsTr("Run")
            variant: form.chance.running ? AppButton.Secondary : AppButton.Primary

            onClicked: form.chance.running ? form.chance.cancel() : form.chance.run()
        }
        AppProgressBar {
            Layout.fillWidth: true
            accessibleName: qsTr("Progress of the simulation")
            objectName: "chanceProgress"
            value: form.chance.progress
            visible: form.chance.running
        }
    }
    AppText {
        Layout.fillWidth: true
        Accessible.role: Accessible.AlertMessage
        color: Theme.liquidation
        objectName: "chanceProblem"
        text: form.chance.problem
        visible: text.length > 0
        wrapMode: Text.Wrap
    }
    CandleFileList {
        Layout.fillWidth: true
        files: form.chance.files
    }
    Flow {
        Layout.fillWidth: true
        spacing: Theme.s3

        AppCheckBox { checked: form.chance.randomWalk; objectName: "chanceGbm"; text: qsTr("Random walk"); onToggled: form.chance.randomWalk = checked }
        AppCheckBox { checked: form.chance.realDays; objectName: "chanceBootstrap"; text: qsTr("Real days, shuffled"); onToggled: form.chance.realDays = checked }
        AppCheckBox { checked: form.chance.jumps; objectName: "chanceJump"; text: qsTr("With jumps"); onToggled: form.chance.jumps = checked }
    }
    GridLayout {
        Layout.fillWidth: true
        columnSpacing: Theme.s2
        columns: 2
        rowSpacing: Theme.s2

        LabeledField {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            label: qsTr("Paths")

            AppTextField {
                Layout.fillWidth: true
                accessibleName: qsTr("Number of paths")
                implicitHeight: 36
                implicitWidth: 80
                inputMethodHints: Qt.ImhDigitsOnly
                maximumLength: 20
                objectName: "chancePaths"
                text: form.chance.paths

                onTextEdited: form.chance.paths = text
            }
        }
        LabeledField {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            label: qsTr("Seed")

            AppTextField {
                Layout.fillWidth: true
                accessibleName: qsTr("Seed: the same one gives the same numbers")
                implicitHeight: 36
                implicitWidth: 80
                inputMethodHints: Qt.ImhDigitsOnly
                maximumLength: 20
                objectName: "chanceSeed"
                text: form.chance.seed

                onTextEdited: form.chance.seed = text
            }
        }
        LabeledField {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            label: qsTr("Volatility, % a year")

            AppTextField {
                Layout.fillWidth: true
                accessibleName: qsTr("Volatility in percent a year, instead of that of the files")
                implicitHeight: 36
                implicitWidth: 80
                maximumLength: 1000
                objectName: "chanceSigma"
                placeholderText: "ETH=80"
                text: form.chance.sigma

                onTextEdited: form.chance.sigma = text
            }
        }
        LabeledField {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            label: qsTr("Trend, % a year")

            AppTextField {
                Layout.fillWidth: true
                accessibleName: qsTr("Trend in percent a year; without it prices have none")
                implicitHeight: 36
                implicitWidth: 80
                maximumLength: 1000
                objectName: "chanceDrift"
                placeholderText: "ETH=-20"
                text: form.chance.drift

                onTextEdited: form.chance.drift = text
            }
        }
    }
    CorrelationTable {
        Layout.fillWidth: true
        grid: form.chance.correlations
        visible: count > 1 // of one asset there is none
    }
}
