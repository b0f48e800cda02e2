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
            Item { // the lists stand beside the curve and the panel, or between them; nested layouts would go round in circles
                id: body

                readonly property real gap: Theme.s4
                readonly property real leftWidth: page.wide ? width - table.width - falls.width - 2 * gap : width

                Layout.fillWidth: true
                implicitHeight: Math.max(panel.y + panel.implicitHeight, table.y + table.height, falls.y + falls.height)

                StressCurve {
                    id: curve
                    height: page.wide ? Math.max(160, Math.min(page.height - 60, 460)) : 180 // seen whole
                    stress: page.stress
                    width: body.leftWidth
                }
                StressTable {
                    id: table
                    height: implicitHeight
                    stress: page.stress
                    width: page.wide ? 250 : body.width
                    x: page.wide ? body.leftWidth + body.gap : 0
                    y: page.wide ? 0 : curve.height + Theme.s3
                }
                StressFalls {
                    id: falls
                    height: implicitHeight
                    stress: page.stress
                    width: page.wide ? 300 : body.width
                    x: body.width - width
                    y: page.wide ? 0 : table.y + table.height + Theme.s3
                }
                AppText {
                    id: safe
                    color: Theme.muted
                    font.pixelSize: Theme.smallSize
                    objectName: "stressSafe"
                    text: page.stress.safeText
                    visible: text.length > 0
                    width: body.leftWidth
                    wrapMode: Text.Wrap
                    y: (page.wide ? curve.height : falls.y + falls.height) + Theme.s2
                }
                MovesPanel {
                    id: panel
                    moves: page.moves
                    paths: page.paths
                    wide: page.wide && width >= 700
                    width: body.leftWidth
                    y: safe.visible ? safe.y + safe.height + Theme.s3 : safe.y + Theme.s2
                }
            }
        }
    }
}
