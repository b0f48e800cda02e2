// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import QtTest
import Plimsoll.Controls
import Plimsoll.Theme

Item {
    id: root

    readonly property string hostile: "x<img src=\"y\">"

    height: 600
    width: 800

    Component { id: buttonType; AppButton { text: "Press" } }
    Component { id: barType; LevelBar { width: 300; liquidationPosition: 0.2; callPosition: 0.4; initialPosition: 0.7
        liquidationText: "liq 1.05"; callText: "call 1.10"; initialText: "initial 1.25" } }
    Component { id: shapeType; StateShape {} }
    Component { id: badgeType; StateBadge {} }
    Component { id: segmentType; SegmentedControl { accessibleName: "Mode"; model: ["Cross", "Isolated", "Both"] } }
    Component { id: dialogType; AppDialog { parent: root; title: "Dialog" } }
    Component { id: iconButtonType; IconButton { iconName: "more"; text: "Menu" } }
    Component { id: dangerType; AppDialog { parent: root; initialFocusItem: erase
        AppButton { id: erase; text: "Erase"; variant: AppButton.Danger } } }
    Component { id: safeType; AppDialog { parent: root; initialFocusItem: keep
        AppButton { id: keep; objectName: "keepButton"; text: "Keep" } } }
    Component { id: answeredType; AppDialog { property int answers: 0; id: asking; parent: root
        actions: [AppButton { objectName: "answer"; text: "Acknowledge"; onClicked: { ++asking.answers; asking.close() } }] } }
    Component { id: growingType; AppDialog { property real rows: 300; followsEnd: true; parent: root
        Item { implicitHeight: rows; implicitWidth: 10; objectName: "rows" } } }
    Component { id: squeezedType; Column { width: 800
        SegmentedControl { accessibleName: "Figure"; model: ["Level", "Call price", "Liquidation price", "To initial", "Equity"]; objectName: "choices"
            width: Math.min(implicitWidth, parent.width) } } }
    Component { id: choosingType; AppDialog { parent: root
        LabeledField { Layout.fillWidth: true; label: "Prices from"
            SegmentedControl { Layout.fillWidth: true; accessibleName: "From"; implicitHeight: 44; objectName: "choices"
                model: ["Public data of the exchange", "An address of one's own"]
                property real tallestEver: 0
                readonly property real tallestNow: tallest()
                onTallestNowChanged: tallestEver = Math.max(tallestEver, tallestNow) } }
        AppText { Layout.fillWidth: true; objectName: "below"; text: "Data" } } }
    Component { id: tallType; AppDialog { parent: root; Item { implicitHeight: 3000; implicitWidth: 10 } } }
    Component { id: edgeType; AppDialog { parent: root
        AppButton { Layout.fillWidth: true; objectName: "edge"; text: "Wide" }
        Item { implicitHeight: 3000; implicitWidth: 10 } } }
    Component { id: questionType; Banner { actionText: "Remove"; text: "Remove this account?" } }
    Component { id: comboType; AppComboBox { accessibleName: "Pick"; model: [root.hostile, "other"] } }
    Component { id: shortComboType; AppComboBox { accessibleName: "Pick"; model: ["Alpha", "Beta", "Bravo", "Charlie"] } }
    Component { id: longComboType; AppComboBox { accessibleName: "Pick"; model: Array.from({ length: 45 }, (_, i) => (i < 20 ? "Cross " : "Isolated ") + i + "x of a name that needs some room") } }
    Component { id: filledComboType; AppDialog { filled: true; parent: root; AppComboBox { accessibleName: "Pick"; model: ["Alpha", "Beta"]; objectName: "inside" } } }
    Component { id: tabsType; AppTabBar { AppTabButton { text: "A" } AppTabButton { text: "B" } AppTabButton { text: "C" } } }
    Component { id: toastType; Toast { parent: root } }
    Component { id: fieldType; AppTextField { accessibleName: "Amount" } }
    Component { id: menuType; AppMenu { AppMenuItem { text: root.hostile; shortcutText: root.hostile } } }
    Component { id: spyType; SignalSpy {} }
    Component { id: pairType; RowLayout { property string problem: ""; width: 400
        LabeledField { errorText: problem; label: "Value"; AppTextField { accessibleName: "Value"; Layout.fillWidth: true } }
        LabeledField { label: "Loud"; AppTextField { accessibleName: "Loud"; objectName: "neighbour"; Layout.fillWidth: true } } } }
    Component { id: scrolledType; Rectangle { color: "white"; height: 100; width: 100
        Item { clip: true; height: 40; width: 100
            StateShape { color: "red"; riskState: RiskState.Liquidation; size: 20; y: 60 }
            AppIcon { color: "red"; name: "minus"; size: 20; x: 40; y: 60 }
            StateShape { color: "red"; objectName: "seen"; riskState: RiskState.Liquidation; size: 20; x: 80; y: 10 } } } }

    // Every control that shows text from outside, filled with text that looks like markup.
    Component { id: hostileText; AppText { text: root.hostile } }
    Component { id: hostileButton; AppButton { text: root.hostile; busy: true } }
    Component { id: hostileIcon; IconButton { iconName: "close"; text: root.hostile } }
    Component { id: hostileLink; TextLink { text: root.hostile } }
    Component { id: hostileCheck; AppCheckBox { text: root.hostile } }
    Component { id: hostileRadio; AppRadioButton { text: root.hostile } }
    Component { id: hostileSwitch; AppSwitch { text: root.hostile } }
    Component { id: hostileSegments; SegmentedControl { accessibleName: "Mode"; model: [root.hostile] } }
    Component { id: hostileTab; AppTabButton { text: root.hostile } }
    Component { id: hostileField; AppTextField { accessibleName: "Field"; text: root.hostile; suffix: root.hostile } }
    Component { id: hostilePlaceholder; AppTextField { accessibleName: "Field"; placeholderText: root.hostile } }
    Component { id: hostileLabeled; LabeledField { label: root.hostile; errorText: root.hostile } }
    Component { id: hostileMetric; Metric { label: root.hostile; value: root.hostile; stale: true } }
    Component { id: hostileRow; InfoRow { label: root.hostile; value: root.hostile } }
    Component { id: hostileBanner; Banner { text: root.hostile; detail: root.hostile; actionText: root.hostile } }
    Component { id: hostileEmpty; EmptyState { title: root.hostile; text: root.hostile } }
    Component { id: hostileHeader; HeaderCell { text: root.hostile } }
    Component { id: hostileCell; DataCell { text: root.hostile } }
    Component { id: hostileSection; SectionHeader { title: root.hostile; note: root.hostile } }
    Component { id: hostileAge; AgeDot { text: root.hostile } }
    Component { id: hostileBar; LevelBar { width: 300; callPosition: 0.4; callText: root.hostile } }
    Component { id: hostileTip; T.Control { contentItem: Item { AppToolTip { text: root.hostile; visible: true } } } }
    Component { id: hostileDialog; AppDialog { parent: root; title: root.hostile; subtitle: root.hostile; visible: true } }

    TestCase {
        id: cases
        name: "Controls"
        when: windowShown

        function make(type: var, values: var): var {
            const item = cases.createTemporaryObject(type, root, values ?? {})
            cases.verify(item !== null)
            return item
        }

        // The texts shown in an item tree; fails on one that would be interpreted as markup.
        function shownTexts(item: var): var {
            let found = []
            if (item.textFormat !== undefined && item.text !== undefined && item.text.length > 0) {
                cases.compare(item.textFormat, Text.PlainText, "text must be plain: " + item.text)
                found.push(item.text)
            }
            for (let i = 0; i < (item.children?.length ?? 0); ++i)
                found = found.concat(cases.shownTexts(item.children[i]))
            return found
        }

        function test_button_pressed_by_keyboard_data() {
            return [{tag: "space", key: Qt.Key_Space}, {tag: "return", key: Qt.Key_Return}, {tag: "enter", key: Qt.Key_Enter}]
        }

        function test_button_pressed_by_keyboard(row: var) {
            const button = make(buttonType)
            const spy = make(spyType, {target: button, signalName: "clicked"})
            button.forceActiveFocus(Qt.TabFocusReason)
            keyClick(row.key)
            compare(spy.count, 1)

            button.busy = true
            keyClick(row.key)
            mouseClick(button)
            compare(spy.count, 1)
            verify(button.activeFocus)
        }

        function test_button_pressed_by_accessibility() {
            const button = make(buttonType)
            const spy = make(spyType, {target: button, signalName: "clicked"})
            button.Accessible.pressAction()
            compare(spy.count, 1)
        }

        function test_marker_keeps_its_side_data() {
            const rows = []
            for (const width of [90, 120, 300, 301.5, 777])
                for (const mark of [0.2, 0.4, 0.7])
                    for (const step of [-0.02, -0.001, -0.0000001, 0, 0.0000001, 0.001, 0.02])
                        rows.push({tag: width + "/" + mark + "/" + step, width: width, mark: mark, position: mark + step, step: step})
            return rows
        }

        function test_marker_keeps_its_side(row: var) {
            const bar = make(barType, {width: row.width, position: row.position})
            const tick = Math.round(row.mark * row.width)
            verify(bar.marker.visible)
            if (row.step > 0)
                verify(bar.marker.x >= tick + 2, "right of the mark")
            else
                verify(bar.marker.x + bar.marker.width <= tick - 2, "left of the mark")
            verify(bar.marker.x >= 0 && bar.marker.x + bar.marker.width <= row.width)
        }

        function test_marker_between_close_marks_stays_between() {
            const bar = make(barType, {width: 200, liquidationPosition: 0.2, callPosition: 0.225, position: 0.21})
            verify(bar.marker.x >= 42 && bar.marker.x + bar.marker.width <= 43)
        }

        function test_no_marker_without_position() {
            verify(!make(barType).marker.visible)
            verify(!make(barType, {position: 0.5, unknown: true}).marker.visible)
        }

        function test_bar_words_neither_overlap_nor_leave_the_bar_data() {
            const rows = []
            for (const width of [60, 110, 150, 240, 320, 600])
                for (const marks of [[0.02, 0.04, 0.06], [0.08, 0.17, 0.42], [0.2, 0.4, 0.7], [0.9, 0.95, 0.99], [0, 0.5, 1]])
                    rows.push({tag: width + ": " + marks, width: width, marks: marks})
            return rows
        }

        function test_bar_words_neither_overlap_nor_leave_the_bar(row: var) {
            const bar = make(barType, {width: row.width, liquidationPosition: row.marks[0],
                                       callPosition: row.marks[1], initialPosition: row.marks[2]})
            let end = -1
            let shown = 0
            for (const word of bar.labels.shownWords) {
                if (!word.visible)
                    continue
                verify(word.x > end, "overlap at " + word.text)
                verify(word.x >= 0 && word.x + word.width <= row.width + 0.5, "outside: " + word.text)
                end = word.x + word.width
                ++shown
            }
            verify(shown >= 1)
        }

        function test_states_have_names_of_their_own() {
            const names = new Set()
            const paths = new Set()
            for (let state = RiskState.NoDebt; state <= RiskState.Unknown; ++state) {
                const shape = make(shapeType, {riskState: state})
                names.add(shape.Accessible.name)
                paths.add(shape.paths[state])
                compare(make(badgeType, {riskState: state}).Accessible.name, shape.Accessible.name)
            }
            compare(names.size, 7)
            compare(paths.size, 7)
            verify(!names.has(""))
        }

        function test_segments_follow_arrows() {
            const control = make(segmentType)
            const spy = make(spyType, {target: control, signalName: "activated"})
            control.forceActiveFocus(Qt.TabFocusReason)
            keyClick(Qt.Key_Left)
            compare(control.currentIndex, 0)
            keyClick(Qt.Key_Right)
            keyClick(Qt.Key_Right)
            keyClick(Qt.Key_Right)
            compare(control.currentIndex, 2)
            compare(spy.count, 2)
            keyClick(Qt.Key_Home)
            compare(control.currentIndex, 0)
            keyClick(Qt.Key_End)
            compare(control.currentIndex, 2)
        }

        function test_tabs_follow_arrows() {
            const bar = make(tabsType, {width: 400})
            bar.currentItem.forceActiveFocus(Qt.TabFocusReason)
            keyClick(Qt.Key_Right)
            compare(bar.currentIndex, 1)
            keyClick(Qt.Key_Right)
            keyClick(Qt.Key_Right)
            compare(bar.currentIndex, 2)
            keyClick(Qt.Key_Left)
            compare(bar.currentIndex, 1)
            verify(bar.currentItem.activeFocus)
        }

        function test_dialog_obeys_its_escape_policy_data() {
            return [{tag: "default closes", policy: T.Popup.CloseOnEscape, stays: false},
                    {tag: "NoAutoClose stays", policy: T.Popup.NoAutoClose, stays: true}]
        }

        function test_dialog_obeys_its_escape_policy(row: var) {
            const dialog = make(dialogType, {closePolicy: row.policy})
            dialog.open()
            tryCompare(dialog, "opened", true)
            keyClick(Qt.Key_Escape)
            tryCompare(dialog, "visible", row.stays)
            dialog.close()
            tryCompare(dialog, "visible", false)
        }

        function test_a_filled_dialog_asks_before_escape_drops_it() {
            const dialog = make(dialogType, {filled: true})
            dialog.open()
            tryCompare(dialog, "opened", true)
            const question = findChild(dialog, "dialogDropQuestion")
            verify(!question.visible)
            keyClick(Qt.Key_Escape)
            verify(dialog.opened && question.visible)
            tryVerify(() => findChild(question, "bannerOtherAction").activeFocus) // the keyboard answers it, and Enter keeps all
            keyClick(Qt.Key_Return)
            verify(dialog.opened && !question.visible)
            tryVerify(() => !findChild(question, "bannerOtherAction").activeFocus)
            keyClick(Qt.Key_Escape)
            verify(dialog.opened && question.visible)
            keyClick(Qt.Key_Escape) // pressed twice it must not answer itself
            verify(dialog.opened && !question.visible)
            keyClick(Qt.Key_Escape)
            mouseClick(findChild(question, "bannerOtherAction"))
            verify(dialog.opened && !question.visible)
            keyClick(Qt.Key_Escape)
            tryVerify(() => question.visible && question.width > 0)
            mouseClick(findChild(question, "bannerAction"))
            tryCompare(dialog, "visible", false)
            dialog.open()
            tryCompare(dialog, "opened", true)
            verify(!question.visible)
            keyClick(Qt.Key_Escape)
            verify(question.visible)
            dialog.filled = false // it was stored, or emptied
            verify(!question.visible)
            keyClick(Qt.Key_Escape)
            tryCompare(dialog, "visible", false)
        }

        function test_what_was_pressed_shows_no_tool_tip() {
            const button = make(iconButtonType)
            mouseMove(root, 390, 390)
            mouseMove(button, button.width / 2, button.height / 2)
            const tip = findChild(button, "hoverTip")
            tryCompare(tip, "visible", true)
            mousePress(button)
            tryCompare(tip, "visible", false)
            mouseRelease(button)
            verify(button.hovered && !tip.visible)
            mouseMove(root, 390, 390)
            tryCompare(button, "hovered", false)
            mouseMove(button, button.width / 2, button.height / 2)
            tryCompare(tip, "visible", true)
        }

        function test_dialog_ignores_enter_and_outside_press() {
            const dialog = make(dialogType)
            dialog.open()
            tryCompare(dialog, "opened", true)
            keyClick(Qt.Key_Return)
            mouseClick(root, 2, 2)
            verify(dialog.opened)
        }

        function test_dialog_never_focuses_a_destructive_button() {
            const danger = make(dangerType)
            danger.open()
            tryCompare(danger, "opened", true)
            verify(!danger.initialFocusItem.activeFocus)
            danger.close()
            tryCompare(danger, "visible", false)

            const harmless = make(safeType)
            harmless.open()
            tryCompare(harmless, "opened", true)
            verify(harmless.initialFocusItem.activeFocus)
        }

        function test_dialog_higher_than_window_stays_inside() {
            const dialog = make(tallType)
            dialog.open()
            tryCompare(dialog, "opened", true)
            verify(dialog.height <= root.height)
        }

        function test_combo_shows_and_chooses_by_keyboard() {
            const combo = make(comboType)
            compare(combo.displayText, root.hostile)
            compare(shownTexts(combo).filter(text => text === root.hostile).length, 1)
            combo.forceActiveFocus(Qt.TabFocusReason)
            keyClick(Qt.Key_Space)
            tryCompare(combo.popup, "opened", true)
            verify(shownTexts(combo.popup.contentItem).includes(root.hostile))
            keyClick(Qt.Key_Down)
            keyClick(Qt.Key_Return)
            compare(combo.currentIndex, 1)
        }

        function test_combo_goes_by_keys_data() {
            return [
                {tag: "end", keys: [Qt.Key_End], index: 3},
                {tag: "home", keys: [Qt.Key_End, Qt.Key_Home], index: 0},
                {tag: "page down", keys: [Qt.Key_PageDown], index: 3},
                {tag: "page up", keys: [Qt.Key_End, Qt.Key_PageUp], index: 0},
                {tag: "down", keys: [Qt.Key_Down, Qt.Key_Down], index: 2},
                {tag: "up at the first", keys: [Qt.Key_Up], index: 0},
                {tag: "letter", keys: ["c"], index: 3},
                {tag: "letters", keys: ["b", "r"], index: 2},
                {tag: "letter that begins nothing", keys: ["x"], index: 0},
            ]
        }

        // The same keys while the list is shut, and while it is open, where Enter takes and Esc leaves.
        function test_combo_goes_by_keys(row: var) {
            for (const open of [false, true]) {
                const combo = make(shortComboType)
                const spy = make(spyType, {target: combo, signalName: "activated"})
                combo.forceActiveFocus(Qt.TabFocusReason)
                if (open)
                    keyClick(Qt.Key_Space)
                compare(combo.popup.visible, open)
                for (const key of row.keys)
                    keyClick(key)
                if (open) {
                    compare(combo.currentIndex, 0)
                    keyClick(Qt.Key_Return)
                }
                compare(combo.currentIndex, row.index)
                verify(!combo.popup.visible)
                verify(spy.count > 0 === row.index > 0 || row.keys.length > 1)
                if (open) {
                    keyClick(Qt.Key_Space)
                    keyClick(Qt.Key_Home)
                    keyClick(Qt.Key_Escape)
                    compare(combo.currentIndex, row.index)
                    verify(!combo.popup.visible)
                }
                combo.destroy()
            }
        }

        function test_combo_turns_by_wheel_only_with_the_keyboard() {
            const combo = make(shortComboType)
            mouseWheel(combo, 20, 20, 0, -120)
            compare(combo.currentIndex, 0, "a page under the pointer scrolls")
            combo.forceActiveFocus(Qt.TabFocusReason)
            mouseWheel(combo, 20, 20, 0, -120)
            compare(combo.currentIndex, 1)
            mouseWheel(combo, 20, 20, 0, 120)
            compare(combo.currentIndex, 0)
        }

        function test_long_combo_filters() {
            const combo = make(longComboType)
            const spy = make(spyType, {target: combo, signalName: "activated"})
            combo.forceActiveFocus(Qt.TabFocusReason)
            keyClick("i")
            tryVerify(() => combo.popup.opened)
            const search = findChild(combo.popup.contentItem, "comboSearch")
            verify(search.activeFocus)
            compare(search.text, "i")
            for (const letter of "solated 3")
                keyClick(letter === " " ? Qt.Key_Space : letter)
            compare(search.text, "isolated 3")
            compare(combo.marked, 30)
            keyClick(Qt.Key_Down)
            keyClick(Qt.Key_PageDown)
            verify(combo.marked > 31 && combo.marked < 40, combo.marked)
            keyClick(Qt.Key_Escape)
            verify(!combo.popup.visible && combo.activeFocus && combo.currentIndex === 0)
            keyClick(Qt.Key_Space)
            tryVerify(() => combo.popup.opened)
            compare(search.text, "")
            keyClick(Qt.Key_End)
            keyClick(Qt.Key_Return)
            compare(combo.currentIndex, 44)
            compare(spy.count, 1)
            verify(combo.activeFocus)
            verify(combo.popup.width > combo.width && combo.popup.width <= root.width)
        }

        // Esc shuts the list, and asks nothing about the form around it.
        function test_combo_shuts_before_the_form() {
            const dialog = make(filledComboType)
            dialog.open()
            tryVerify(() => dialog.opened)
            const combo = findChild(dialog.contentItem, "inside")
            combo.forceActiveFocus(Qt.TabFocusReason)
            keyClick(Qt.Key_Space)
            verify(combo.popup.visible)
            keyClick(Qt.Key_Escape)
            verify(!combo.popup.visible && !dialog.asksDrop && dialog.opened)
            keyClick(Qt.Key_Escape)
            verify(dialog.asksDrop)
        }

        function test_menu_shows_hostile_text_literally() {
            const menu = make(menuType)
            menu.popup(root, 10, 10)
            tryCompare(menu, "opened", true)
            compare(shownTexts(menu.contentItem).filter(text => text === root.hostile).length, 2)
        }

        function test_toast_shows_hostile_text_and_undoes() {
            const toast = make(toastType)
            const spy = make(spyType, {target: toast, signalName: "undoRequested"})
            toast.show(root.hostile, true)
            tryCompare(toast, "opened", true)
            verify(shownTexts(toast.contentItem).includes(root.hostile))
            mouseClick(findChild(toast.contentItem, "toastUndo"))
            compare(spy.count, 1)
            tryCompare(toast, "visible", false)
        }

        function test_toast_has_the_same_room_at_both_ends_data() {
            return [{ tag: "words alone", undoable: false }, { tag: "with Undo", undoable: true }]
        }

        function test_toast_has_the_same_room_at_both_ends(row: var) {
            const toast = make(toastType)
            toast.show("Booked", row.undoable)
            tryCompare(toast, "opened", true)
            const undo = findChild(toast.contentItem, "toastUndo")
            const last = row.undoable ? undo.contentItem : toast.contentItem
            const right = last.mapToItem(toast.contentItem, last.width, 0).x
            compare(toast.leftPadding, toast.width - toast.leftPadding - right)
        }

        function test_what_is_left_behind_is_not_lit() {
            const button = make(buttonType)
            mouseMove(button, 5, 5)
            tryCompare(button, "hovered", true)
            const dialog = make(dialogType)
            dialog.open()
            tryCompare(dialog, "opened", true)
            mouseMove(root, 700, 590)
            tryCompare(button, "hovered", false)
            dialog.close()
            tryCompare(dialog, "visible", false)
            verify(!button.hovered)
        }

        // The ring is drawn around a control, and what scrolls is clipped.
        function test_the_ring_at_the_edge_is_whole() {
            const dialog = make(edgeType)
            dialog.open()
            tryCompare(dialog, "opened", true)
            const button = findChild(dialog.contentItem, "edge")
            const view = button.parent.parent.parent
            verify(view.clip)
            const from = button.mapToItem(view, -3, -3)
            const to = button.mapToItem(view, button.width + 3, button.height + 3)
            verify(from.x >= 0 && from.y >= 0 && to.x <= view.width, from + " " + to)
        }

        function test_a_question_has_no_state() {
            const question = make(questionType, { asks: true })
            verify(!findChild(question, "bannerShape").visible)
            question.asks = false
            verify(findChild(question, "bannerShape").visible)
        }

        // A shadow that ends with a step has an edge of its own: no frame is darker than the one inside it, and the last is hardly there.
        function test_a_shadow_ends_softly() {
            const dialog = make(dialogType)
            dialog.open()
            tryCompare(dialog, "opened", true)
            let frames = []
            for (let i = 0; i < dialog.background.children.length; ++i) {
                const child = dialog.background.children[i]
                if (child.grow !== undefined)
                    frames.push([child.grow, child.border.color.a])
            }
            frames.sort((a, b) => a[0] - b[0])
            verify(frames.length > 1)
            for (let i = 1; i < frames.length; ++i)
                verify(frames[i][1] < frames[i - 1][1], frames.join(" "))
            verify(frames[frames.length - 1][1] < 1 / 127)
        }

        // Enter after the second opening would otherwise give the answer of the first.
        function test_dialog_forgets_the_button_that_closed_it() {
            const dialog = make(answeredType)
            for (let round = 1; round <= 2; ++round) {
                dialog.open()
                tryVerify(() => dialog.opened)
                keyClick(Qt.Key_Return)
                keyClick(Qt.Key_Space)
                compare(dialog.answers, round - 1)
                const button = findChild(dialog.footer, "answer")
                mouseClick(button)
                compare(dialog.answers, round)
                verify(button.focus) // what the dialog would remember
                tryVerify(() => !dialog.visible)
            }
        }

        function test_dialog_follows_what_comes_last() {
            const dialog = make(growingType)
            dialog.open()
            tryVerify(() => dialog.opened)
            const last = () => findChild(dialog.contentItem, "rows").mapToItem(dialog.contentItem, 0, dialog.rows).y
            dialog.rows = 3000
            tryVerify(() => Math.abs(last() - dialog.contentItem.height) < 1)
            mouseWheel(dialog.contentItem, 50, 50, 0, 240)
            const flick = findChild(dialog.contentItem, "rows").parent.parent.parent
            tryVerify(() => !flick.moving)
            verify(last() > dialog.contentItem.height + 10)
            const seen = flick.contentY
            dialog.rows = 4000
            wait(0)
            compare(flick.contentY, seen)
        }

        function test_dialog_begins_at_its_top_and_shows_what_it_asks() {
            const dialog = make(growingType, { followsEnd: false, rows: 3000 })
            const top = () => findChild(dialog.contentItem, "rows").mapToItem(dialog.contentItem, 0, 0).y
            dialog.open()
            tryVerify(() => dialog.opened)
            compare(top(), 0)
            dialog.followsEnd = true // a question below all fields
            tryVerify(() => Math.abs(top() + 3000 - dialog.contentItem.height) < 1)
            for (const asks of [true, false]) {
                dialog.close()
                tryVerify(() => !dialog.visible)
                dialog.followsEnd = asks
                dialog.open()
                tryVerify(() => dialog.opened)
                compare(top() < 0, asks)
            }
        }

        function test_segments_push_nothing_down_while_they_have_no_width() {
            const dialog = make(choosingType)
            dialog.open()
            tryVerify(() => dialog.opened)
            waitForRendering(root, 100)
            const choices = findChild(dialog.contentItem, "choices")
            const below = findChild(dialog.contentItem, "below")
            compare(choices.height, 44)
            verify(choices.tallestEver < 36, "never a line per letter: " + choices.tallestEver)
            verify(below.mapToItem(dialog.contentItem, 0, 0).y >= choices.mapToItem(dialog.contentItem, 0, choices.height).y)
        }

        function test_segments_settle_at_every_width() {
            failOnWarning(/[Bb]inding loop/)
            const row = make(squeezedType)
            for (let width = 800; width >= 200; width -= 7) {
                row.width = width
                waitForRendering(root, 20)
            }
            const choices = findChild(row, "choices")
            verify(choices.width <= row.width && choices.implicitHeight > 36) // the words wrapped
        }

        function test_what_is_scrolled_out_of_sight_is_not_painted() {
            const item = make(scrolledType)
            waitForRendering(item)
            tryVerify(() => Qt.colorEqual(grabImage(item).pixel(90, 20), "red"))
            const image = grabImage(item)
            for (const x of [10, 50])
                for (let y = 62; y < 80; y += 2)
                    verify(Qt.colorEqual(image.pixel(x, y), "white"), x + ", " + y)
        }

        function test_a_refusal_moves_no_neighbour() {
            const pair = make(pairType)
            waitForRendering(pair)
            const neighbour = findChild(pair, "neighbour")
            const before = neighbour.mapToItem(pair, 0, 0).y
            pair.problem = "“1,3” could mean 1.3 or 13: write it in one of these two ways"
            waitForRendering(pair)
            compare(neighbour.mapToItem(pair, 0, 0).y, before)
        }

        function test_field_names_itself() {
            compare(make(fieldType).Accessible.name, "Amount")
        }

        function test_hostile_text_is_shown_literally_data() {
            return [
                {tag: "text", type: hostileText}, {tag: "button", type: hostileButton}, {tag: "link", type: hostileLink},
                {tag: "check box", type: hostileCheck}, {tag: "radio", type: hostileRadio}, {tag: "switch", type: hostileSwitch},
                {tag: "segments", type: hostileSegments}, {tag: "tab", type: hostileTab}, {tag: "field", type: hostileField},
                {tag: "placeholder", type: hostilePlaceholder}, {tag: "labeled", type: hostileLabeled},
                {tag: "metric", type: hostileMetric}, {tag: "info row", type: hostileRow}, {tag: "banner", type: hostileBanner},
                {tag: "empty", type: hostileEmpty}, {tag: "header", type: hostileHeader}, {tag: "cell", type: hostileCell},
                {tag: "section", type: hostileSection}, {tag: "age", type: hostileAge}, {tag: "bar", type: hostileBar}]
        }

        function test_hostile_text_is_shown_literally(row: var) {
            const item = make(row.type)
            verify(shownTexts(item).includes(root.hostile))
            waitForRendering(root)
        }

        function test_hostile_text_in_tool_tip_and_dialog_does_not_crash() {
            make(hostileIcon)
            make(hostileTip)
            const dialog = make(hostileDialog)
            tryCompare(dialog, "opened", true)
            verify(shownTexts(dialog.header).includes(root.hostile))
            waitForRendering(root)
        }
    }
}
