// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// How likely a margin call and a liquidation are: what is asked, the run, what came out, and what it assumes.
Flickable {
    id: page

    required property ChanceViewModel chance
    required property PathChooser paths
    required property WindowLayout layout
    readonly property ChanceResults results: chance.results
    readonly property bool wide: width >= 900

    boundsBehavior: Flickable.StopAtBounds
    clip: true
    contentHeight: content.implicitHeight + 2 * Theme.ringRoom
    contentWidth: width
    objectName: "chancePage"

    T.ScrollBar.vertical: AppScrollBar {}

    KeptScroll { layout: page.layout; pane: WindowLayout.Chance; view: page }

    Binding { target: page.chance; property: "active"; value: page.visible }

    GridLayout {
        id: content
        columnSpacing: Theme.s5
        columns: page.wide ? 2 : 1
        rowSpacing: Theme.s4
        width: page.width - 14 - Theme.ringRoom
        x: Theme.ringRoom
        y: Theme.ringRoom

        ColumnLayout {
            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: true
            Layout.maximumWidth: page.wide ? 400 : 100000
            Layout.preferredWidth: 2
            spacing: Theme.s4

            ChanceForm {
                Layout.fillWidth: true
                paths: page.paths
                chance: page.chance
            }
            ColumnLayout {
                Layout.fillWidth: true
                spacing: Theme.s1
                visible: page.results.there

                SectionHeader {
                    Layout.fillWidth: true
                    title: qsTr("What this assumes")
                }
                Repeater {
                    model: page.results.assumptions

                    AppText {
                        required property string modelData

                        Layout.fillWidth: true
                        text: modelData
                        wrapMode: Text.Wrap
                    }
                }
            }
        }
        ColumnLayout {
            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: true
            Layout.preferredWidth: 3
            spacing: Theme.s3

            AppText {
                Layout.fillWidth: true
                color: Theme.muted
                text: qsTr("Nothing was simulated yet. Estimates from the past: they say nothing about tomorrow for sure.")
                visible: !page.results.there
                wrapMode: Text.Wrap
            }
            ChanceOutcome {
                Layout.fillWidth: true
                results: page.results
                visible: page.results.there
            }
        }
    }
}
