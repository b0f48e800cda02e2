// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Plimsoll.Theme

// Choice from a list. The model is a list of strings, or has a role named by `textRole`. The wheel turns it while it has the keyboard, so
// that it never stops a page from being scrolled. Letters choose by their beginning; a long list opens for them, and shows what holds them.
T.ComboBox {
    id: control

    required property string accessibleName
    property bool error: false
    property string placeholder: "" // while nothing is chosen
    readonly property bool filters: count > 12
    property real widest: 0 // of the list when it was opened
    property int marked: -1 // in the open list: what Enter takes
    property string typed: "" // letters that follow each other quickly
    readonly property string wanted: body.searchText.trim().toLowerCase() // a part of what is looked for in the open list

    readonly property ComboList body: ComboList {
        empty: control.marked < 0 && control.wanted.length > 0
        filters: control.filters
        marked: control.marked
        model: control.delegateModel
        shown: control.shownCount()

        onKeyPressed: event => event.accepted = control.keyInList(event)
    }

    Accessible.name: accessibleName
    Accessible.onPressAction: control.popup.open()
    focusPolicy: Qt.StrongFocus
    font.family: Theme.fontFamily
    font.pixelSize: Theme.inputSize
    hoverEnabled: true
    implicitHeight: 44
    implicitWidth: 200
    leftPadding: 14
    opacity: enabled ? 1 : Theme.disabledOpacity
    rightPadding: 38
    wheelEnabled: activeFocus

    Keys.onPressed: event => event.accepted = control.popup.visible ? control.keyInList(event) : control.keyOutside(event)
    Keys.onShortcutOverride: event => event.accepted = control.popup.visible && event.key === Qt.Key_Escape
    onWantedChanged: if (popup.visible) mark(next(-1, 1))
    onHighlightedIndexChanged: if (highlightedIndex >= 0) marked = highlightedIndex

    background: Rectangle {
        border.color: control.error ? Theme.liquidation : control.hovered ? Theme.muted : Theme.outline
        border.width: control.error ? 2 : Theme.hairline
        color: Theme.background
        radius: Theme.radiusControl

        FocusRing { active: control.visualFocus }
    }
    contentItem: NameText {
        color: control.currentIndex < 0 ? Theme.muted : Theme.text
        font: control.font
        text: control.currentIndex < 0 ? control.placeholder : control.displayText
        verticalAlignment: Text.AlignVCenter
    }
    delegate: T.ItemDelegate {
        id: option

        required property var model
        required property int index
        readonly property bool shown: control.wanted.length === 0 || text.toLowerCase().includes(control.wanted)

        Accessible.name: text
        Accessible.onPressAction: option.clicked()
        Accessible.role: Accessible.ListItem
        highlighted: control.marked === index
        hoverEnabled: true
        implicitHeight: shown ? control.body.lineHeight : 0
        leftPadding: 12
        rightPadding: 12
        text: control.textRole.length === 0 ? (model.modelData ?? "")
              : (model[control.textRole] ?? model.modelData?.[control.textRole] ?? "")
        visible: shown
        width: ListView.view?.width ?? 0

        background: Rectangle {
            color: option.highlighted ? Theme.hover : "transparent"
            radius: Theme.radiusControl - 2
        }
        contentItem: NameText {
            color: control.currentIndex === option.index ? Theme.accent : Theme.text
            font: control.font
            text: option.text
            verticalAlignment: Text.AlignVCenter
        }
    }
    indicator: AppIcon {
        anchors { right: parent?.right; rightMargin: 14; verticalCenter: parent?.verticalCenter }
        color: Theme.muted
        name: "chevronDown"
    }
    popup: T.Popup {
        readonly property real room: (T.Overlay.overlay?.height ?? 480) - 2 * margins

        focus: control.filters
        height: Math.min(control.body.implicitHeight + 2 * padding, 360, room) // asked for its content, it would be made just then
        margins: Theme.s2
        padding: Theme.s1
        width: Math.min(Math.max(control.width, control.widest), (T.Overlay.overlay?.width ?? control.width) - 2 * margins)
        y: control.height + Theme.s1
        z: 3 // above the margin call

        onAboutToShow: {
            control.body.searchText = control.filters ? control.typed : ""
            control.widest = control.widestText()
            control.mark(control.currentIndex)
        }
        onClosed: if (control.filters) control.forceActiveFocus(Qt.PopupFocusReason)
        onOpened: {
            if (control.filters)
                control.body.focusSearch()
        }

        background: Rectangle {
            border.color: Theme.outline
            border.width: Theme.hairline
            color: Theme.raised
            radius: Theme.radiusControl

            SoftShadow { cornerRadius: Theme.radiusControl }
        }
        contentItem: control.body
    }
    FontMetrics { id: metrics; font: control.font }
    Timer {
        id: pause
        interval: 1000

        onTriggered: control.typed = ""
    }

    // The whole of the longest text, so that no choice is cut where the window has room.
    function widestText(): real {
        let widest = 0
        for (let i = 0; i < Math.min(control.count, 500); ++i)
            widest = Math.max(widest, metrics.advanceWidth(control.textAt(i)))
        return Math.ceil(widest) + 2 * 12 + 2 * Theme.s1 + 4
    }

    function holds(index: int): bool {
        return control.wanted.length === 0 || control.textAt(index).toLowerCase().includes(control.wanted)
    }

    function shownCount(): int {
        if (control.wanted.length === 0)
            return control.count
        let shown = 0
        for (let i = 0; i < control.count; ++i)
            shown += control.holds(i) ? 1 : 0
        return shown
    }

    // From a place, the next that is shown, or -1.
    function next(from: int, step: int): int {
        for (let i = from + step; i >= 0 && i < control.count; i += step)
            if (control.holds(i))
                return i
        return -1
    }

    function mark(index: int): void {
        control.marked = index
        if (index >= 0)
            control.body.show(index)
    }

    function choose(index: int): void {
        if (index < 0 || index >= control.count || index === control.currentIndex)
            return
        control.currentIndex = index
        control.activated(index)
    }

    // Where a key leads from a place, through what is shown; -1 for any other key.
    function placeOf(key: int, from: int): int {
        const page = control.popup.visible ? control.body.page : 8
        const ways = { [Qt.Key_Up]: [from, -1, 1], [Qt.Key_Down]: [from, 1, 1], [Qt.Key_Home]: [-1, 1, 1], [Qt.Key_End]: [control.count, -1, 1],
            [Qt.Key_PageUp]: [from, -1, page], [Qt.Key_PageDown]: [from, 1, page] }
        const way = ways[key]
        if (way === undefined)
            return -1
        let at = way[0]
        for (let step = 0; step < way[2]; ++step) {
            const to = control.next(at, way[1])
            if (to < 0)
                break
            at = to
        }
        return control.count > 0 ? Math.max(0, Math.min(at, control.count - 1)) : -1
    }

    function beginsWith(text: string): int {
        for (let i = 0; i < control.count; ++i) {
            const at = (control.currentIndex + (text.length > 1 ? 0 : 1) + i + control.count) % control.count
            if (control.textAt(at).toLowerCase().startsWith(text))
                return at
        }
        return -1
    }

    // Letters of a person, not of a shortcut.
    function letterOf(event: var): string {
        const held = event.modifiers & (Qt.ControlModifier | Qt.AltModifier | Qt.MetaModifier)
        return held || event.text.length !== 1 || event.text < " " || event.text === "\u007f" ? "" : event.text.toLowerCase()
    }

    function keyOutside(event: var): bool {
        if ((event.modifiers & Qt.AltModifier && (event.key === Qt.Key_Down || event.key === Qt.Key_Up)) || event.key === Qt.Key_F4) {
            control.popup.open()
            return true
        }
        const to = control.placeOf(event.key, control.currentIndex)
        const letter = control.letterOf(event)
        if (to >= 0)
            control.choose(to)
        else if (letter.length > 0 && (letter !== " " || control.typed.length > 0))
            control.type(letter)
        else
            return false
        return true
    }

    function type(letter: string): void {
        control.typed += letter
        pause.restart()
        if (control.filters && !control.popup.visible) {
            control.popup.open()
            control.mark(control.next(-1, 1))
            control.typed = ""
            return
        }
        const at = control.beginsWith(control.typed)
        if (control.popup.visible)
            control.mark(at < 0 ? control.marked : at)
        else if (at >= 0)
            control.choose(at)
    }

    function keyInList(event: var): bool {
        const inText = control.filters && (event.key === Qt.Key_Home || event.key === Qt.Key_End) && control.wanted.length > 0
        const to = inText ? -1 : control.placeOf(event.key, control.marked)
        const letter = control.filters ? "" : control.letterOf(event)
        if (to >= 0)
            control.mark(to)
        else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter || (event.key === Qt.Key_Space && !control.filters && control.typed.length === 0)) {
            control.popup.close()
            control.choose(control.marked)
        } else if (event.key === Qt.Key_Escape)
            control.popup.close()
        else if (letter.length > 0)
            control.type(letter)
        else
            return false
        return true
    }
}
