// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Plimsoll
import Plimsoll.Test
import Plimsoll.ViewModels

// The panes of the main window: where they stand, that each scrolls by itself, splitters and dock, rows and cards, the filter.
PageCase {
    id: suite
    name: "Panels"
    when: windowShown

    function startBook(width: int, height: int): void {
        TestWorld.startBook("fourteen")
        suite.show()
        suite.window.width = width
        suite.window.height = height
        waitForRendering(suite.window.contentItem)
        TestWorld.advance(600)
        TestWorld.app.marginCall.acknowledge()
        tryVerify(() => !suite.dialog("marginCallDialog").visible && suite.item("panels").width === suite.window.width)
        waitForRendering(suite.window.contentItem)
    }

    function sizes_data(): var {
        let rows = []
        for (const [width, height] of [[420, 480], [420, 860], [699, 860], [700, 860], [1099, 800], [1100, 800], [1280, 500], [1280, 800], [1920, 1080]])
            rows.push({ tag: width + "x" + height, width: width, height: height })
        return rows
    }

    function test_thePanesShareTheWindow_data() { return suite.sizes_data() }

    // Nothing overlaps, nothing is left over, whatever the size; the page itself never scrolls.
    function test_thePanesShareTheWindow(data) {
        suite.startBook(data.width, data.height)
        const panels = suite.item("panels")
        const isolated = suite.item("isolatedPanel")
        const dock = suite.item("dock")
        compare(isolated.x + isolated.width, panels.width)
        compare(isolated.y + isolated.height, dock.y)
        compare(dock.x, 0)
        compare(dock.width, panels.width)
        compare(dock.y + dock.height, panels.height)
        compare(panels.contentY, undefined)
        const cross = suite.item("crossPanel").mapToItem(panels, 0, 0)
        if (data.width >= 1100)
            verify(cross.x < isolated.x && isolated.x > 300)
        else
            compare(isolated.x, 0)
        const low = data.width < 700 || panels.height < 560
        verify(low ? dock.height < 60 : dock.height >= 200)
        TestWorld.grab(suite.window, "panes-" + data.tag)
    }

    function test_theCrossAccountStandsAboveInANarrowWindow() {
        suite.startBook(800, 860)
        const list = suite.item("isolatedList")
        const cross = suite.item("crossPanel")
        verify(cross.mapToItem(list, 0, 0).y >= 0) // the list begins at its beginning
        tryVerify(() => findChild(suite.root(), "account-" + TestWorld.accountIds()[2]) !== null) // made behind the first picture
        verify(cross.mapToItem(list, 0, cross.height).y <= suite.item("account-" + TestWorld.accountIds()[2]).mapToItem(list, 0, 0).y
               || list.count > 0)
        list.contentY = list.begin + 400
        verify(cross.mapToItem(list, 0, 0).y < 0) // and takes the cross account along
    }

    function test_aSplitterMovesByMouseAndKeys() {
        suite.startBook(1440, 900)
        const splitter = suite.item("crossSplitter")
        const isolated = suite.item("isolatedPanel")
        const usual = isolated.x
        mouseDrag(splitter, splitter.width / 2, 100, 60, 0, Qt.LeftButton, Qt.NoModifier, 20)
        tryVerify(() => isolated.x > usual + 30)
        const moved = isolated.x
        splitter.forceActiveFocus()
        keyClick(Qt.Key_Left)
        compare(isolated.x, moved - 24)
        compare(TestWorld.app.layout.crossWidth, isolated.x)
        keyClick(Qt.Key_Home)
        compare(isolated.x, usual)
        for (let i = 0; i < 100; ++i)
            keyClick(Qt.Key_Right)
        verify(isolated.width >= 520) // no pane is pushed out
    }

    function test_theDockFoldsAndTakesThePage() {
        suite.startBook(1280, 860)
        const dock = suite.item("dock")
        const height = dock.height
        suite.press("dockFold")
        compare(dock.height, dock.tabsHeight)
        suite.press("tabJournal")
        compare(dock.height, height)
        suite.press("dockEnlarge")
        const chips = suite.item("accountChips")
        verify(chips.visible)
        compare(dock.y, chips.height)
        verify(!suite.item("isolatedPanel").visible)
        TestWorld.grab(suite.window, "enlarged")
        const id = TestWorld.accountIds()[3]
        suite.press("tabRisk")
        tryVerify(() => findChild(suite.root(), "stressTable") !== null && suite.item("stressTable").count === 21)
        suite.click(suite.item("chip-" + id))
        verify(chips.visible) // the page is about that one now
        compare(TestWorld.app.stress.accountId, id)
        suite.press("tabJournal")
        suite.click(suite.item("chip-" + id))
        verify(!chips.visible)
        verify(suite.item("isolatedPanel").visible)
        suite.window.requestActivate()
        tryVerify(() => suite.window.active)
        keySequence("Ctrl+Shift+M")
        verify(chips.visible)
        keySequence("Ctrl+Shift+M")
        verify(!chips.visible)
    }

    function test_aNarrowWindowHasThePagesBehindTheTabs() {
        suite.startBook(420, 800)
        const isolated = suite.item("isolatedPanel")
        verify(isolated.visible)
        suite.press("tabJournal")
        verify(!isolated.visible)
        verify(suite.item("accountChips").visible)
        suite.press("dockEnlarge")
        verify(isolated.visible)
        TestWorld.app.alarms.openPage()
        verify(!isolated.visible)
    }

    function test_onlyWhatIsSeenExists() {
        suite.startBook(1280, 860)
        verify(findChild(suite.root(), "journalPage") === null)
        suite.press("tabJournal")
        verify(findChild(suite.root(), "journalPage") !== null)
    }

    function test_aRowOpensInPlaceAndFolds() {
        suite.startBook(1280, 860)
        const rows = TestWorld.app.dashboard.rows
        compare(rows.shownForm, AccountRows.Rows)
        const list = suite.item("isolatedList")
        let id = ""
        for (let i = 0; i < list.count && id === ""; ++i)
            if (list.itemAtIndex(i) !== null && !list.itemAtIndex(i).asCard)
                id = list.itemAtIndex(i).accountId
        const place = rows.placeOf(id)
        suite.click(suite.item("row-" + id))
        tryVerify(() => findChild(suite.root(), "card-" + id) !== null)
        compare(rows.placeOf(id), place)
        verify(findChild(suite.root(), "row-" + id) === null)
        TestWorld.grab(suite.window, "opened-row")
        suite.press("fold-" + id)
        tryVerify(() => findChild(suite.root(), "row-" + id) !== null)
    }

    function test_arrowsGoFromRowToRow() {
        suite.startBook(1280, 860)
        suite.window.requestActivate()
        tryVerify(() => suite.window.active)
        const list = suite.item("isolatedList")
        const last = list.count - 1
        list.itemAtIndex(0).focusFirst()
        for (let i = 1; i <= last; ++i) {
            keyClick(Qt.Key_Down)
            compare(list.currentIndex, i)
            const top = list.currentItem.y - list.contentY
            verify(top >= -0.5 && top + list.currentItem.height <= list.height + 0.5) // it is seen
        }
        const id = list.currentItem.accountId
        keyClick(Qt.Key_Return)
        tryVerify(() => findChild(suite.root(), "card-" + id) !== null)
        keyClick(Qt.Key_Home)
        compare(list.currentIndex, 0)
    }

    function test_ctrlFFindsAnAccount() {
        suite.startBook(1280, 860)
        suite.window.requestActivate()
        tryVerify(() => suite.window.active)
        const list = suite.item("isolatedList")
        const all = list.count
        keySequence("Ctrl+F")
        const field = suite.item("accountFilter")
        tryVerify(() => field.activeFocus)
        for (const letter of "pepe")
            keyClick(letter)
        tryVerify(() => list.count === 1)
        tryVerify(() => list.itemAtIndex(0)?.title === "PEPE/USDT")
        TestWorld.grab(suite.window, "filtered")
        keyClick(Qt.Key_Escape)
        tryVerify(() => list.count === all)
        compare(field.text, "")
    }

    function test_theChoiceOfCardsIsRemembered() {
        suite.startBook(1280, 860)
        const control = suite.item("accountForm")
        control.choose(0)
        compare(TestWorld.app.layout.accountForm, AccountRows.Cards)
        verify(findChild(suite.root(), "card-" + TestWorld.app.dashboard.accountIdAt(3)) !== null)
    }

    function test_theCountsAreThoseOfTheAccounts() {
        suite.startBook(1440, 900)
        const counts = suite.item("stateCounts")
        let sum = 0
        for (let i = 0; i < counts.children.length; ++i)
            sum += counts.children[i].riskState !== undefined ? counts.children[i].count : 0
        compare(sum, TestWorld.accountIds().length)
    }

    // The dock in a window of its own leaves its place to the accounts, and comes back when that window is closed.
    function test_theDockIsAWindowOfItsOwn() {
        suite.startBook(1280, 800)
        const panels = suite.item("panels")
        const isolated = suite.item("isolatedPanel")
        const dock = suite.item("dock")
        const layout = TestWorld.app.layout
        suite.press("dockDetach")
        tryVerify(() => layout.dockDetached && isolated.height === panels.height)
        const floating = findChild(suite.window, "dockWindow")
        verify(floating !== null && floating.visible)
        compare(dock.parent, floating.contentItem)
        tryVerify(() => dock.height === floating.height && dock.width === floating.width)
        verify(!findChild(dock, "dockEnlarge").visible)
        verify(!findChild(suite.root(), "dockSplitter").visible)
        findChild(dock, "tabBar").setCurrentIndex(Dock.Journal)
        waitForRendering(floating.contentItem)
        compare(TestWorld.cutTexts(floating.contentItem), [])
        TestWorld.grab(floating, "dock-window")
        floating.close()
        tryVerify(() => !layout.dockDetached)
        compare(dock.parent, panels)
        tryVerify(() => dock.y + dock.height === panels.height && dock.y === isolated.height)
        compare(findChild(dock, "tabBar").currentIndex, Dock.Journal)
        layout.dockDetached = true
        tryVerify(() => dock.parent !== panels)
        layout.dockDetached = false
        tryCompare(dock, "parent", panels)
    }

    // How far each pane was scrolled holds for the next window: after Back, another language, a restart.
    function test_scrollIsRemembered_data(): var {
        return [
            { tag: "cross accounts", tab: Dock.Level, view: "crossScroll", pane: WindowLayout.Cross, width: 1280, height: 800 },
            { tag: "isolated accounts", tab: Dock.Level, view: "isolatedList", pane: WindowLayout.Isolated, width: 1280, height: 800 },
            { tag: "all accounts in one list", tab: Dock.Level, view: "isolatedList", pane: WindowLayout.Isolated, width: 800, height: 800 },
            { tag: "prices", tab: Dock.Prices, view: "priceRows", pane: WindowLayout.Prices, width: 1280, height: 800 },
            { tag: "journal", tab: Dock.Journal, view: "journalRows", pane: WindowLayout.Journal, width: 1280, height: 800 },
            { tag: "what if", tab: Dock.WhatIf, view: "whatIfScroll", pane: WindowLayout.WhatIf, width: 1280, height: 800 },
            { tag: "stress", tab: Dock.Risk, part: RiskParts.Stress, view: "stressScroll", pane: WindowLayout.Stress, width: 1280, height: 800 },
            { tag: "two assets", tab: Dock.Risk, part: RiskParts.HeatMap, view: "heatMapScroll", pane: WindowLayout.HeatMap, width: 1280, height: 800 },
            { tag: "chance", tab: Dock.Risk, part: RiskParts.Chance, view: "chancePage", pane: WindowLayout.Chance, width: 1280, height: 800 },
            { tag: "ways out", tab: Dock.Risk, part: RiskParts.WaysOut, view: "waysOutPage", pane: WindowLayout.WaysOut, width: 1280, height: 800 },
            { tag: "twin", tab: Dock.Risk, part: RiskParts.Twin, view: "twinPage", pane: WindowLayout.Twin, width: 1280, height: 800 },
            { tag: "replay", tab: Dock.Risk, part: RiskParts.Replay, view: "replayPage", pane: WindowLayout.Replay, width: 1280, height: 800 },
        ]
    }

    function test_scrollIsRemembered(data) {
        suite.startBook(data.width, data.height)
        const layout = TestWorld.app.layout
        const scrolled = view => Math.round(view.contentY - view.originY + view.topMargin)
        suite.item("dock").riskPart = data.part ?? 0
        suite.item("dock").show(data.tab)
        let view = suite.item(data.view)
        tryVerify(() => view.topMargin + view.contentHeight > view.height + 60)
        view.contentY = view.originY - view.topMargin + 40
        tryVerify(() => layout.scrollOf(data.pane) === 40)
        suite.item("dock").show(Dock.Alarms)
        suite.item("dock").show(data.tab)
        compare(scrolled(view), 40)
        suite.closeWindow()
        compare(layout.scrollOf(data.pane), 40)
        suite.show()
        suite.window.width = data.width
        suite.window.height = data.height
        view = suite.item(data.view)
        tryVerify(() => scrolled(view) === 40)
        wait(50)
        compare(scrolled(view), 40)
        compare(layout.scrollOf(data.pane), 40)
    }

    function shownRows(): var {
        const list = suite.item("isolatedList")
        let rows = []
        for (let i = 0; i < list.count; ++i) {
            const item = list.itemAtIndex(i)
            if (item !== null && !item.asCard)
                rows.push(item.accountId)
        }
        return rows
    }

    // Every row has its last 24 hours where there is room for them; a card has none, nor has what is out of sight.
    function test_aRowShowsItsLastHours() {
        suite.startBook(1440, 900)
        TestWorld.app.dashboard.rows.form = AccountRows.Rows
        const list = suite.item("isolatedList")
        const rows = suite.shownRows()
        verify(rows.length >= 4 && rows.length <= list.count)
        for (const id of rows) {
            const line = suite.item("spark-" + id)
            compare(line.accountId, id)
            verify(line.width > 40 && line.height >= 16)
            const cell = suite.item("level-" + id)
            verify(line.mapToItem(list, 0, 0).x > cell.mapToItem(list, cell.width, 0).x)
        }
        verify(suite.item("sparkHead").visible)
        TestWorld.grab(suite.window, "spark-rows")
        suite.window.width = 1110
        tryVerify(() => findChild(suite.root(), "spark-" + rows[0]) === null)
        verify(!suite.item("sparkHead").visible)
    }

    function test_whatMakesARowSafeIsAlwaysThere_data(): var {
        let rows = []
        for (const language of ["en", "de"])
            for (const sheet of [true, false])
                for (const width of sheet ? [1280, 1440, 1920] : [420, 1280, 1440, 1920])
                    rows.push({ tag: [language, width, sheet ? "call open" : "call closed"].join(" "), language: language, sheet: sheet, width: width })
        return rows
    }

    // The amount stands in every row that asks for one, wherever it is used beside the sheet of a margin call too.
    function test_whatMakesARowSafeIsAlwaysThere(data) {
        TestWorld.speak(data.language)
        suite.startBook(data.width, 900)
        TestWorld.app.dashboard.rows.form = AccountRows.Rows
        if (data.sheet) {
            TestWorld.raise(TestWorld.accountIds()[0], "call", "active", "1.09")
            tryVerify(() => suite.dialog("marginCallDialog").visible && suite.item("panels").width < suite.window.width)
        }
        waitForRendering(suite.window.contentItem)
        const list = suite.item("isolatedList")
        for (let i = list.count - 1; i >= 0; --i)
            if (list.itemAtIndex(i)?.asCard)
                TestWorld.app.dashboard.rows.toggle(list.itemAtIndex(i).accountId)
        const asksForMoney = id => suite.item("account-" + id).toSafe !== "–"
        tryVerify(() => suite.shownRows().some(asksForMoney))
        waitForRendering(suite.window.contentItem)
        for (const id of suite.shownRows().filter(asksForMoney)) {
            const cell = suite.item("toSafe-" + id)
            const account = suite.item("account-" + id)
            verify(cell.visible && cell.text.endsWith(account.toSafe))
            verify(cell.contentWidth <= cell.width + 0.5, cell.text + " is whole")
            const left = cell.mapToItem(list, cell.width - cell.contentWidth, 0).x
            verify(cell.mapToItem(list, cell.width, 0).x <= list.width)
            const level = suite.item("level-" + id)
            const edge = level.mapToItem(list, level.width, 0).x
            verify(data.width > 420 ? edge < left : cell.mapToItem(list, cell.width, 0).x < edge - level.contentWidth)
        }
        TestWorld.grab(suite.window, "to-be-safe-" + data.tag.replace(/ /g, "-"))
        TestWorld.speak("en")
    }

    // Short words would leave room for one line, but not for its bar.
    function test_aRowOfANarrowWindowHasItsBar() {
        suite.startAt("230", "200")
        suite.window.width = 420
        waitForRendering(suite.window.contentItem)
        tryVerify(() => suite.item("row-a-cross").lineHeight === 56)
    }

    // Of the same account, where it moves with two assets and the window is wide.
    function test_theMapOfTwoAssetsStandsBesideTheCurve() {
        suite.startBook(1600, 900)
        const dock = suite.item("dock")
        const map = TestWorld.app.heatMap
        const ids = TestWorld.accountIds()
        dock.riskPart = RiskParts.Stress
        dock.show(Dock.Risk)
        TestWorld.app.lookAt(ids[0])
        tryVerify(() => map.accountId === ids[0] && suite.item("stressMap").visible)
        waitForRendering(suite.window.contentItem)
        const cells = suite.item("stressMapCells")
        const curve = suite.item("stressCurve")
        verify(cells.width > 300 && cells.mapToItem(curve, 0, 0).x >= curve.width)
        TestWorld.grab(suite.window, "stress-map")
        TestWorld.app.lookAt(ids[2]) // moves with one
        tryVerify(() => !suite.item("stressMap").visible && TestWorld.app.stress.accountId === ids[2])
        TestWorld.app.lookAt(ids[0])
        tryVerify(() => suite.item("stressMap").visible)
        suite.window.width = 1200
        tryVerify(() => !suite.item("stressMap").visible && !map.active)
    }

    // Wherever it stands, the line stops before words that it would run through.
    function test_theCursorOfStressRunsThroughNoWords() {
        suite.startAt("230", "200")
        const dock = suite.item("dock")
        dock.riskPart = RiskParts.Stress
        dock.show(Dock.Risk)
        dock.enlargeWanted(true)
        const view = suite.item("stressCurve").parent
        tryVerify(() => view.hasRoom && suite.named(view, "stressCrossing").length > 0)
        let crossed = 0
        for (let step = 0; step <= 50; ++step) {
            TestWorld.app.stress.pointAt(step / 50)
            for (const plate of suite.named(view, "stressPlate")) {
                const left = plate.parent.mapToItem(view, 0, 0).x
                if (plate.parent.visible && view.cursorX >= left && view.cursorX <= left + plate.parent.width) {
                    verify(plate.visible, plate.parent.text + " at " + step)
                    ++crossed
                }
            }
        }
        verify(crossed >= 4, crossed + " times")
    }

    function named(item: var, name: string): var {
        let found = item.objectName === name ? [item] : []
        for (let i = 0; i < item.children.length; ++i)
            found = found.concat(suite.named(item.children[i], name))
        return found
    }

    function test_rowsKeepTheirRoomBelowTheCards_data(): var {
        return [{ tag: "1280x800", width: 1280, height: 800 }, { tag: "1280x860", width: 1280, height: 860 }, { tag: "1440x900", width: 1440, height: 900 }]
    }

    // Whoever is in call is a card, but not at the cost of everybody else.
    function test_rowsKeepTheirRoomBelowTheCards(data) {
        suite.startBook(data.width, data.height)
        TestWorld.app.dashboard.rows.form = AccountRows.Rows
        suite.waitForRendering(suite.window.contentItem)
        const list = suite.item("isolatedList")
        verify(list.itemAtIndex(0).asCard)
        let whole = 0
        for (const id of suite.shownRows()) {
            const row = suite.item("row-" + id)
            const top = row.mapToItem(list, 0, 0).y
            whole += top >= 0 && top + row.height <= list.height ? 1 : 0
        }
        verify(whole >= 5, whole + " rows are in sight")
    }

    function test_theSheetShowsWhatCanBeDone_data(): var {
        return [{ tag: "800x860", width: 800, height: 860 }, { tag: "800x800", width: 800, height: 800 }, { tag: "1280x800", width: 1280, height: 800 }]
    }

    // The button that saves stands in sight, well above the edge, without scrolling.
    function test_theSheetShowsWhatCanBeDone(data) {
        TestWorld.startBook("fourteen")
        suite.show()
        suite.window.width = data.width
        suite.window.height = data.height
        TestWorld.raise(TestWorld.accountIds()[3], "call", "active", "1.0625")
        tryVerify(() => suite.dialog("marginCallDialog").opened)
        waitForRendering(suite.window.contentItem)
        const scroll = suite.item("marginCallScroll")
        const isOpen = id => findChild(suite.root(), "marginCallTopUp-" + id)?.visible ?? false
        const id = TestWorld.accountIds().find(isOpen) // the most urgent one; the others are a line each
        const button = suite.item("marginCallTopUp-" + id)
        TestWorld.grab(suite.window, "sheet-" + data.tag)
        tryVerify(() => button.mapToItem(scroll, 0, button.height + 8).y <= scroll.height)
        verify(suite.item("marginCallLoss-" + id).visible)
    }
}
