// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// Which account the chart is about, which are compared with it, what it does not show; where it is narrow, in three rows.
GridLayout {
    id: header

    required property LevelChartViewModel chart
    property real space: 0 // how wide it may get
    readonly property bool narrow: space < 560
    readonly property string inFull: header.joined([space >= 760 ? chart.zonesText : "", chart.outsideText, chart.curve.note])
    // Names while they fit on two lines, which break where a word ends: else the chart would have no room.
    readonly property bool namesFit: metrics.advanceWidth <= 1.7 * outside.width
    readonly property string told: namesFit ? inFull : header.joined([chart.outsideCount, chart.curve.note])

    function joined(texts: var): string {
        return texts.filter(text => text.length > 0).join(" · ")
    }

    columnSpacing: Theme.s2
    columns: narrow ? 1 : 3
    rowSpacing: Theme.s1

    TextMetrics {
        id: metrics
        font: outside.font
        text: header.inFull
    }
    RowLayout {
        Layout.fillWidth: header.narrow
        spacing: Theme.s2

        ChoiceBox {
            Layout.fillWidth: header.narrow
            Layout.minimumWidth: 120
            Layout.preferredWidth: 200
            accessibleName: qsTr("Account in the chart")
            chosen: header.chart.accountIndex
            font.pixelSize: Theme.bodySize
            implicitHeight: 32
            model: header.chart.accountNames
            objectName: "chartAccount"
            wheelEnabled: true

            onPicked: index => header.chart.accountIndex = index
        }
        AppButton {
            enabled: header.chart.accountNames.length > 1 // not `visible`: a layout that is hidden itself would not notice
            objectName: "chartCompare"
            small: true
            text: qsTr("Compare")
            variant: AppButton.Quiet

            onClicked: {
                compareMenu.wanted = true
                compareMenu.open()
            }

            AppMenu {
                id: compareMenu

                property bool wanted: false // many names cost their time when they are asked for

                y: parent.height

                Repeater {
                    model: compareMenu.wanted ? header.chart.accountNames : []

                    AppMenuItem {
                        id: option

                        required property string modelData
                        required property int index

                        checkable: true
                        checked: header.chart.compared[index] ?? false
                        enabled: index !== header.chart.accountIndex
                        text: modelData

                        onTriggered: header.chart.compare(option.index, option.checked)
                    }
                }
            }
        }
    }
    AppText {
        id: outside
        Layout.fillWidth: true
        Layout.preferredHeight: text.length > 0 ? implicitHeight : 0
        color: Theme.muted
        font.pixelSize: Theme.smallSize
        horizontalAlignment: header.narrow ? Text.AlignLeft : Text.AlignRight
        objectName: "chartOutside"
        text: header.told
        wrapMode: Text.Wrap
    }
    RowLayout {
        spacing: Theme.s2

        ChoiceBox {
            Layout.fillWidth: header.narrow
            Layout.minimumWidth: 120
            Layout.preferredWidth: 196
            accessibleName: qsTr("Further curve")
            chosen: header.chart.curve.index
            font.pixelSize: Theme.bodySize
            implicitHeight: 32
            model: header.chart.curve.names
            objectName: "chartCurve"
            visible: header.chart.curve.names.length > 1

            onPicked: index => header.chart.curve.index = index
        }
        AppButton {
            checkable: true
            checked: header.chart.events.shown
            objectName: "chartEvents"
            small: true
            text: checked ? qsTr("Events ✓") : qsTr("Events")

            onToggled: header.chart.events.shown = checked
        }
        AppButton {
            objectName: "chartExport"
            small: true
            text: qsTr("Export…")

            onClicked: header.chart.exporter.open()
        }
    }
}
