// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import QtTest
import Plimsoll
import Plimsoll.Test
import Plimsoll.Theme
import Plimsoll.ViewModels

// The main window over fakes, worked by mouse and keyboard through objectNames.
PageCase {
    id: suite

    name: "Pages"
    when: true

    Component { id: spyType; SignalSpy {} }
    Component { id: pasteType; TextEdit {} }

    function test_referenceExample() {
        suite.startAt("230", "170")
        compare(suite.item("level-a-cross").text, "1.25")
        compare(suite.item("level-b-bchusdt").text, "1.06")
        compare(suite.item("level-b-ethusdt").text, "1.44")
        compare(suite.item("state-b-bchusdt").riskState, RiskState.MarginCall)
        compare(suite.item("state-a-cross").riskState, RiskState.Normal)
        compare(suite.item("worstLabel").text, "BCH/USDT isolated")
        compare(suite.window.title, "BCH/USDT isolated 1.06 Margin call – Plimsoll")
        verify(suite.item("account-b-bchusdt").y < suite.item("account-b-ethusdt").y)
        TestWorld.grab(suite.window, "main-call")
    }

    function test_urgentAccountsMoveToTheFront() {
        suite.startAt("230", "210")
        verify(suite.item("account-b-bchusdt").y < suite.item("account-b-ethusdt").y)
        TestWorld.advance(5000) // no sooner: what one reads must not run away
        TestWorld.prices("170", "230")
        tryVerify(() => suite.item("account-b-ethusdt").y < suite.item("account-b-bchusdt").y)
        TestWorld.grab(suite.window, "moved")
    }

    function test_theMenuIsWithinTheNarrowestWindow_data() {
        return [{ tag: "en" }, { tag: "de" }]
    }

    function test_theMenuIsWithinTheNarrowestWindow(data) {
        TestWorld.speak(data.tag)
        suite.startAt("230", "185") // an early warning: the longest word
        suite.window.width = 420
        waitForRendering(suite.window.contentItem)
        const menu = suite.item("mainMenuButton")
        tryVerify(() => menu.mapToItem(suite.root(), menu.width, 0).x <= 420)
        TestWorld.speak("en")
    }

    function test_marginCallOnlyClosesByItsButton() {
        suite.startAt("230", "200")
        const call = suite.dialog("marginCallDialog")
        verify(!call.opened)
        TestWorld.prices("230", "170")
        tryVerify(() => call.opened)
        TestWorld.grab(suite.window, "margin-call")
        keyClick(Qt.Key_Escape)
        keyClick(Qt.Key_Return)
        keyClick(Qt.Key_Space)
        mouseClick(suite.root(), 5, suite.window.height - 5)
        verify(call.opened)
        verify(TestWorld.app.marginCall.isOpen)
        suite.press("marginCallAcknowledge") // too early: it could be a key meant for something else
        verify(call.opened)
        TestWorld.advance(600)
        suite.press("marginCallAcknowledge")
        tryVerify(() => !call.opened)
        compare(suite.item("level-b-bchusdt").text, "1.06")
    }

    // The button that closed it once does not keep the keyboard: Enter would answer the next call unseen.
    function test_enterNeverAnswersTheNextCall() {
        suite.startAt("230", "200")
        const call = suite.dialog("marginCallDialog")
        TestWorld.prices("230", "170")
        tryVerify(() => call.opened)
        TestWorld.advance(600)
        suite.item("marginCallAcknowledge").forceActiveFocus(Qt.MouseFocusReason)
        suite.press("marginCallAcknowledge")
        tryVerify(() => !call.visible)
        TestWorld.prices("230", "200")
        TestWorld.prices("230", "171")
        tryVerify(() => call.opened)
        TestWorld.advance(600)
        keyClick(Qt.Key_Return)
        keyClick(Qt.Key_Space)
        verify(call.opened)
    }

    function test_everyFormSaysThatItIsDone() {
        suite.startAt("230", "200")
        const app = TestWorld.app
        const told = createTemporaryObject(spyType, suite, { target: app, signalName: "booked" })
        app.accountEditor.open("b-ethusdt")
        app.accountEditor.name = "Ether"
        app.accountEditor.save()
        tryCompare(told, "count", 1)
        app.position.openClosing("b-bchusdt")
        app.position.closing.confirm()
        tryCompare(told, "count", 2)
    }

    function test_recoveredLineStays() {
        suite.startAt("230", "200")
        const call = suite.dialog("marginCallDialog")
        TestWorld.prices("230", "170")
        tryVerify(() => call.opened)
        TestWorld.prices("230", "210")
        tryCompare(suite.item("marginCallHeadline-b-bchusdt"), "text", "BCH/USDT isolated has recovered to 1.31")
        verify(call.opened)
        compare(suite.item("marginCallAcknowledge").text, "Close")
    }

    // The sheet stands beside everything else, takes no keyboard, and folds to a bar.
    function test_theMarginCallStandsBesideTheAccounts_data() {
        return [{ tag: "420", width: 420 }, { tag: "800", width: 800 }, { tag: "1280", width: 1280 }, { tag: "1920", width: 1920 }]
    }

    function test_theMarginCallStandsBesideTheAccounts(data) {
        suite.startAt("230", "200")
        suite.window.width = data.width
        suite.window.requestActivate()
        tryVerify(() => suite.window.active)
        const before = suite.item("topUp-b-ethusdt")
        before.forceActiveFocus()
        TestWorld.prices("230", "170")
        const call = suite.dialog("marginCallDialog")
        tryVerify(() => call.opened)
        verify(before.activeFocus)
        const panels = suite.item("panels")
        const edge = () => panels.mapToItem(suite.root(), panels.width, 0).x
        const isPage = data.width < 760
        tryVerify(() => edge() === (isPage ? data.width : data.width - call.width))
        verify(isPage || edge() >= 360)
        TestWorld.grab(suite.window, "sheet-" + data.tag)
        suite.press("marginCallFold")
        tryVerify(() => call.folded)
        verify(call.opened && TestWorld.app.marginCall.isOpen)
        TestWorld.grab(suite.window, "sheet-folded-" + data.tag)
        if (!isPage)
            tryVerify(() => edge() === data.width - call.width && call.width < 60)
        else
            tryVerify(() => panels.mapToItem(suite.root(), 0, panels.height).y <= suite.window.height - call.height)
        suite.press("marginCallBar")
        tryVerify(() => !call.folded)
    }

    function test_theWayChosenIsTheFormThatOpens_data() {
        return [
            { tag: "wayDeposit", text: "Top up 150.00 USDT…", dialog: "topUpDialog", level: "1.25" },
            { tag: "wayRepay", text: "Repay 120.00 USDT…", dialog: "topUpDialog", level: "1.25" },
            // Sold is 3.5295 BCH, rounded up: a trace above the ratio, and shown so.
            { tag: "waySell", text: "Sell and repay…", dialog: "closePositionDialog", level: "1.25002" },
        ]
    }

    // Each of the three ways of the reference example brings the account to its initial ratio.
    function test_theWayChosenIsTheFormThatOpens(data) {
        suite.startAt("230", "200")
        TestWorld.prices("230", "170")
        tryVerify(() => suite.dialog("marginCallDialog").opened)
        suite.press(data.tag + "-b-bchusdt")
        tryCompare(suite.item("marginCallTopUp-b-bchusdt"), "text", data.text)
        suite.press("marginCallTopUp-b-bchusdt")
        tryVerify(() => suite.dialog(data.dialog).opened)
        TestWorld.grab(suite.window, data.tag)
        const form = data.tag === "waySell" ? TestWorld.app.position.closing : TestWorld.app.topUp
        compare(form.preview.after.level, data.level)
        form.confirm()
        tryCompare(suite.item("level-b-bchusdt"), "text", data.level)
        compare(TestWorld.bookings, 1)
    }

    function test_aCardInCallCarriesTheWaysOut_data() {
        return [
            { tag: "wide", width: 1280, names: ["repay-b-bchusdt", "sell-b-bchusdt", "whatIf-b-bchusdt"] },
            { tag: "narrow", width: 420, names: ["waysMenuRepay", "waysMenuSell", "waysMenuWhatIf"] },
        ]
    }

    // The buttons of the card name what their forms are filled with.
    function test_aCardInCallCarriesTheWaysOut(data) {
        suite.startAt("230", "170")
        suite.window.width = data.width
        TestWorld.advance(600)
        TestWorld.app.marginCall.acknowledge()
        tryVerify(() => !suite.dialog("marginCallDialog").visible)
        const button = name => {
            if (data.width > 500)
                return suite.item(name)
            suite.press("ways-b-bchusdt")
            tryVerify(() => findChild(suite.root(), name)?.visible ?? false)
            return suite.item(name)
        }
        let way = button(data.names[0])
        compare(way.text, "Repay 120.00 USDT…")
        suite.click(way)
        tryVerify(() => suite.dialog("topUpDialog").opened)
        compare(TestWorld.app.topUp.amount, "120.00")
        verify(TestWorld.app.topUp.repays)
        TestWorld.app.topUp.close()
        tryVerify(() => !suite.dialog("topUpDialog").visible)
        way = button(data.names[1])
        compare(way.text, "Sell 3.5295 BCH and repay…")
        suite.click(way)
        tryVerify(() => suite.dialog("closePositionDialog").opened)
        compare(TestWorld.app.position.closing.quantity, "3.5295")
        TestWorld.app.position.closing.close()
        tryVerify(() => !suite.dialog("closePositionDialog").visible)
        TestWorld.grab(suite.window, "ways-on-card-" + data.tag)
        suite.click(button(data.names[2]))
        tryVerify(() => findChild(suite.root(), "whatIfTyped") !== null)
        tryCompare(suite.item("whatIfTyped"), "text", "150.00")
        tryCompare(suite.item("whatIfAccount"), "displayText", "BCH/USDT isolated")
        tryCompare(suite.item("whatIfAsset"), "displayText", "USDT")
        verify(suite.item("whatIfTyped").activeFocus)
        TestWorld.grab(suite.window, "what-if-from-card-" + data.tag)
        keyClick(Qt.Key_Return)
        tryCompare(TestWorld.app.whatIf.lines, "count", 1)
        compare(TestWorld.bookings, 0)
    }

    function test_calmCardsAreNotPushed() {
        suite.startAt("230", "210")
        verify(!suite.item("repay-b-bchusdt").visible)
        verify(!suite.item("whatIf-b-bchusdt").visible)
        verify(suite.item("record-b-bchusdt").visible)
    }

    // What is being typed goes on, and the sheet does not cover it.
    function test_aCallDuringAFormCoversNothing_data() {
        return [{ tag: "420", width: 420 }, { tag: "800", width: 800 }, { tag: "1280", width: 1280 }]
    }

    function test_aCallDuringAFormCoversNothing(data) {
        suite.startAt("230", "200")
        suite.window.width = data.width
        TestWorld.app.topUp.open("b-ethusdt")
        const form = suite.dialog("topUpDialog")
        tryVerify(() => form.opened)
        TestWorld.prices("230", "170")
        const call = suite.dialog("marginCallDialog")
        tryVerify(() => call.opened)
        tryVerify(() => data.width < 760 ? form.y + form.height <= call.y : form.x + form.width <= call.x)
        TestWorld.grab(suite.window, "call-over-form-" + data.tag)
        suite.item("topUpAmount").forceActiveFocus()
        keyClick(Qt.Key_7)
        compare(TestWorld.app.topUp.amount, "7")
        suite.press(data.width < 760 ? "marginCallBar" : "marginCallFold") // it can be used while the form is open
    }

    function test_marginCallLeavesTheKeyboardToAFieldInUse() {
        suite.startAt("230", "200")
        TestWorld.app.topUp.open("b-ethusdt")
        tryVerify(() => suite.dialog("topUpDialog").opened)
        const field = suite.item("topUpAmount")
        field.forceActiveFocus()
        keyClick(Qt.Key_1)
        TestWorld.prices("230", "170")
        tryVerify(() => suite.dialog("marginCallDialog").opened)
        verify(field.activeFocus)
        keyClick(Qt.Key_5)
        compare(TestWorld.app.topUp.amount, "15")
    }

    function test_topUpIsFilledInAndSelectedAndEnterRecordsIt() {
        suite.startAt("230", "170")
        tryVerify(() => suite.dialog("marginCallDialog").opened)
        TestWorld.advance(600) // long enough to have been read
        TestWorld.app.marginCall.acknowledge()
        tryVerify(() => !suite.dialog("marginCallDialog").visible)
        suite.press("topUp-b-bchusdt")
        tryVerify(() => suite.dialog("topUpDialog").opened)
        const field = suite.item("topUpAmount")
        compare(field.text, "150.00")
        tryCompare(field, "selectedText", "150.00")
        compare(TestWorld.app.topUp.preview.after.level, "1.25")
        keyClick(Qt.Key_Return)
        tryCompare(suite.item("level-b-bchusdt"), "text", "1.25")
        compare(TestWorld.bookings, 1)
    }

    function test_topUpFromTheDialogLandsInTheAccount() {
        suite.startAt("230", "200")
        TestWorld.prices("230", "170")
        tryVerify(() => suite.dialog("marginCallDialog").opened)
        suite.press("marginCallTopUp-b-bchusdt")
        tryVerify(() => suite.dialog("topUpDialog").opened)
        TestWorld.app.topUp.fillToInitial()
        TestWorld.app.topUp.confirm()
        tryCompare(suite.item("level-b-bchusdt"), "text", "1.25")
        compare(TestWorld.bookings, 1)
        tryCompare(suite.item("marginCallHeadline-b-bchusdt"), "text", "BCH/USDT isolated has recovered to 1.25")
    }

    function test_everyAccountHasItsButtons() {
        suite.startAt("230", "200")
        suite.press("topUp-b-ethusdt")
        tryCompare(TestWorld.app.topUp, "isOpen", true)
        TestWorld.app.topUp.close()
        tryVerify(() => !suite.dialog("topUpDialog").visible)
        suite.press("record-b-ethusdt")
        tryCompare(TestWorld.app.entry, "isOpen", true)
        TestWorld.app.entry.close()
        tryVerify(() => !suite.dialog("entryDialog").visible)
        suite.press("why-b-ethusdt")
        tryVerify(() => suite.dialog("whyDialog").opened)
        verify(TestWorld.app.why.formula.length > 2)
        TestWorld.grab(suite.window, "why")
        keyClick(Qt.Key_Escape)
        tryCompare(TestWorld.app.why, "isOpen", false)
    }

    function test_detailsShowTheAssets() {
        suite.startAt("230", "200")
        const card = suite.item("account-b-ethusdt")
        const before = card.height
        suite.press("details-b-ethusdt")
        tryVerify(() => card.height > before)
        TestWorld.grab(suite.window, "details")
    }

    // The columns may round; who points at a row reads every digit, and who presses the right button copies them.
    function test_everyDigitOfAnAssetIsThereForWhoAsks() {
        suite.startAt("200.123456789012345678", "200")
        suite.press("details-b-ethusdt")
        const table = findChild(suite.item("account-b-ethusdt"), "assetTable")
        tryVerify(() => table.visible && table.height > 0)
        const line = Array.from(table.children).find(row => row.asset === "ETH")
        const exact = "total 5, debt 0, price 200.123456789012345678, value 1000.61728394506172839"
        compare(line.exactText, exact)
        waitForRendering(suite.window.contentItem)
        mouseMove(line, line.width / 2, line.height / 2)
        tryVerify(() => suite.shownTexts(suite.root()).includes(exact))
        mouseClick(line, line.width / 2, line.height / 2, Qt.RightButton)
        tryVerify(() => suite.item("copyExact")?.visible ?? false)
        suite.click(suite.item("copyExact"))
        const elsewhere = createTemporaryObject(pasteType, suite)
        elsewhere.paste()
        compare(elsewhere.text, "ETH: " + exact)
    }

    function test_menuOpensEverything_data() {
        return [
            { tag: "menuTopUp", form: "topUp" },
            { tag: "menuOpenPosition", form: "position" },
            { tag: "menuRecord", form: "entry" },
            { tag: "menuAddAccount", form: "accountEditor" },
            { tag: "menuImport", form: "files" },
            { tag: "menuExport", form: "files" },
            { tag: "menuReport", form: "report" },
            { tag: "menuSettings", form: "settings" }
        ]
    }

    function test_menuOpensEverything(data: var) {
        suite.startAt("230", "200")
        suite.press("mainMenuButton")
        const entry = suite.item(data.tag)
        tryVerify(() => entry.visible)
        suite.click(entry)
        tryCompare(TestWorld.app[data.form], "isOpen", true)
        TestWorld.grab(suite.window, data.tag)
    }

    // The sheet of a margin call stands where the menu opens.
    function test_aCallHidesNoMenu() {
        suite.startAt("230", "200")
        TestWorld.prices("230", "170")
        tryCompare(TestWorld.app.marginCall, "isOpen", true)
        suite.press("mainMenuButton")
        const entry = suite.item("menuSettings")
        tryVerify(() => entry.visible)
        verify(entry.mapToItem(null, entry.width / 2, 0).x > suite.window.width - Theme.sideBar)
        suite.click(entry)
        tryCompare(TestWorld.app.settings, "isOpen", true)
    }

    function test_menuLeavesTheExample_data() {
        return [ { tag: "in the example", example: true }, { tag: "in a person's own book", example: false } ]
    }

    function test_menuLeavesTheExample(data: var) {
        TestWorld.start("230", "200", data.example)
        suite.show()
        const left = createTemporaryObject(spyType, suite, { target: TestWorld.app, signalName: "ownBookRequested" })
        suite.press("mainMenuButton")
        tryVerify(() => suite.item("menuSettings").visible)
        compare(suite.item("menuLeaveExample").visible, data.example)
        if (data.example) {
            suite.click(suite.item("menuLeaveExample"))
            compare(left.count, 1)
        }
    }

    function test_theStoryTellsNoTimeOfTheClock_data() { return suite.test_menuLeavesTheExample_data() }

    // A day of the story is no time of this clock.
    function test_theStoryTellsNoTimeOfTheClock(data) {
        TestWorld.start("230", "200", data.example)
        suite.show()
        TestWorld.prices("230", "170")
        compare(suite.item("account-b-bchusdt").sinceText.length === 0, data.example)
    }

    function test_accountMenu() {
        suite.startAt("230", "200")
        suite.press("more-b-ethusdt")
        const edit = suite.item("accountMenuEdit")
        tryVerify(() => edit.visible)
        TestWorld.grab(suite.window, "account-menu")
        suite.click(edit)
        tryCompare(TestWorld.app.accountEditor, "isOpen", true)
    }

    function test_f6GoesThroughTheWindow() {
        suite.startAt("230", "170")
        suite.window.requestActivate()
        tryVerify(() => suite.window.active && suite.dialog("marginCallDialog").opened)
        const within = name => {
            for (let at = suite.window.activeFocusItem; at !== null; at = at.parent)
                if (at.objectName === name)
                    return true
            return false
        }
        for (const part of ["statusBar", "crossPanel", "isolatedPanel", "dock", "marginCallFold", "statusBar"]) {
            keyClick(Qt.Key_F6)
            verify(within(part), part)
        }
    }

    function test_f1ListsTheKeys() {
        suite.startAt("230", "200")
        suite.window.requestActivate()
        tryVerify(() => suite.window.active)
        keyClick(Qt.Key_F1)
        tryVerify(() => suite.dialog("keysDialog").opened)
        TestWorld.grab(suite.window, "keys")
        keyClick(Qt.Key_Escape)
        tryVerify(() => !suite.dialog("keysDialog").visible)
    }

    function test_theRiskPageShowsTheExample() {
        suite.startAt("230", "170")
        TestWorld.advance(600)
        TestWorld.app.marginCall.acknowledge()
        tryVerify(() => !suite.dialog("marginCallDialog").visible)
        suite.press("tabRisk")
        tryVerify(() => findChild(suite.root(), "stressTable") !== null && suite.item("stressTable").count === 21)
        tryCompare(suite.item("stressDomino"), "count", 3)
        compare(TestWorld.app.stress.domino.atText, "At 0 %: 1 in call (BCH/USDT)")
        suite.item("stressShock").value = -10
        suite.item("stressShock").moved()
        verify(suite.item("stressAt").text.includes("At −10 %: BCH/USDT isolated 0.96"), suite.item("stressAt").text)
        suite.item("movesTyped").text = "-10"
        suite.item("movesTyped").textEdited()
        tryVerify(() => suite.item("movesAt").text.startsWith("At −10.00 %: BCH/USDT isolated 0.96"), 5000, suite.item("movesAt").text)
        tryVerify(() => findChild(suite.root(), "movesRow") !== null)
        suite.item("movesUnit").choose(StressMoves.Sigma)
        tryVerify(() => TestWorld.app.moves.problem.includes("BTC"))
        TestWorld.grab(suite.window, "stress")
        TestWorld.app.stress.assetIndex = 1 // each by its beta, and without candles there is none
        tryVerify(() => suite.item("stressAt").text.includes("There is no beta of"))
        for (const asset of ["ETH", "BCH"]) {
            suite.item("betaTyped-" + asset).text = "2"
            suite.item("betaTyped-" + asset).textEdited()
        }
        tryVerify(() => suite.item("stressAt").text.includes("At −10 %: BCH/USDT isolated 0.85"), 5000, suite.item("stressAt").text) // its price falls by 20 %
        TestWorld.grab(suite.window, "stress-beta")
        suite.item("riskParts").choose(RiskParts.WaysOut)
        tryVerify(() => findChild(suite.root(), "wayLine-2") !== null)
        TestWorld.app.waysOut.sum = "100"
        tryVerify(() => TestWorld.app.waysOut.spreadText.length > 0)
        TestWorld.grab(suite.window, "ways-out")
        suite.item("riskParts").choose(RiskParts.Twin)
        tryVerify(() => findChild(suite.root(), "twinOther-0") !== null)
        tryVerify(() => suite.item("twinOther-0").y === suite.item("twinReal-0").y && suite.item("twinOther-0").x > suite.item("twinReal-0").width) // beside it
        tryVerify(() => findChild(suite.root(), "twinOther-1") !== null)
        TestWorld.grab(suite.window, "twin")
    }

    // Prepared on Ways out, shown in the margin call, fills the form of a top-up; nothing is booked until that is confirmed.
    function test_aPlanIsPreparedAndUsed() {
        suite.startAt("230", "170")
        TestWorld.advance(600)
        TestWorld.app.marginCall.acknowledge()
        tryVerify(() => !suite.dialog("marginCallDialog").visible)
        suite.press("tabRisk")
        suite.item("dock").enlargeWanted(true)
        suite.item("riskParts").choose(RiskParts.WaysOut)
        tryVerify(() => findChild(suite.root(), "wayLine-2") !== null)
        suite.press("planNew")
        compare(suite.item("planAmount").text, "150.00")
        suite.item("planName").forceActiveFocus()
        for (const key of "aid")
            keyClick(key)
        TestWorld.grab(suite.window, "plan-form")
        suite.press("planSave")
        tryVerify(() => findChild(suite.root(), "planOpen-aid") !== null)
        verify(suite.item("planLine-aid").Accessible.name.includes("Leads to level 1.25"), suite.item("planLine-aid").Accessible.name)
        TestWorld.grab(suite.window, "ways-out-plans")
        suite.press("planOpen-aid")
        tryVerify(() => TestWorld.app.topUp.isOpen)
        compare(TestWorld.app.topUp.amount, "150.00")
        TestWorld.app.topUp.amount = ""
        tryVerify(() => findChild(suite.dialog("topUpDialog").contentItem, "planUse-aid") !== null)
        findChild(suite.dialog("topUpDialog").contentItem, "planUse-aid").clicked()
        compare(TestWorld.app.topUp.amount, "150.00")
        TestWorld.grab(suite.window, "top-up-plan")
        TestWorld.app.topUp.close()
        TestWorld.app.marginCall.open()
        tryVerify(() => suite.dialog("marginCallDialog").opened)
        const called = suite.item("marginCall-b-bchusdt")
        tryVerify(() => findChild(called, "planUse-aid") !== null)
        TestWorld.grab(suite.window, "margin-call-plan")
        findChild(called, "planUse-aid").clicked()
        tryVerify(() => TestWorld.app.topUp.isOpen)
        TestWorld.app.topUp.close()
        suite.item("planRemove-aid").clicked()
        tryVerify(() => suite.item("planLeaving").text.includes("aid"))
        suite.item("planLeaving").actionTriggered()
        tryCompare(TestWorld.app.plans.rows, "count", 0)
        compare(TestWorld.bookings, 0)
    }

    function test_aWhatIfIsTypedAndTakenBack() {
        suite.startAt("230", "170")
        TestWorld.advance(600)
        TestWorld.app.marginCall.acknowledge()
        tryVerify(() => !suite.dialog("marginCallDialog").visible)
        suite.press("tabWhatIf")
        suite.item("dock").enlargeWanted(true)
        tryVerify(() => findChild(suite.root(), "whatIfRow-b-bchusdt") !== null)
        compare(suite.item("whatIfNotReal").text, "Not real: nothing is booked")
        suite.item("whatIfShock").forceActiveFocus()
        for (let i = 0; i < 2; ++i)
            keyClick(Qt.Key_PageDown)
        tryCompare(TestWorld.app.whatIf.lines, "count", 1)
        tryVerify(() => suite.item("whatIfRow-b-bchusdt").afterState === RiskState.Liquidation)
        compare(suite.item("whatIfRow-b-bchusdt").beforeState, RiskState.MarginCall)
        suite.item("whatIfKinds").choose(2)
        const account = suite.item("whatIfAccount")
        account.picked(account.find("BCH/USDT isolated"))
        suite.item("whatIfTyped").forceActiveFocus()
        for (const key of "500")
            keyClick(key)
        keyClick(Qt.Key_Return)
        tryVerify(() => suite.item("whatIfRow-b-bchusdt").afterState === RiskState.Normal, 5000)
        compare(suite.item("whatIfTyped").text, "")
        verify(suite.item("whatIfLine-1").Accessible.name.startsWith("Top-up of 500"), suite.item("whatIfLine-1").Accessible.name)
        TestWorld.grab(suite.window, "what-if")
        suite.press("whatIfTakeBack-1")
        tryVerify(() => suite.item("whatIfRow-b-bchusdt").afterState === RiskState.Liquidation)
        suite.press("whatIfReset")
        tryCompare(TestWorld.app.whatIf.lines, "count", 0)
        compare(TestWorld.bookings, 0)
    }

    function test_theMapIsWalkedByKeys() {
        suite.startAt("230", "200")
        suite.press("tabRisk")
        suite.item("dock").enlargeWanted(true)
        suite.item("riskParts").choose(RiskParts.HeatMap)
        const map = TestWorld.app.heatMap
        tryVerify(() => map.atText.length > 0)
        const cells = suite.item("heatMapCells")
        verify(map.atText.startsWith("ETH 0 %, BCH 0 %: "), map.atText)
        cells.forceActiveFocus()
        keyClick(Qt.Key_Left)
        keyClick(Qt.Key_Down)
        verify(map.atText.startsWith("ETH −5 %, BCH −5 %: "), map.atText)
        verify(cells.Accessible.name.includes(map.atText))
        keyClick(Qt.Key_Home)
        verify(map.atText.startsWith("ETH 0 %, BCH 0 %: "))
        mouseMove(cells, 2, 2)
        tryVerify(() => map.atText.startsWith("ETH −50 %, BCH +50 %: "))
        TestWorld.grab(suite.window, "heat-map")
    }

    function test_theRunOfChanceIsInSight_data() {
        return [ { tag: "1280", width: 1280, height: 800 }, { tag: "1440", width: 1440, height: 900 } ]
    }

    // Where nobody has moved the edge above the dock, with files chosen too.
    function test_theRunOfChanceIsInSight(data: var) {
        suite.startAt("230", "200")
        suite.window.width = data.width
        suite.window.height = data.height
        suite.press("tabRisk")
        suite.item("riskParts").choose(RiskParts.Chance)
        const page = suite.item("chancePage")
        tryVerify(() => page.height > 100)
        for (const file of ["", "/tmp/ETHUSDT-1h-2023-01.csv", "/tmp/BCHUSDT-1h-2023-01.csv"]) {
            if (file.length > 0)
                TestWorld.app.chance.files.add(file)
            const run = suite.item("chanceRun")
            tryVerify(() => run.mapToItem(page, 0, run.height).y <= page.height, 2000, data.tag + " " + run.mapToItem(page, 0, run.height).y + " of " + page.height)
        }
    }

    function test_aSimulationRunsAndIsCancelled() {
        suite.startAt("230", "200")
        suite.press("tabRisk")
        suite.item("dock").enlargeWanted(true)
        suite.item("riskParts").choose(RiskParts.Chance)
        const chance = TestWorld.app.chance
        suite.item("chanceSigma").forceActiveFocus()
        for (const key of "ETH=80 BCH=90")
            keyClick(key)
        compare(chance.sigma, "ETH=80 BCH=90")
        chance.paths = "500"
        suite.press("chanceRun")
        tryVerify(() => !chance.running && chance.results.there, 30000)
        verify(suite.item("chanceFan").visible)
        compare(chance.results.rows.count, 4)
        suite.item("chanceMode").choose(1)
        verify(chance.results.otherMode)
        TestWorld.grab(suite.window, "chance")
        chance.paths = "10000000"
        suite.press("chanceRun")
        verify(chance.running)
        tryVerify(() => suite.item("chanceProgress").visible)
        suite.press("chanceRun")
        verify(!chance.running)
        verify(chance.results.there)
        compare(suite.item("chanceProblem").text, "Cancelled.")
    }

    function test_aCrashIsPlayedAndGoneThrough() {
        suite.startAt("230", "200")
        suite.press("tabRisk")
        suite.item("dock").enlargeWanted(true)
        suite.item("riskParts").choose(RiskParts.Replay)
        const replay = TestWorld.app.replay
        suite.press("replayRun")
        tryCompare(suite.item("replayProblem"), "text", "Choose at least one file of candles.")
        for (const path of [TestWorld.candles("ETHUSDT", 230, -1), TestWorld.candles("BCHUSDT", 200, -1)]) {
            suite.item("replayPath").text = path
            suite.press("replayAdd")
        }
        tryCompare(replay.files.rows, "count", 2)
        suite.press("replayRun")
        tryVerify(() => !replay.running && replay.player.there, 30000)
        verify(suite.item("replayNotReal").text.startsWith("Replay, not your accounts now: "))
        verify(suite.item("replaySummary").text.includes("480 prices"))
        const slider = suite.item("replayPosition")
        compare(slider.value, replay.player.last)
        slider.forceActiveFocus()
        keyClick(Qt.Key_Home)
        tryCompare(replay.player, "position", 0)
        keyClick(Qt.Key_PageUp)
        tryCompare(replay.player, "position", Math.round(replay.player.last / 20))
        replay.player.seconds = 1
        suite.press("replayPlay")
        tryVerify(() => !replay.player.playing && replay.player.position === replay.player.last, 10000)
        const account = findChild(suite.root(), "replayAccount")
        account.forceActiveFocus()
        keyClick(Qt.Key_Space)
        verify(account.isChosen)
        verify(findChild(suite.root(), "replayTwin").Accessible.name.includes(" is called first, on "))
        const view = suite.item("replayPage")
        view.contentY = view.contentHeight - view.height
        suite.item("replayReportPath").text = TestWorld.folder() + "/replay.html"
        suite.item("replayReportPath").textEdited()
        suite.press("replayReportWrite")
        tryVerify(() => suite.item("replayReportDone").text.length > 0)
        verify(TestWorld.contents(replay.report.path).includes("Nothing of it is real"))
        suite.press("replayReportWrite")
        tryVerify(() => suite.item("replayReportOverwrite").visible)
        view.contentY = 0
        suite.item("replaySource").choose(ReplayViewModel.Recorded)
        suite.press("replayRun")
        tryCompare(suite.item("replayProblem"), "text", "No price was recorded in this time.")
        TestWorld.grab(suite.window, "replay")
        compare(TestWorld.bookings, 0)
    }

    function test_keys() {
        suite.startAt("230", "200")
        suite.window.requestActivate()
        tryVerify(() => suite.window.active)
        keyClick(Qt.Key_F5)
        tryVerify(() => TestWorld.polls === 1)
        keyClick(Qt.Key_1, Qt.ControlModifier)
        tryVerify(() => suite.item("topUp-a-cross").activeFocus)
        keyClick(Qt.Key_J, Qt.ControlModifier)
        tryCompare(suite.item("tabBar"), "currentIndex", Dock.Journal)
        TestWorld.grab(suite.window, "journal")
        keyClick(Qt.Key_T, Qt.ControlModifier)
        tryCompare(TestWorld.app.topUp, "isOpen", true)
    }

    function test_emptyStartHasThreeWaysIn() {
        TestWorld.startEmpty()
        suite.show()
        verify(suite.item("firstRun").visible)
        TestWorld.grab(suite.window, "first-run")
        const asked = createTemporaryObject(spyType, suite, { target: TestWorld.app, signalName: "exampleRequested" })
        suite.press("firstRunExample")
        compare(asked.count, 1)
        suite.press("firstRunAccount")
        tryCompare(TestWorld.app.accountEditor, "isOpen", true)
        TestWorld.app.accountEditor.close()
        tryVerify(() => !suite.dialog("accountDialog").visible)
        suite.press("firstRunImport")
        tryCompare(TestWorld.app.files, "isOpen", true)
    }

    function test_exampleBar() {
        TestWorld.start("230", "200", true)
        suite.show()
        compare(suite.item("exampleDay").text, "Reference example · Day N+1")
        suite.press("exampleNext")
        compare(suite.item("exampleDay").text, "Reference example · Day N+2")
        verify(!suite.item("exampleNext").enabled)
        suite.press("examplePlay")
        compare(suite.item("examplePlay").text, "Pause")
        suite.press("examplePrevious")
        compare(TestWorld.app.example.dayIndex, 1)
    }

    // A chart with one moment in it says how it becomes a line; one with a line says nothing.
    function test_exampleSaysHowItsChartBegins() {
        TestWorld.start("200", "200", true)
        suite.show()
        TestWorld.remember("b-bchusdt", 125, 0)
        const hint = suite.item("chartBeginning")
        tryVerify(() => hint.visible && hint.text.length > 0)
        TestWorld.grab(suite.window, "example-begins")
        TestWorld.advance(3600000)
        TestWorld.remember("b-bchusdt", 120, 60)
        tryVerify(() => !hint.visible)
    }

    function test_exampleBarIsUsableAboveADialog() {
        TestWorld.start("230", "200", true)
        suite.show()
        suite.window.app.accountEditor.openNew()
        tryVerify(() => suite.dialog("accountDialog") !== null && suite.dialog("accountDialog").opened)
        verify(suite.dialog("accountDialog").y >= suite.dialog("exampleBar").height)
        verify(suite.item("practiceNote").visible)
        TestWorld.grab(suite.window, "example-dialog")
        suite.press("examplePlay")
        compare(suite.item("examplePlay").text, "Pause")
        suite.press("examplePlay")
        compare(suite.item("examplePlay").text, "Play")
        suite.press("exampleNext")
        compare(TestWorld.app.example.dayIndex, 2)
        verify(suite.dialog("accountDialog").opened)
        const left = createTemporaryObject(spyType, suite, { target: TestWorld.app, signalName: "ownBookRequested" })
        suite.press("exampleLeave")
        compare(left.count, 1)
    }

    function test_noPracticeInAPersonsOwnBook() {
        suite.startAt("230", "200")
        verify(!suite.dialog("exampleBar").visible)
        suite.window.app.accountEditor.openNew()
        tryVerify(() => suite.dialog("accountDialog") !== null && suite.dialog("accountDialog").opened)
        verify(!suite.item("practiceNote").visible)
    }

    function test_silenceIsShownWithoutNews() {
        suite.startAt("230", "200")
        TestWorld.advance(7000)
        tryVerify(() => suite.item("feedBanner").visible, 3000)
        compare(suite.item("state-a-cross").riskState, RiskState.Unknown)
        compare(suite.item("state-b-ethusdt").riskState, RiskState.Unknown)
        TestWorld.grab(suite.window, "silence")
    }

    function test_missingPrice() {
        suite.startAt("230", "200")
        TestWorld.prices("230", "")
        tryVerify(() => suite.item("state-b-bchusdt").riskState === RiskState.Unknown)
        compare(suite.item("level-b-bchusdt").text, "1.25") // hatched: what it was, with its age below
        TestWorld.grab(suite.window, "missing")
    }

    function test_liquidationIsExplained() {
        suite.startAt("220", "200")
        TestWorld.prices("220", "120")
        TestWorld.liquidate("b-bchusdt")
        tryVerify(() => suite.dialog("liquidationDialog").opened)
        TestWorld.grab(suite.window, "liquidation")
        suite.press("liquidationClose")
        tryVerify(() => !suite.dialog("liquidationDialog").visible)
        verify(suite.dialog("marginCallDialog").opened) // the cross account is in call
    }

    function test_hostileTextIsShownAsItIs() {
        const hostile = "x<img src=\"y\"> & %1 {} <b>z"
        suite.startAt("230", "170")
        TestWorld.rename(hostile)
        wait(300)
        suite.press("mainMenuButton")
        TestWorld.app.why.open("a-cross", 0)
        TestWorld.app.topUp.open("b-ethusdt")
        TestWorld.app.entry.open("b-ethusdt")
        TestWorld.app.accountEditor.open("a-cross")
        waitForRendering(suite.window.contentItem)
        compare(TestWorld.richTexts(suite.root()), [])
        TestWorld.grab(suite.window, "hostile")
    }

    function test_darkAndContrast_data() {
        return [{ tag: "light", mode: 1 }, { tag: "dark", mode: 2 }, { tag: "contrast", mode: 3 }]
    }

    function test_darkAndContrast(data: var) {
        suite.startAt("230", "200")
        TestWorld.app.settings.theme = data.mode
        TestWorld.prices("230", "210")
        waitForRendering(suite.window.contentItem)
        compare(Theme.mode, data.mode)
        TestWorld.grab(suite.window, "theme-" + data.tag)
    }
}
