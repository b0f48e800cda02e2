// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import QtTest
import Plimsoll
import Plimsoll.Test
import Plimsoll.Theme

// Alarms in the main window: what calls, how it is answered, and how a person wants to be told.
PageCase {
    id: suite

    name: "Alarms"
    when: true

    Component { id: withDesktop; Main { desktop: TestWorld.desktop } }

    function raiseCall(): void {
        TestWorld.raise("b-bchusdt", "call", "active", "1.0625")
    }

    function openTab(): void {
        keyClick(Qt.Key_L, Qt.ControlModifier)
        tryCompare(suite.item("tabBar"), "currentIndex", Dock.Alarms)
    }

    function activate(): void {
        suite.window.requestActivate()
        tryVerify(() => suite.window.active)
    }

    function test_nothingCalls() {
        suite.startAt("230", "200")
        suite.activate()
        suite.openTab()
        verify(suite.item("activeAlarmsEmpty").visible)
        verify(!suite.item("alarmBar").visible)
        verify(!suite.item("alarmBadge").visible)
        TestWorld.grab(suite.window, "alarms-none")
    }

    function test_anActiveAlarmIsInTheTabAndInTheBar() {
        suite.startAt("230", "200")
        suite.activate()
        TestWorld.raise("b-ethusdt", "watch", "active", "1.17")
        tryCompare(suite.item("alarmBar"), "visible", true)
        compare(suite.item("alarmBar").text, "Early warning: ETH/USDT isolated at 1.17")
        compare(suite.item("alarmBadge").count, 1)
        verify(!suite.dialog("marginCallDialog").visible) // an early warning does not interrupt
        suite.press("alarmBadge")
        tryCompare(suite.item("tabBar"), "currentIndex", Dock.Alarms)
        compare(suite.item("activeAlarms").count, 1)
        waitForRendering(suite.window.contentItem)
        TestWorld.grab(suite.window, "alarms-active")
    }

    function test_acknowledgeByKeyboardAndUndo() {
        suite.startAt("230", "200")
        suite.activate()
        TestWorld.raise("b-ethusdt", "watch", "active", "1.17")
        suite.openTab()
        tryCompare(suite.item("activeAlarms"), "count", 1)
        suite.item("alarmParts").forceActiveFocus(Qt.TabFocusReason)
        for (let i = 0; i < 12 && !suite.isAcknowledgeButton(suite.window.activeFocusItem); ++i)
            keyClick(Qt.Key_Tab)
        verify(suite.isAcknowledgeButton(suite.window.activeFocusItem), "Tab reaches the button")
        keyClick(Qt.Key_Space)
        compare(TestWorld.acknowledgements, 1)
        tryCompare(suite.item("alarmBar"), "visible", false)
        const toast = suite.dialog("toast")
        tryCompare(toast, "opened", true)
        compare(toast.showFor, 10000)
        suite.press("toastUndo")
        compare(TestWorld.undone, 1)
    }

    function isAcknowledgeButton(item: var): bool {
        return item !== null && item.objectName.startsWith("alarmAcknowledge-")
    }

    function test_theBarAcknowledges() {
        suite.startAt("230", "200")
        TestWorld.raise("b-ethusdt", "watch", "active", "1.17")
        tryCompare(suite.item("alarmBar"), "visible", true)
        const button = findChild(suite.item("alarmBar"), "bannerAction")
        suite.click(button)
        compare(TestWorld.acknowledgements, 1)
        tryCompare(suite.item("alarmBar"), "visible", false)
    }

    function test_marginCallSnoozes() {
        suite.startAt("230", "170")
        suite.raiseCall()
        const call = suite.dialog("marginCallDialog")
        tryVerify(() => call.opened)
        TestWorld.grab(suite.window, "call-snooze")
        TestWorld.advance(600)
        suite.press("marginCallSnoozeLong")
        tryVerify(() => !call.opened)
        compare(TestWorld.snoozed, "b-bchusdt 15")
        tryCompare(suite.item("alarmBar"), "visible", false)
    }

    function test_criticalAllowsFiveMinutesOnly() {
        suite.startAt("230", "170")
        TestWorld.raise("b-bchusdt", "critical", "active", "1.0625")
        tryVerify(() => suite.dialog("marginCallDialog").opened)
        verify(suite.item("marginCallSnooze").visible)
        verify(!suite.item("marginCallSnoozeLong").visible)
    }

    function test_undoBringsTheCallBack() {
        suite.startAt("230", "170")
        suite.raiseCall()
        const call = suite.dialog("marginCallDialog")
        tryVerify(() => call.opened)
        TestWorld.advance(600)
        suite.press("marginCallAcknowledge")
        tryVerify(() => !call.visible)
        tryCompare(suite.dialog("toast"), "opened", true)
        suite.press("toastUndo")
        compare(TestWorld.undone, 1)
    }

    function test_historyExplainsAStep() {
        suite.startAt("230", "200")
        suite.activate()
        TestWorld.recordStep("b-bchusdt", "call")
        suite.openTab()
        suite.item("alarmParts").choose(1)
        tryCompare(suite.item("alarmHistoryRows"), "count", 1)
        waitForRendering(suite.window.contentItem)
        TestWorld.grab(suite.window, "alarms-history")
        suite.item("alarmHistoryRows").forceActiveFocus(Qt.TabFocusReason)
        keyClick(Qt.Key_Home)
        keyClick(Qt.Key_Return)
        tryVerify(() => suite.dialog("alarmWhyDialog").opened)
        compare(suite.dialog("alarmWhyDialog").title, "Margin call: BCH/USDT isolated")
        TestWorld.grab(suite.window, "alarm-why")
        keyClick(Qt.Key_Escape)
        tryCompare(TestWorld.app.alarms.why, "isOpen", false)
    }

    function test_anAlarmOfOnesOwn() {
        suite.startAt("230", "200")
        suite.activate()
        suite.openTab()
        suite.item("alarmParts").choose(2)
        suite.press("alarmAdd")
        tryVerify(() => suite.dialog("ruleDialog").opened)
        tryCompare(suite.item("ruleValue"), "activeFocus", true)
        verify(!suite.item("ruleSave").enabled)
        for (const key of [Qt.Key_1, Qt.Key_Period, Qt.Key_3])
            keyClick(key)
        compare(suite.item("ruleSentence").text, "Tell me when any account falls to a level of 1.30 or lower, quietly, like an early warning.")
        tryVerify(() => suite.item("rulePreview").text.length > 0)
        waitForRendering(suite.window.contentItem)
        TestWorld.grab(suite.window, "rule")
        keyClick(Qt.Key_Return)
        tryVerify(() => !suite.dialog("ruleDialog").visible)
        compare(TestWorld.savedRules, [" level 1.3"])
        TestWorld.know("r1", "b-ethusdt", "1.3")
        tryCompare(suite.item("ownAlarms"), "count", 1)
        TestWorld.grab(suite.window, "own-alarms")
        tryVerify(() => findChild(suite.root(), "ruleEdit-r1") !== null) // a list makes its rows with the next frame
        suite.press("ruleEdit-r1")
        tryVerify(() => suite.dialog("ruleDialog").opened)
        compare(suite.item("ruleValue").text, "1.3")
    }

    function test_channelsSayHowTheyDo() {
        suite.startAt("230", "200")
        TestWorld.channelState(0, true, "dunst")
        TestWorld.channelState(1, false, "no sound device")
        TestWorld.app.settings.openAlarms()
        const settings = suite.dialog("settingsDialog")
        tryVerify(() => suite.dialog("settingsDialog").opened)
        compare(suite.item("channelState-desktop").text.indexOf("Works: accepted in 12 ms by dunst"), 0)
        compare(suite.item("channelState-sound").text.indexOf("Failed: no sound device"), 0)
        suite.press("channelTest-desktop")
        compare(suite.item("channelState-desktop").text, "Testing…")
        verify(!suite.item("channelOn-screen").enabled)
        suite.press("channelOn-sound")
        compare(suite.item("channelState-sound").text, "Off")
        waitForRendering(suite.window.contentItem)
        TestWorld.grab(suite.window, "settings-alarms")
    }

    function test_everyDialogHasAPlace_data() {
        return [
            { tag: "topUpDialog", open: app => app.topUp.open("b-ethusdt") },
            { tag: "openPositionDialog", open: app => app.position.open("") },
            { tag: "closePositionDialog", open: app => app.position.openClosing("b-ethusdt") },
            { tag: "entryDialog", open: app => app.entry.open("b-ethusdt") },
            { tag: "accountDialog", open: app => app.accountEditor.open("b-ethusdt") },
            { tag: "importExportDialog", open: app => app.files.openImport() },
            { tag: "reportDialog", open: app => app.report.open() },
            { tag: "settingsDialog", open: app => app.settings.openAlarms() },
            { tag: "whyDialog", open: app => app.why.open("b-ethusdt", 0) },
            { tag: "liquidationDialog", open: app => app.liquidationNotice.open("b-ethusdt") },
            { tag: "alarmWhyDialog", open: app => app.alarms.explain("b-ethusdt|watch||0") },
            { tag: "alarmExportDialog", open: app => app.alarms.history.openExport() },
            { tag: "ruleDialog", open: app => app.rules.openNew("b-ethusdt") },
            { tag: "drillDialog", open: app => app.drill.open() },
            { tag: "marginCallDialog", open: () => suite.raiseCall() },
            { tag: "gapDialog", open: () => TestWorld.reportGap() },
            { tag: "closeDialog", open: () => TestWorld.desktop.closing.closeRequested() }
        ]
    }

    function test_theAnswersAtClosingStandInTheirDialog_data(): var {
        return [{ tag: "en 1280", language: "en", width: 1280 }, { tag: "de 1280", language: "de", width: 1280 }, { tag: "de 420", language: "de", width: 420 }]
    }

    // The question of most words: side by side where they fit, else below one another.
    function test_theAnswersAtClosingStandInTheirDialog(data: var) {
        TestWorld.speak(data.language)
        TestWorld.start("230", "200")
        suite.window = withDesktop.createObject(null, { app: TestWorld.app, width: data.width })
        verify(waitForRendering(suite.window.contentItem))
        TestWorld.desktop.closing.closeRequested()
        tryVerify(() => suite.dialog("closeDialog") !== null && suite.dialog("closeDialog").opened)
        const dialog = suite.dialog("closeDialog")
        waitForRendering(suite.window.contentItem)
        let last = null
        for (const name of ["closeCancel", "closeStop", "closeKeep"]) {
            const button = findChild(dialog, name)
            const left = button.mapToItem(dialog.contentItem, 0, 0)
            verify(left.x >= 0 && left.x + button.width <= dialog.contentItem.width, name + " stands from " + left.x + ", " + button.width + " wide")
            verify(last === null || left.x >= last.x + last.width || left.y >= last.y + last.height, name + " lies over another")
            last = Qt.rect(left.x, left.y, button.width, button.height)
        }
        TestWorld.grab(suite.window, "closing-" + data.tag.replace(" ", "-"))
        TestWorld.speak("en")
    }

    // A dialog that forgets to fill its place is a sliver in a corner, and nobody notices in a test of its view-model.
    function test_everyDialogHasAPlace(data: var) {
        TestWorld.start("230", "200")
        TestWorld.raise("b-ethusdt", "watch", "acknowledged", "1.17")
        suite.window = withDesktop.createObject(null, { app: TestWorld.app })
        verify(waitForRendering(suite.window.contentItem))
        data.open(TestWorld.app)
        tryVerify(() => suite.dialog(data.tag) !== null && suite.dialog(data.tag).opened)
        const dialog = suite.dialog(data.tag)
        waitForRendering(suite.window.contentItem)
        verify(dialog.width >= 360, data.tag + " is " + dialog.width + " wide")
        verify(dialog.height >= 120, data.tag + " is " + dialog.height + " high")
        const corner = dialog.contentItem.mapToItem(suite.window.contentItem, -dialog.leftPadding, -dialog.topPadding)
        verify(corner.x >= 0 && corner.x + dialog.width <= suite.window.width, data.tag + " starts at " + corner.x)
        verify(dialog.y >= 0 && dialog.y + dialog.height <= suite.window.height, data.tag + " starts at height " + dialog.y)
        TestWorld.grab(suite.window, "dialog-" + data.tag)
        const stays = ["marginCallDialog", "gapDialog", "liquidationDialog"].includes(data.tag)
        keyClick(Qt.Key_Escape)
        tryVerify(() => dialog.opened === stays)
    }

    function test_hostileTextInAlarmsIsShownAsItIs() {
        const hostile = "x<img src=\"y\"> & %1 {} <b>z"
        suite.startAt("230", "200")
        TestWorld.rename(hostile)
        TestWorld.channelState(0, false, hostile)
        TestWorld.raise("a-cross", "watch", "active", "1.17")
        TestWorld.recordStep("a-cross", "watch")
        TestWorld.app.settings.openAlarms()
        TestWorld.app.drill.open()
        TestWorld.app.rules.openNew("a-cross")
        TestWorld.app.alarms.openPage()
        suite.item("alarmParts").choose(1)
        tryCompare(suite.item("alarmHistoryRows"), "count", 1)
        TestWorld.app.alarms.history.explain(0)
        waitForRendering(suite.window.contentItem)
        compare(TestWorld.richTexts(suite.root()), [])
        TestWorld.grab(suite.window, "alarms-hostile")
    }

    function test_narrow() {
        suite.startAt("230", "200")
        suite.activate()
        TestWorld.raise("b-ethusdt", "watch", "active", "1.17")
        suite.openTab()
        suite.window.width = 420
        suite.window.height = 900
        waitForRendering(suite.window.contentItem)
        const list = suite.item("activeAlarms")
        tryVerify(() => list.width <= 420)
        const menu = suite.item("mainMenuButton")
        verify(menu.mapToItem(suite.window.contentItem, menu.width, 0).x <= 420)
        TestWorld.grab(suite.window, "alarms-narrow")
    }
}
