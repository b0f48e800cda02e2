// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Plimsoll.Charts
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// A replay at one moment: the chosen account's level with the moment as a cursor, every account then, and what has happened by then.
ColumnLayout {
    id: view

    required property ReplayPlayer player

    spacing: Theme.s2

    AppText {
        Layout.fillWidth: true
        font.weight: Font.Medium
        objectName: "replayNotReal"
        text: qsTr("Replay, not your accounts now: %1").arg(view.player.positionText)
        wrapMode: Text.Wrap
    }
    AppText {
        Layout.fillWidth: true
        color: Theme.muted
        objectName: "replaySummary"
        text: view.player.summary
        wrapMode: Text.Wrap
    }
    ReplayPlot {
        Layout.fillWidth: true
        Accessible.description: view.player.chartText
        Accessible.name: qsTr("Level over the replay")
        Accessible.role: Accessible.Chart
        implicitHeight: 160
        inks: ({ accent: Theme.accent, call: Theme.call, liquidation: Theme.liquidation, muted: Theme.muted, text: Theme.text })
        objectName: "replayPlot"
        player: view.player
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.s2

        IconButton {
            iconName: view.player.playing ? "pause" : "play"
            objectName: "replayPlay"
            text: view.player.playing ? qsTr("Pause") : qsTr("Play in time-lapse")

            onClicked: view.player.playing = !view.player.playing
        }
        AppSlider {
            id: slider
            Layout.fillWidth: true
            Accessible.description: view.player.positionText
            accessibleName: qsTr("Moment of the replay")
            from: 0
            objectName: "replayPosition"
            pageStep: Math.max(1, Math.round(view.player.last / 20))
            to: Math.max(1, view.player.last)

            onMoved: {
                view.player.playing = false
                view.player.position = value
            }
        }
        SegmentedControl {
            accessibleName: qsTr("How long the replay takes")
            currentIndex: view.player.seconds === 60 ? 0 : view.player.seconds === 30 ? 1 : 2
            model: [qsTr("60 s"), qsTr("30 s"), qsTr("10 s")]
            objectName: "replaySpeed"

            onActivated: index => view.player.seconds = [60, 30, 10][index]
        }
    }
    Binding { // outlives that keys set the value themselves
        property: "value"
        target: slider
        value: view.player.position
    }
    SectionHeader {
        Layout.fillWidth: true
        title: qsTr("Accounts at this moment")
    }
    Repeater {
        model: view.player.accounts

        ReplayAccount {
            required property int index

            Layout.fillWidth: true
            isChosen: view.player.chosen === index

            onChosen: view.player.chosen = index
        }
    }
    SectionHeader {
        Layout.fillWidth: true
        note: view.player.eventCount > view.player.events.count ? qsTr("around this moment, %1 in all").arg(view.player.eventCountText) : ""
        title: qsTr("What happened")
    }
    AppText {
        Layout.fillWidth: true
        color: Theme.muted
        text: qsTr("No account changed its state, and no alarm would have called.")
        visible: view.player.eventCount === 0
        wrapMode: Text.Wrap
    }
    ReplayEvents {
        Layout.fillWidth: true
        player: view.player
        visible: view.player.eventCount > 0
    }
}
