// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// A crash over the accounts: what is played, and a player for what became of them. Nothing of it is real.
Flickable {
    id: page

    required property ReplayViewModel replay
    required property PathChooser paths
    required property WindowLayout layout
    readonly property bool wide: width >= 900

    boundsBehavior: Flickable.StopAtBounds
    clip: true
    contentHeight: content.implicitHeight + 2 * Theme.ringRoom
    contentWidth: width
    objectName: "replayPage"

    T.ScrollBar.vertical: AppScrollBar {}

    KeptScroll { layout: page.layout; pane: WindowLayout.Replay; view: page }

    Binding { target: page.replay; property: "active"; value: page.visible }

    onVisibleChanged: if (!visible && page.replay !== null) page.replay.player.playing = false

    GridLayout {
        id: content
        columnSpacing: Theme.s5
        columns: page.wide ? 2 : 1
        rowSpacing: Theme.s4
        width: page.width - 14 - Theme.ringRoom
        x: Theme.ringRoom
        y: Theme.ringRoom

        ReplayForm {
            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: true
            Layout.maximumWidth: page.wide ? 400 : 100000
            Layout.preferredWidth: 2
            paths: page.paths
            replay: page.replay
        }
        ColumnLayout {
            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: true
            Layout.preferredWidth: 3
            spacing: Theme.s3

            AppText {
                Layout.fillWidth: true
                color: Theme.muted
                text: qsTr("Nothing was played yet. A replay books nothing, raises no alarm and leaves your accounts as they are.")
                visible: !page.replay.player.there
                wrapMode: Text.Wrap
            }
            ReplayView {
                Layout.fillWidth: true
                player: page.replay.player
                visible: page.replay.player.there
            }
            ReplayTwins {
                Layout.fillWidth: true
                twins: page.replay.player.twins
                visible: page.replay.player.there && twins.count > 0
            }
            ReplaySave {
                Layout.fillWidth: true
                paths: page.paths
                report: page.replay.report
                visible: page.replay.player.there
            }
        }
    }
}
