// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// Which account the chart is about, which are compared with it, and what it does not show.
RowLayout {
    id: header

    required property LevelChartViewModel chart
    property real space: 0 // how wide it may get
    readonly property bool roomy: space >= 760

    spacing: Theme.s2

    ChoiceBox {
        Layout.maximumWidth: 220
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
        objectName: "chartCompare"
        small: true
        text: qsTr("Compare")
        variant: AppButton.Quiet
        visible: header.chart.accountNames.length > 1

        onClicked: compareMenu.open()

        AppMenu {
            id: compareMenu
            y: parent.height

            Repeater {
                model: header.chart.accountNames

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
    AppText {
        Layout.fillWidth: true
        color: Theme.muted
        font.pixelSize: Theme.smallSize
        objectName: "chartZones"
        text: header.chart.zonesText
        visible: header.roomy
        wrapMode: Text.Wrap
    }
    AppText {
        Layout.fillWidth: true
        color: Theme.muted
        font.pixelSize: Theme.smallSize
        horizontalAlignment: Text.AlignRight
        objectName: "chartOutside"
        text: header.chart.outsideText
        wrapMode: Text.Wrap
    }
    AppButton {
        checkable: true
        checked: header.chart.events.shown
        objectName: "chartEvents"
        small: true
        text: checked ? qsTr("Events ✓") : qsTr("Events")
        visible: header.space >= 480

        onToggled: header.chart.events.shown = checked
    }
    AppButton {
        objectName: "chartExport"
        small: true
        text: qsTr("Export…")
        visible: header.space >= 480

        onClicked: header.chart.exporter.open()
    }
}
