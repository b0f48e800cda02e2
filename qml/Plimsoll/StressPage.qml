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
    required property StressMoves moves
    required property PathChooser paths
    required property WindowLayout layout
    readonly property bool wide: width >= 980

    objectName: "stressPage"

    Binding { target: page.stress; property: "active"; value: page.visible }
    Binding { target: page.moves; property: "active"; value: page.visible }
    Binding { target: page.moves; property: "accountId"; value: page.stress.accountId }
    Binding { target: page.moves; property: "asset"; value: page.stress.asset }

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
        contentHeight: Math.max(height, content.implicitHeight + 2 * Theme.ringRoom)
        contentWidth: width
        objectName: "stressScroll"
        visible: page.stress.emptyText.length === 0

        T.ScrollBar.vertical: AppScrollBar {}

        KeptScroll { layout: page.layout; pane: WindowLayout.Stress; view: scroll }

        ColumnLayout {
            id: content
            height: parent.height - 2 * Theme.ringRoom
            spacing: Theme.s2
            width: parent.width - 2 * Theme.ringRoom - (parent.contentHeight > parent.height ? 14 : 0)
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
                    Layout.preferredWidth: 200
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
                Layout.fillHeight: true
                Layout.fillWidth: true
                columnSpacing: Theme.s4
                columns: page.wide ? 3 : 1
                rowSpacing: Theme.s3

                StressCurve {
                    Layout.fillHeight: true
                    Layout.fillWidth: true
                    Layout.minimumHeight: page.wide ? Math.max(110, page.height - 60) : 180 // the curve first, the panel below it
                    stress: page.stress
                }
                StressTable {
                    Layout.alignment: Qt.AlignTop
                    Layout.fillHeight: page.wide
                    Layout.fillWidth: !page.wide
                    Layout.preferredHeight: page.wide ? 1 : implicitHeight
                    Layout.preferredWidth: 280
                    scrolls: page.wide
                    stress: page.stress
                }
                StressFalls {
                    Layout.alignment: Qt.AlignTop
                    Layout.fillHeight: page.wide
                    Layout.fillWidth: !page.wide
                    Layout.preferredHeight: page.wide ? 1 : implicitHeight
                    Layout.preferredWidth: 330
                    scrolls: page.wide
                    stress: page.stress
                }
            }
            AppText {
                Layout.fillWidth: true
                color: Theme.muted
                font.pixelSize: Theme.smallSize
                objectName: "stressSafe"
                text: page.stress.safeText
                visible: text.length > 0
                wrapMode: Text.Wrap
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
