// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// Scenarios that are kept by name, and scenario files anywhere.
ColumnLayout {
    id: view

    required property ScenarioShelf shelf

    spacing: Theme.s2

    Component.onCompleted: view.shelf.list()

    SectionHeader {
        Layout.fillWidth: true
        title: qsTr("Scenarios")
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.s2

        AppTextField {
            Layout.fillWidth: true
            accessibleName: qsTr("Name of the scenario")
            implicitHeight: 36
            implicitWidth: 120
            maximumLength: 60
            objectName: "scenarioName"
            placeholderText: qsTr("Name")
            text: view.shelf.name

            onAccepted: view.shelf.save()
            onTextEdited: view.shelf.name = text
        }
        AppButton {
            objectName: "scenarioSave"
            text: qsTr("Save")

            onClicked: view.shelf.save()
        }
    }
    ChoiceBox {
        id: kept

        property int wanted: 0

        Layout.fillWidth: true
        accessibleName: qsTr("Saved scenarios")
        chosen: Math.max(0, Math.min(wanted, count - 1))
        implicitHeight: 36
        model: view.shelf.names
        objectName: "scenarioKept"
        visible: count > 0

        onPicked: index => kept.wanted = index
    }
    Flow {
        Layout.fillWidth: true
        spacing: Theme.s2
        visible: kept.visible

        AppButton { objectName: "scenarioOpen"; small: true; text: qsTr("Open"); onClicked: view.shelf.open(kept.currentIndex) }
        AppButton { objectName: "scenarioCompare"; small: true; text: qsTr("Compare"); onClicked: view.shelf.compare(kept.currentIndex) }
        AppButton { objectName: "scenarioRename"; small: true; text: qsTr("Rename"); onClicked: view.shelf.rename(kept.currentIndex) }
        AppButton { objectName: "scenarioRemove"; small: true; text: qsTr("Delete"); onClicked: view.shelf.remove(kept.currentIndex) }
    }
    Banner {
        Layout.fillWidth: true
        actionText: qsTr("Delete")
        objectName: "scenarioLeaving"
        otherActionText: qsTr("Keep")
        riskState: RiskState.EarlyWarning
        text: qsTr("Delete the scenario %1?").arg(view.shelf.leaving)
        visible: view.shelf.leaving.length > 0

        onActionTriggered: view.shelf.answerRemove(true)
        onOtherActionTriggered: view.shelf.answerRemove(false)
    }
    LabeledField {
        Layout.fillWidth: true
        errorText: view.shelf.problem
        hintText: view.shelf.notice
        label: qsTr("As a file, to share or from the terminal")

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.s2

            AppTextField {
                id: path
                Layout.fillWidth: true
                accessibleName: qsTr("Scenario file")
                implicitHeight: 36
                implicitWidth: 120
                maximumLength: 4096
                objectName: "scenarioPath"
                placeholderText: "~/crash.json"
                text: view.shelf.path

                onTextEdited: view.shelf.path = text

                DropArea {
                    anchors.fill: parent
                    keys: ["text/uri-list"]

                    onDropped: drop => {
                        if (drop.hasUrls)
                            view.shelf.path = drop.urls[0].toString()
                    }
                }
            }
            AppButton { enabled: path.text.length > 0; objectName: "scenarioRead"; text: qsTr("Read"); onClicked: view.shelf.readFile() }
            AppButton { enabled: path.text.length > 0; objectName: "scenarioWrite"; text: qsTr("Write"); onClicked: view.shelf.writeFile() }
        }
    }
}
