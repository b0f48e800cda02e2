// SPDX-License-Identifier: GPL-3.0-or-later
import QtCharts
import QtQuick
import QtQuick.Controls.Fusion
import QtQuick.Layouts

// What any window with Fusion's controls and a chart costs: one of each control, a short list, a chart with two points.
ApplicationWindow {
    font.family: "Roboto"
    height: 860
    title: "Bare"
    visible: true
    width: 1280

    header: ToolBar {
        RowLayout {
            ToolButton { text: "Tool" }
            Label { text: "Label" }
            ComboBox { model: ["One", "Two"] }
            TextField { text: "Text" }
            CheckBox { text: "Check" }
            ProgressBar { value: 0.5 }
        }
    }
    ColumnLayout {
        anchors.fill: parent

        TabBar {
            TabButton { text: "One" }
            TabButton { text: "Two" }
        }
        ListView {
            Layout.fillWidth: true
            Layout.preferredHeight: 200
            model: 5
            ScrollBar.vertical: ScrollBar {}
            delegate: ItemDelegate {
                required property int index

                text: "Row " + index
            }
        }
        ChartView {
            Layout.fillHeight: true
            Layout.fillWidth: true
            antialiasing: true

            LineSeries {
                XYPoint { x: 0; y: 1 }
                XYPoint { x: 1; y: 2 }
            }
        }
        Button { text: "Button" }
    }
}
