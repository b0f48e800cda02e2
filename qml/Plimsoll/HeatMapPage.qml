// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// One account over moves of two prices at once: what it would be in each cell, by colour and shape, and exactly under the cursor.
Item {
    id: page

    required property HeatMapViewModel map
    required property WindowLayout layout

    objectName: "heatMapPage"

    AppText {
        anchors.fill: parent
        color: Theme.muted
        horizontalAlignment: Text.AlignHCenter
        objectName: "heatMapEmpty"
        text: page.map.emptyText
        verticalAlignment: Text.AlignVCenter
        visible: text.length > 0
        wrapMode: Text.Wrap
    }
    Flickable {
        id: scroll
        anchors.fill: parent
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        contentHeight: Math.max(height, 400 + 2 * Theme.ringRoom)
        contentWidth: width
        objectName: "heatMapScroll"
        visible: page.map.emptyText.length === 0

        T.ScrollBar.vertical: AppScrollBar {}

        KeptScroll { layout: page.layout; pane: WindowLayout.HeatMap; view: scroll }

        ColumnLayout {
            height: Math.max(scroll.height - 2 * Theme.ringRoom, 400) // below that the shapes in the cells cannot be told apart
            spacing: Theme.s2
            width: scroll.width - 2 * Theme.ringRoom - (scroll.contentHeight > scroll.height ? 14 : 0)
            x: Theme.ringRoom
            y: Theme.ringRoom

            GridLayout {
                Layout.fillWidth: true
                columnSpacing: Theme.s2
                columns: page.width >= 980 ? 4 : page.width >= 520 ? 2 : 1
                rowSpacing: Theme.s2

                ChoiceBox {
                    Layout.fillWidth: true
                    Layout.maximumWidth: 320
                    accessibleName: qsTr("Account")
                    chosen: page.map.accountIndex
                    implicitHeight: 36
                    model: page.map.accountNames
                    objectName: "heatMapAccount"

                    onPicked: index => page.map.accountIndex = index
                }
                RowLayout {
                    Layout.fillWidth: true
                    spacing: Theme.s2

                    ChoiceBox {
                        Layout.fillWidth: true
                        accessibleName: qsTr("From left to right")
                        chosen: page.map.xIndex
                        implicitHeight: 36
                        implicitWidth: 110
                        model: page.map.xNames
                        objectName: "heatMapX"

                        onPicked: index => page.map.xIndex = index
                    }
                    AppText {
                        Accessible.ignored: true
                        color: Theme.muted
                        text: "×"
                    }
                    ChoiceBox {
                        Layout.fillWidth: true
                        accessibleName: qsTr("From the bottom up")
                        chosen: page.map.yIndex
                        implicitHeight: 36
                        implicitWidth: 110
                        model: page.map.yNames
                        objectName: "heatMapY"

                        onPicked: index => page.map.yIndex = index
                    }
                }
                HeatMapSentence {
                    Layout.columnSpan: page.width >= 980 ? 2 : 1
                    Layout.fillWidth: true
                    map: page.map
                }
            }
            HeatMapView {
                Layout.fillHeight: true
                Layout.fillWidth: true
                map: page.map
            }
        }
    }
}
