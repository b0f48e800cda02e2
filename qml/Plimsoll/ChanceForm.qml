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

    spacing: Theme.s2

    LabeledField {
        Layout.fillWidth: true
        hintText: qsTr("Named as the exchange names them: ETHUSDT-1h-2023-01.csv, also .gz or .zip. A folder adds all of its files.")
        label: qsTr("Candle files")

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.s2

            AppTextField {
                id: typedPath
                Layout.fillWidth: true
                accessibleName: qsTr("Candle file or folder")
                implicitHeight: 36
                implicitWidth: 120
                maximumLength: 4096
                objectName: "chancePath"
                placeholderText: qsTr("Path, or drop files here")

                onAccepted: form.addTyped()

                DropArea {
                    anchors.fill: parent
                    keys: ["text/uri-list"]

                    onDropped: drop => {
                        for (let i = 0; i < drop.urls.length; ++i)
                            form.chance.add(drop.urls[i].toString())
                    }
                }
            }
            AppButton {
                enabled: typedPath.text.length > 0
                objectName: "chanceAdd"
                text: qsTr("Add")

                onClicked: form.addTyped()
            }
        }
    }
    Repeater {
        model: form.chance.files

        RowLayout {
            id: file

            required property int index
            required property string path
            required property string symbol

            Layout.fillWidth: true
            Accessible.name: qsTr("%1: %2").arg(symbol).arg(path)
            Accessible.role: Accessible.ListItem
            spacing: Theme.s2

            AppText {
                Accessible.ignored: true
                elide: Text.ElideNone
                font.weight: Font.Medium
                text: file.symbol
            }
            NameText {
                Layout.fillWidth: true
                Accessible.ignored: true
                color: Theme.muted
                elide: Text.ElideLeft
                text: file.path
            }
            IconButton {
                iconName: "close"
                text: qsTr("Do not read %1").arg(file.path)

                onClicked: form.chance.remove(file.index)
            }
        }
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

    function addTyped(): void {
        form.chance.add(typedPath.text)
        typedPath.clear()
    }
}
