// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// What the accounts would be if prices moved: the level of one of them over all moves, the same as a table, and who is called when.
Item {
    id: page

    required property StressViewModel stress
    required property HeatMapViewModel map
    required property StressMoves moves
    required property PathChooser paths
    required property WindowLayout layout
    readonly property bool wide: width >= 980
    required property bool mapBesideCurve
    readonly property bool wantsMap: visible && mapBesideCurve
    readonly property bool hasMap: wantsMap && map.accountId.length > 0 && map.accountId === stress.accountId

    objectName: "stressPage"

    Binding { target: page.stress; property: "active"; value: page.visible }
    Binding { target: page.map; property: "accountId"; value: page.stress.accountId; when: page.wantsMap; restoreMode: Binding.RestoreNone }
    Binding { target: page.moves; property: "active"; value: page.visible }
    Binding { target: page.moves; property: "accountId"; value: page.stress.accountId }
    Binding { target: page.moves; property: "asset"; value: page.stress.asset }
    Binding { target: page.moves; property: "byBeta"; value: page.stress.byBeta }

    AppText {
        anchors.fill: parent
        color: Theme.muted
        horizontalAlignment: Text.AlignHCenter
        objectName: "stressEmpty"
        text: page.stress.emptyText
        verticalAlignment: Text.AlignVCenter
        visible: text.length > 0
        wrapMode: Text.Wrap
    }
    Flickable {
        id: scroll
        anchors.fill: parent
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        contentHeight: content.implicitHeight + 2 * Theme.ringRoom
        contentWidth: width
        objectName: "stressScroll"
        visible: page.stress.emptyText.length === 0

        T.ScrollBar.vertical: AppScrollBar {}

        KeptScroll { layout: page.layout; pane: WindowLayout.Stress; view: scroll }

        ColumnLayout {
            id: content
            spacing: Theme.s2
            width: scroll.width - 14 - Theme.ringRoom
            x: Theme.ringRoom
            y: Theme.ringRoom

            GridLayout {
                Layout.fillWidth: true
                columnSpacing: Theme.s2
                columns: page.wide ? 4 : page.width >= 520 ? 2 : 1
                rowSpacing: Theme.s2

                ChoiceBox {
                    Layout.fillWidth: !page.wide
                    Layout.preferredWidth: 230
                    accessibleName: qsTr("Account")
                    chosen: page.stress.accountIndex
                    implicitHeight: 36
                    model: page.stress.accountNames
                    objectName: "stressAccount"

                    onPicked: index => page.stress.accountIndex = index
                }
                ChoiceBox {
                    Layout.fillWidth: !page.wide
                    Layout.preferredWidth: 224
                    accessibleName: qsTr("What moves")
                    chosen: page.stress.assetIndex
                    implicitHeight: 36
                    model: page.stress.assetNames
                    objectName: "stressAsset"

                    onPicked: index => page.stress.assetIndex = index
                }
                ShockSlider {
                    Layout.fillWidth: true
                    accessibleName: qsTr("Move of prices in percent")
                    from: -50
                    objectName: "stressShock"
                    to: 50
                    value: page.stress.shock

                    onMoved: page.stress.shock = value
                }
                AppText {
                    Layout.fillWidth: true
                    Layout.preferredWidth: 330
                    font.weight: Font.Medium
                    objectName: "stressAt"
                    text: qsTr("What would be, not what is. %1").arg(page.stress.atText)
                    wrapMode: Text.Wrap
                }
            }
            GridLayout {
                id: upper
                Layout.fillWidth: true
                columnSpacing: Theme.s4
                columns: page.wide ? 2 : 1
                rowSpacing: Theme.s3
                visible: !page.stress.lacksBeta

                Item { // the curve, and the map of two assets, stay in sight while the table beside them scrolls
                    Layout.fillHeight: page.wide
                    Layout.fillWidth: true
                    implicitHeight: curve.height

                    StressCurve {
                        id: curve
                        height: page.wide ? Math.max(130, Math.min(page.height - 64, table.implicitHeight)) : 260
                        stress: page.stress
                        width: page.hasMap ? Math.round((parent.width - Theme.s4) / 2) : parent.width
                        y: Math.max(0, Math.min(scroll.contentY - upper.y, parent.height - height))
                    }
                    StressMap {
                        height: curve.height
                        map: page.map
                        visible: page.hasMap
                        width: parent.width - x
                        x: curve.width + Theme.s4
                        y: curve.y
                    }
                }
                StressTable {
                    id: table
                    Layout.alignment: Qt.AlignTop
                    Layout.fillWidth: !page.wide
                    Layout.preferredWidth: 450
                    stress: page.stress
                }
            }
            StressDominoPanel {
                Layout.fillWidth: true
                stress: page.stress
            }
            MovesPanel {
                Layout.fillWidth: true
                moves: page.moves
                paths: page.paths
                wide: page.wide
            }
        }
    }
}
