// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// The isolated accounts, most urgent first; each stands alone. Where the window is narrow the cross accounts stand above them in the same
// list. Only what is seen exists.
Item {
    id: panel

    required property AppViewModel app
    required property AccountColumns columns
    required property string focusedAccount
    required property bool holdsCross
    property bool wasSeen: false
    readonly property AccountRows rows: app.dashboard.rows
    readonly property real edge: width >= 700 ? Theme.s4 : Theme.s3
    readonly property real contentWidth: width - 2 * edge
    // Cards stand on top where five rows have room below them: as high as they and what is above them usually are.
    readonly property real roomAbove: height - 100 - 5 * (columns.twoLines ? 56 : 34)
    readonly property int fittingCards: Math.floor(roomAbove / (contentWidth >= 680 ? 216 : 366))
    // The sheet of a margin call shows the most urgent one already.
    readonly property int leastCards: app.marginCall.isOpen && !app.marginCall.isFolded ? 0 : 1

    objectName: "isolatedPanel"

    onFocusedAccountChanged: panel.reveal(focusedAccount)

    // Somebody who points at a row, or has the keyboard in one, does not lose it; who has gone away does not hold the order for ever.
    Binding {
        property: "held"
        target: panel.rows
        value: busy.running && (hover.hovered || list.activeFocus)
    }
    Binding {
        property: "mostCards"
        target: panel.rows
        value: Math.max(panel.leastCards, panel.fittingCards)
    }
    Timer {
        id: busy
        interval: 15000
    }
    Timer { // what is out of sight is made behind the first picture
        interval: 300
        running: !panel.wasSeen && panel.visible

        onTriggered: panel.wasSeen = true
    }
    Timer { // what is above the list grows while it is laid out
        id: settled
        interval: 0

        onTriggered: {
            if (!list.scrolled && !list.moving)
                list.contentY = list.begin
        }
    }
    HoverHandler {
        id: hover

        onPointChanged: busy.restart()
    }
    Loader {
        id: head
        active: !panel.holdsCross
        width: panel.contentWidth
        x: panel.edge

        // qmllint disable unqualified
        sourceComponent: IsolatedHead { app: panel.app }
        // qmllint enable unqualified
    }
    ListView {
        id: list

        readonly property real begin: originY - topMargin // where the content begins
        property bool scrolled: false

        anchors { bottom: parent.bottom; left: parent.left; leftMargin: panel.edge; right: parent.right; rightMargin: panel.edge; top: panel.holdsCross ? parent.top : head.bottom }
        boundsBehavior: Flickable.StopAtBounds
        cacheBuffer: panel.wasSeen ? 400 : 0
        clip: true
        keyNavigationEnabled: false
        model: panel.rows.model
        objectName: "isolatedList"
        topMargin: panel.holdsCross ? above.height : 0

        T.ScrollBar.vertical: AppScrollBar { parent: panel; x: panel.width - width; height: panel.height }
        Keys.onPressed: event => panel.step(event)
        onBeginChanged: settled.restart()
        onHeightChanged: settled.restart()
        onMovementEnded: list.scrolled = list.contentY - list.begin > 1

        function goTo(index: int): void {
            list.scrolled = true
            list.positionViewAtIndex(index, ListView.Contain)
        }

        // qmllint disable unqualified
        delegate: AccountItem {
            id: item

            app: panel.app
            columns: panel.columns
            folds: panel.rows.shownForm === AccountRows.Rows
            wantsFocus: panel.focusedAccount === item.accountId
            width: list.width

            onToggled: panel.rows.toggle(item.accountId)
            onActiveFocusChanged: {
                if (item.activeFocus) {
                    busy.restart()
                    list.currentIndex = item.index
                    list.goTo(item.index)
                }
            }
        }
        // qmllint enable unqualified
        footer: Item { height: Theme.s3 }
    }
    KeptScroll {
        layout: panel.app.layout
        pane: WindowLayout.Isolated
        view: list

        onGoingChanged: if (going) list.scrolled = true
    }
    Column { // part of what scrolls
        id: above
        parent: list.contentItem
        spacing: Theme.s2
        topPadding: Theme.s3
        visible: panel.holdsCross
        width: panel.contentWidth
        y: list.originY - height

        Loader {
            active: panel.holdsCross
            width: parent.width

            // qmllint disable unqualified
            sourceComponent: CrossPanel {
                app: panel.app
                columns: panel.columns
                focusedAccount: panel.focusedAccount
                folded: true
            }
            // qmllint enable unqualified
        }
        Loader {
            active: panel.holdsCross
            width: parent.width

            // qmllint disable unqualified
            sourceComponent: IsolatedHead {
                app: panel.app

                onFinding: list.contentY = list.begin
            }
            // qmllint enable unqualified
        }
    }

    function reveal(accountId: string): void {
        const at = panel.rows.placeOf(accountId)
        if (at >= 0)
            list.goTo(at)
    }

    // Up, Down, Home and End go from account to account.
    function step(event: var): void {
        const steps = { [Qt.Key_Up]: list.currentIndex - 1, [Qt.Key_Down]: list.currentIndex + 1, [Qt.Key_Home]: 0, [Qt.Key_End]: list.count - 1 }
        const to = steps[event.key]
        event.accepted = to !== undefined && to >= 0 && to < list.count
        if (!event.accepted)
            return
        list.goTo(to)
        const item = list.itemAtIndex(to)
        item?.focusFirst()
    }
}
