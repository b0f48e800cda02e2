// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Plimsoll.Theme

// Modal dialog: optional accent bar, `headerItems` above the title, children as scrolling content, `actions` as footer.
// Focus on opening goes to `initialFocusItem`, but never to a destructive button. Esc closes what holds nothing of a person's own, and asks
// before it drops a filled form; "Cancel" says so itself.
T.Dialog {
    id: dialog

    default property alias body: bodyColumn.data
    property alias headerItems: headerColumn.items
    property alias actions: footerRow.data
    property string subtitle: ""
    property color accentBar: "transparent"
    property real dialogWidth: 560
    property Item initialFocusItem: null
    property bool filled: false // holds what was typed and nothing has stored
    property bool asksDrop: false
    property Item typing: null // had the keyboard when Esc asked
    property bool followsEnd: false // what comes last is in sight, unless somebody scrolled away from it
    readonly property real room: (parent?.height ?? implicitHeight) - Theme.topBar - Theme.bottomBar // from top to bottom
    // The upper edge stays where it was when the dialog had opened: what comes and goes while one types moves nothing above it.
    readonly property real middle: Theme.topBar + Math.round((room - Math.min(implicitHeight, room - 2 * Theme.s3)) / 2)
    property real settled: -1
    readonly property real breadth: (parent?.width ?? dialogWidth) - Theme.sideBar
    readonly property bool focusIsSafe: initialFocusItem !== null
        && !(initialFocusItem instanceof AppButton && initialFocusItem.variant === AppButton.Danger)

    closePolicy: filled ? T.Popup.NoAutoClose : T.Popup.CloseOnEscape
    contentHeight: bodyColumn.implicitHeight
    dim: true
    focus: true
    height: Math.min(implicitHeight, room - 2 * Theme.s3, Theme.topBar + room - Theme.s3 - y)
    implicitHeight: topPadding + bottomPadding + implicitHeaderHeight + implicitFooterHeight + contentHeight
    leftPadding: 28
    modal: true
    rightPadding: 28
    parent: T.Overlay.overlay
    width: Math.min(dialogWidth, breadth - 2 * Theme.s3)
    x: Math.round((breadth - width) / 2)
    y: settled >= 0 ? settled : middle

    onAboutToShow: {
        asksDrop = false
        settled = -1
        contentItem.focus = true // not the button by which it was closed the last time: Enter would press it
        flick.contentY = 0
        flick.wentUp = false
    }
    onRoomChanged: if (settled >= 0) settled = middle
    onAsksDropChanged: dialog.moveKeyboard()
    onFilledChanged: if (!filled) asksDrop = false
    onFollowsEndChanged: flick.follow()
    onOpened: {
        settled = middle
        if (focusIsSafe)
            initialFocusItem.forceActiveFocus(Qt.TabFocusReason)
        flick.follow()
    }

    T.Overlay.modal: Rectangle { color: Theme.scrim }

    background: Item {
        SoftShadow { cornerRadius: Theme.radiusDialog; drop: 12; layers: 12; step: 4 }
        AccentPanel {
            anchors.fill: parent
            accentColor: dialog.accentBar
            edge: AccentPanel.Top
            panelRadius: Theme.radiusDialog
        }
    }
    enter: Transition {
        NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.duration }
    }
    exit: Transition {
        NumberAnimation { property: "opacity"; from: 1; to: 0; duration: Theme.duration }
    }
    footer: Item {
        implicitHeight: (footerRow.children.length > 0 ? footerRow.implicitHeight + 20 + 28 : 28)
                        + (drop.visible ? drop.height + 20 : 0)

        Banner {
            id: drop
            actionText: qsTr("Discard")
            asks: true
            anchors { left: parent.left; leftMargin: 28; right: parent.right; rightMargin: 28; top: parent.top; topMargin: 20 }
            objectName: "dialogDropQuestion"
            otherActionText: qsTr("Keep editing")
            text: qsTr("Discard what you typed?")
            visible: dialog.asksDrop

            onActionTriggered: dialog.close()
            onOtherActionTriggered: dialog.asksDrop = false
        }
        GridLayout { // side by side, or below one another where the words are too long for that
            id: footerRow

            readonly property real wanted: dialog.widthOf(children)

            anchors { bottom: parent.bottom; bottomMargin: 28; left: parent.left; leftMargin: 28; right: parent.right; rightMargin: 28 }
            columnSpacing: Theme.s2
            columns: wanted <= width ? -1 : 1
            rowSpacing: Theme.s2
        }
        Shortcut {
            enabled: dialog.opened && dialog.filled
            sequence: "Esc"

            onActivated: dialog.asksDrop = !dialog.asksDrop
        }
    }
    header: Item {
        implicitHeight: headerColumn.implicitHeight + 28 + Theme.s3

        DialogHeader {
            id: headerColumn
            anchors { left: parent.left; leftMargin: 28; right: parent.right; rightMargin: 28; top: parent.top; topMargin: 28 }
            subtitle: dialog.subtitle
            title: dialog.title
        }
    }

    // To the answer that changes nothing, and back to where it was.
    function moveKeyboard(): void {
        if (dialog.asksDrop) {
            dialog.typing = drop.Window.activeFocusItem
            drop.focusOtherAction()
        } else if (dialog.opened && dialog.typing !== null) {
            dialog.typing.forceActiveFocus(Qt.OtherFocusReason)
            dialog.typing = null
        }
    }

    function widthOf(items: var): real {
        let sum = 0
        for (let i = 0; i < items.length; ++i)
            if (items[i].visible)
                sum += items[i].implicitWidth + Theme.s2
        return sum - Theme.s2
    }

    // Scrolls until an item of the body is in sight.
    function reveal(item: Item): void {
        revealing.item = item
        revealing.restart() // it may have come just now, and have no place yet
    }

    Timer {
        id: revealing

        property Item item: null

        interval: 0

        onTriggered: flick.reveal(item)
    }

    Flickable {
        id: flick

        property bool wentUp: false // by a person, from the end
        readonly property Item focused: Window.activeFocusItem

        anchors.fill: parent
        anchors.margins: -Theme.ringRoom // what has the focus at its edges shows so
        boundsBehavior: Flickable.StopAtBounds
        clip: contentHeight > height
        contentHeight: bodyColumn.implicitHeight + 2 * Theme.ringRoom
        contentWidth: width
        implicitHeight: bodyColumn.implicitHeight

        onContentHeightChanged: flick.follow()
        onFocusedChanged: if (dialog.opened) flick.reveal(focused)
        onHeightChanged: flick.follow()
        onMovementEnded: flick.wentUp = !flick.atYEnd

        function follow() {
            if (dialog.followsEnd && !flick.wentUp && !flick.moving)
                flick.contentY = Math.max(0, flick.contentHeight - flick.height)
        }

        function reveal(item: Item): void {
            let inside = item
            while (inside !== null && inside !== bodyColumn)
                inside = inside.parent
            if (inside === null || item === bodyColumn)
                return
            const top = item.mapToItem(bodyColumn, 0, 0).y - Theme.s3
            const bottom = top + item.height + 2 * Theme.s3
            if (top < flick.contentY)
                flick.contentY = Math.max(0, top)
            else if (bottom > flick.contentY + flick.height)
                flick.contentY = Math.max(0, Math.min(flick.contentHeight - flick.height, bottom - flick.height))
        }

        T.ScrollBar.vertical: AppScrollBar {
            height: flick.height
            parent: flick.parent
            x: flick.x + flick.width + 8 - Theme.ringRoom
            y: flick.y
        }
        ColumnLayout {
            id: bodyColumn
            spacing: Theme.s3
            width: flick.width - 2 * Theme.ringRoom
            x: Theme.ringRoom
            y: Theme.ringRoom
        }
    }
}
