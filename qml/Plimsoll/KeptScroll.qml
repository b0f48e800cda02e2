// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Plimsoll.ViewModels

// Keeps how far a view is scrolled for the next window: after Back, another language, a restart.
Item {
    id: kept

    required property Flickable view
    required property WindowLayout layout
    required property int pane // WindowLayout::Pane
    readonly property real begin: view.originY - view.topMargin // where the content begins
    readonly property real scrolled: view.contentY - begin
    property bool waiting: true // for enough content to go where it was
    property bool going: false
    property real place: -1 // where it has just gone: what is above a list may still grow

    visible: false

    Component.onCompleted: {
        kept.waiting = kept.layout.scrollOf(kept.pane) > 0
        kept.settle()
    }
    onBeginChanged: kept.place >= 0 ? kept.put() : kept.settle()
    onScrolledChanged: {
        if (!kept.waiting && kept.place < 0 && kept.view.contentHeight > 0 && kept.view.visible)
            kept.layout.keepScroll(kept.pane, Math.round(Math.max(0, kept.scrolled)))
    }

    Connections {
        target: kept.view

        function onContentHeightChanged() { kept.settle() }
        function onHeightChanged() { kept.settle() }
        function onMovementStarted() {
            kept.waiting = false
            kept.place = -1
        }
    }
    Timer { // what is above a list grows while it is laid out
        id: settled
        interval: 0

        onTriggered: kept.go()
    }
    Timer {
        id: laidOut
        interval: 400

        onTriggered: kept.place = -1
    }

    function settle(): void {
        if (kept.waiting)
            settled.restart()
    }

    function go(): void {
        const wanted = kept.layout.scrollOf(kept.pane)
        if (!kept.waiting || kept.view.topMargin + kept.view.contentHeight < wanted + kept.view.height)
            return
        kept.waiting = false
        kept.place = wanted
        kept.put()
    }

    function put(): void {
        laidOut.restart()
        kept.going = true
        kept.view.contentY = kept.begin + kept.place
        kept.going = false
    }
}
