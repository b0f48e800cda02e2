// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Plimsoll.Theme
import Plimsoll.ViewModels

// All accounts in margin call, as a sheet at the right edge that pushes everything else aside and leaves it usable. It opens by itself,
// never takes the keyboard, and only its own buttons close it: no Esc, no Enter, no click beside it. A person can fold it to a bar; news
// bring it back. In a narrow window it is a page, and a bar while a form is being filled in.
T.Dialog {
    id: sheet

    required property AppViewModel app
    required property real below // where the status bar ends
    property bool formOpen: false
    readonly property MarginCallViewModel call: app.marginCall
    readonly property bool wanted: call.isOpen
    readonly property real windowWidth: parent?.width ?? 0
    readonly property real windowHeight: parent?.height ?? 0
    readonly property bool isPage: windowWidth < 760
    readonly property bool folded: call.isFolded || (isPage && formOpen)
    readonly property bool asTab: folded && !isPage
    readonly property bool isBar: folded && isPage
    readonly property real barHeight: 51
    readonly property real fullWidth: isPage ? windowWidth : Math.min(400, windowWidth * 0.46)
    // What the rest of the window leaves free.
    readonly property real sideRoom: !visible || isPage ? 0 : width
    readonly property real bottomRoom: visible && isBar ? barHeight : 0

    bottomPadding: 0
    closePolicy: T.Popup.NoAutoClose
    dim: false
    focus: false
    height: isBar ? barHeight : windowHeight - below
    leftPadding: 0
    modal: false
    objectName: "marginCallDialog"
    parent: T.Overlay.overlay
    rightPadding: 0
    title: call.title.length > 0 ? call.title : qsTr("Margin call") // its accessible name
    topPadding: 3
    width: asTab ? bar.implicitWidth : fullWidth
    x: windowWidth - width
    y: isBar ? windowHeight - barHeight : below
    z: 2 // above the forms, which do not hold it up

    Component.onCompleted: sheet.follow()
    onWantedChanged: sheet.follow()

    Connections {
        target: sheet.app

        function onWhatIfWanted() {
            if (sheet.isPage)
                sheet.call.fold(true) // else it covers the page
        }
    }
    background: Rectangle {
        color: Theme.surface

        Rectangle {
            color: Theme.stateColor(sheet.call.worstState)
            height: sheet.asTab ? parent.height : 3
            width: sheet.asTab ? 3 : parent.width
        }
        Rectangle {
            color: Theme.line
            height: parent.height
            visible: !sheet.isPage
            width: Theme.hairline
        }
    }
    Item { // fills the sheet
        anchors.fill: parent

        MarginCallBar {
            id: bar
            anchors.fill: parent
            call: sheet.call
            upright: !sheet.isPage
            visible: sheet.folded

            onOpenWanted: sheet.call.fold(false)
        }
        MarginCallBody {
            anchors.fill: parent
            app: sheet.app
            call: sheet.call
            visible: !sheet.folded
        }
    }

    function follow(): void {
        if (sheet.wanted && !sheet.opened)
            sheet.open()
        else if (!sheet.wanted)
            sheet.close()
    }
}
