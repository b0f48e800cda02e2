// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// A move named in percent, money or sigmas, and what it takes to meet the bars of the chosen account: each asset alone, all together, by beta.
GridLayout {
    id: panel

    required property StressMoves moves
    required property PathChooser paths
    required property bool wide

    columnSpacing: Theme.s5
    columns: wide ? 2 : 1
    objectName: "movesPanel"
    rowSpacing: Theme.s3

    ColumnLayout {
        Layout.alignment: Qt.AlignTop
        Layout.fillWidth: true
        Layout.maximumWidth: panel.wide ? 400 : 100000
        Layout.preferredWidth: 2
        spacing: Theme.s2

        LabeledField {
            Layout.fillWidth: true
            errorText: panel.moves.problem
            label: qsTr("A move of your own")

            AppTextField {
                Layout.fillWidth: true
                accessibleName: qsTr("Move of prices")
                error: panel.moves.problem.length > 0
                maximumLength: 60
                objectName: "movesTyped"
                placeholderText: qsTr("such as −12.5")
                text: panel.moves.move

                onTextEdited: panel.moves.move = text
            }
        }
        ChoiceBar {
            Layout.fillWidth: true
            accessibleName: qsTr("Unit of the move")
            chosen: panel.moves.unit
            model: [qsTr("%"), qsTr("money"), qsTr("σ of a day")]
            objectName: "movesUnit"

            onPicked: index => panel.moves.unit = index
        }
        AppText {
            Layout.fillWidth: true
            font.weight: Font.Medium
            objectName: "movesAt"
            text: panel.moves.atText
            visible: text.length > 0
            wrapMode: Text.Wrap
        }
        CandleFileField {
            Layout.fillWidth: true
            chooser: panel.paths
            files: panel.moves.files
            nameStart: "moves"
        }
        CandleFileList {
            Layout.fillWidth: true
            files: panel.moves.files
        }
    }
    ColumnLayout {
        Layout.alignment: Qt.AlignTop
        Layout.fillWidth: true
        Layout.preferredWidth: 3
        spacing: Theme.s2

        SectionHeader {
            Layout.fillWidth: true
            title: qsTr("What it takes to meet the bars")
        }
        Repeater {
            model: panel.moves.rows

            ColumnLayout {
                id: row

                required property string mover
                required property string callText
                required property string liquidationText

                Layout.fillWidth: true
                Accessible.name: qsTr("%1: margin call %2, liquidation %3").arg(mover).arg(callText).arg(liquidationText)
                Accessible.role: Accessible.ListItem
                objectName: "movesRow"
                spacing: 2

                AppText {
                    Layout.fillWidth: true
                    Accessible.ignored: true
                    font.weight: Font.Medium
                    text: row.mover
                    wrapMode: Text.Wrap
                }
                RowLayout {
                    Layout.fillWidth: true
                    spacing: Theme.s2

                    StateShape {
                        Accessible.ignored: true
                        riskState: RiskState.MarginCall
                        size: 12
                    }
                    AppText {
                        Layout.fillWidth: true
                        Accessible.ignored: true
                        text: row.callText
                        wrapMode: Text.Wrap
                    }
                }
                RowLayout {
                    Layout.fillWidth: true
                    spacing: Theme.s2

                    StateShape {
                        Accessible.ignored: true
                        riskState: RiskState.Liquidation
                        size: 12
                    }
                    AppText {
                        Layout.fillWidth: true
                        Accessible.ignored: true
                        text: row.liquidationText
                        wrapMode: Text.Wrap
                    }
                }
            }
        }
        AppText {
            Layout.fillWidth: true
            color: Theme.muted
            font.pixelSize: Theme.smallSize
            objectName: "movesBasis"
            text: panel.moves.basisText
            wrapMode: Text.Wrap
        }
        BetaLines {
            Layout.fillWidth: true
            betas: panel.moves.betas
        }
    }
}
