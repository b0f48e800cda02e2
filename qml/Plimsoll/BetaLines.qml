// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// How every asset moves with BTC: as the candles say, and as a person says instead.
ColumnLayout {
    id: view

    required property BetaTable betas

    objectName: "betaLines"
    spacing: Theme.s2
    visible: betas.rows.count > 0

    SectionHeader {
        Layout.fillWidth: true
        title: qsTr("Betas to BTC")
    }
    Repeater {
        model: view.betas.rows

        RowLayout {
            id: row

            required property string asset
            required property string assetText
            required property string measuredText
            required property string basisText
            required property string typed
            required property string problem

            Layout.fillWidth: true
            Accessible.name: qsTr("%1: measured %2, %3").arg(assetText).arg(measuredText).arg(basisText)
            Accessible.role: Accessible.ListItem
            objectName: "beta-" + asset
            spacing: Theme.s2

            ColumnLayout {
                Layout.fillWidth: true
                spacing: 2

                RowLayout {
                    Layout.fillWidth: true
                    spacing: Theme.s2

                    AppText {
                        Layout.fillWidth: true
                        Accessible.ignored: true
                        font.weight: Font.Medium
                        text: row.assetText
                    }
                    DataCell {
                        Accessible.ignored: true
                        color: row.typed.length > 0 && row.problem.length === 0 ? Theme.muted : Theme.text
                        elide: Text.ElideNone
                        text: row.measuredText
                    }
                }
                AppText {
                    Layout.fillWidth: true
                    Accessible.ignored: true
                    color: row.problem.length > 0 ? Theme.liquidation : Theme.muted
                    font.pixelSize: Theme.smallSize
                    text: row.problem.length > 0 ? row.problem : row.basisText
                    wrapMode: Text.Wrap
                }
            }
            AppTextField {
                Layout.preferredWidth: 90
                accessibleName: qsTr("Your own beta of %1").arg(row.assetText)
                error: row.problem.length > 0
                implicitHeight: 36
                inputMethodHints: Qt.ImhFormattedNumbersOnly
                maximumLength: 60
                objectName: "betaTyped-" + row.asset
                placeholderText: qsTr("own")
                text: row.typed

                onTextEdited: view.betas.type(row.asset, text)
            }
            IconButton {
                enabled: row.typed.length > 0
                iconName: "close"
                objectName: "betaMeasured-" + row.asset
                text: qsTr("Use the measured beta of %1").arg(row.assetText)

                onClicked: view.betas.useMeasured(row.asset)
            }
        }
    }
}
