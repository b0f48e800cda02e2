// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Plimsoll
import Plimsoll.Test
import Plimsoll.ViewModels

// No figure and no word of a control is ever elided, reaches out of what it stands in, or touches its neighbour: every page and dialog at
// five widths, in both languages, with the reference example, a realistic book and one of 41 accounts; and nothing there is without a name
// for a screen reader. Once more at 1.5 times and twice the scale (CMakeLists.txt).
PageCase {
    id: suite
    name: "Readable"

    property var found: []

    Component { id: withDesktop; Main { desktop: TestWorld.desktop } }

    function cleanupTestCase() {
        TestWorld.speak("en")
    }

    function world(language: string, book: string, width: int): var {
        return { tag: [language, book, width].join(" "), language: language, book: book, width: width }
    }

    // Another scale changes roundings, not what fits: the widths at which most is cramped are enough there.
    function worlds_data() {
        let rows = []
        for (const book of ["reference", "fourteen"]) {
            if (Screen.devicePixelRatio === 1.5) {
                rows.push(suite.world("en", book, 1280), suite.world("de", book, 420))
                continue
            }
            for (const language of ["en", "de"])
                for (const width of Screen.devicePixelRatio > 1 ? [420, 1280] : [420, 800, 1280, 1920])
                    rows.push(suite.world(language, book, width))
        }
        return rows
    }

    function manyWorlds_data() {
        if (Screen.devicePixelRatio > 1)
            return [suite.world("de", "fortyone", 1280)]
        return [suite.world("en", "fortyone", 1440), suite.world("de", "fortyone", 1280), suite.world("en", "fortyone", 420), suite.world("de", "fortyone", 420)]
    }

    function begin(data: var): void {
        TestWorld.speak(data.language)
        if (data.book === "reference")
            TestWorld.start("230", "210")
        else
            TestWorld.startBook(data.book)
        TestWorld.showsFileDialogs()
        suite.window = withDesktop.createObject(null, { app: TestWorld.app, height: 860, width: data.width })
        verify(waitForRendering(suite.window.contentItem))
        TestWorld.advance(600)
        TestWorld.app.marginCall.acknowledge()
        suite.found = []
    }

    function look(what: string, data: var): void {
        let faults = []
        for (let frame = 0; frame === 0 || (faults.length > 0 && frame < 12); ++frame) { // what is only being laid out is no fault
            wait(0)
            waitForRendering(suite.window.contentItem, 200)
            faults = TestWorld.cutTexts(suite.root())
        }
        for (const fault of faults)
            if (!suite.found.some(known => known.endsWith(fault)))
                suite.found.push(what + ": " + fault)
        for (const nameless of TestWorld.unnamed(suite.root()).map(one => "no name: " + one))
            if (!suite.found.some(known => known.endsWith(nameless)))
                suite.found.push(what + ": " + nameless)
        TestWorld.grab(suite.window, "readable-" + [data.language, data.book, data.width, what].join("-").replace(/ /g, "-"))
    }

    function end(): void {
        compare(suite.found.join("\n"), "")
    }

    // One view after the other, from its beginning to its end.
    function scrollThrough(what: string, data: var): void {
        suite.look(what, data)
        for (const name of ["crossScroll", "isolatedList"]) {
            const view = findChild(suite.root(), name)
            if (view?.scrolled === false)
                view.scrolled = true // as by a person: else it goes back to its beginning
            for (let y = view?.begin ?? 0; view !== null && y < view.originY + view.contentHeight; y += view.height) {
                view.contentY = Math.max(view.begin ?? 0, Math.min(y, view.originY + view.contentHeight - view.height))
                suite.look(what, data)
            }
        }
    }

    function test_pages_data() { return suite.worlds_data() }

    function test_pages(data) {
        suite.begin(data)
        for (const id of TestWorld.accountIds()) {
            const details = findChild(suite.root(), "details-" + id)
            if (details !== null && details.visible)
                details.clicked()
        }
        suite.scrollThrough("accounts", data)
        if (data.width === 420 || data.width === 1280) {
            TestWorld.app.dashboard.rows.form = AccountRows.Cards
            suite.scrollThrough("cards", data)
        }
        TestWorld.app.dashboard.rows.form = AccountRows.Rows
        suite.scrollThrough("rows", data)
        TestWorld.recordStep(TestWorld.accountIds()[1], "call")
        TestWorld.raise(TestWorld.accountIds()[1], "watch", "active", "1.17")
        const bar = findChild(suite.root(), "tabBar")
        for (let tab = 0; tab < 6; ++tab) {
            bar.itemAt(tab).clicked()
            bar.currentIndex = tab
            suite.look("tab " + tab, data)
        }
        suite.end()
    }

    function test_manyAccounts_data() { return suite.manyWorlds_data() }

    // 41 accounts: all of them, and every page of the dock.
    function test_manyAccounts(data) {
        suite.begin(data)
        suite.look("accounts", data)
        TestWorld.app.dashboard.rows.form = AccountRows.Rows
        suite.scrollThrough("rows", data)
        const bar = findChild(suite.root(), "tabBar")
        for (let tab = 0; tab < 6; ++tab) {
            bar.itemAt(tab).clicked()
            bar.currentIndex = tab
            suite.look("tab " + tab, data)
        }
        suite.end()
    }

    // A long view from its beginning to its end.
    function scrollDown(view: var, what: string, data: var): void {
        for (let y = 0; view !== null && y < view.contentHeight; y += view.height) {
            view.contentY = Math.max(0, Math.min(y, view.contentHeight - view.height))
            suite.look(what, data)
        }
    }

    function test_risk_data() { return suite.worlds_data() }

    function test_risk(data) {
        suite.begin(data)
        const dock = findChild(suite.root(), "dock")
        dock.enlargeWanted(true)
        dock.show(Dock.Risk)
        const chance = TestWorld.app.chance
        chance.paths = "300"
        chance.jumps = false
        for (const part of [RiskParts.Stress, RiskParts.HeatMap, RiskParts.Chance, RiskParts.WaysOut, RiskParts.Twin, RiskParts.Replay]) {
            dock.riskPart = part
            suite.look("risk " + part, data)
        }
        dock.riskPart = RiskParts.WaysOut
        suite.preparePlans()
        suite.scrollDown(findChild(suite.root(), "waysOutPage"), "plans", data)
        TestWorld.app.plans.editor.openNew(TestWorld.app.waysOut.accountId)
        TestWorld.app.plans.editor.save() // without a name
        suite.scrollDown(findChild(suite.root(), "waysOutPage"), "plan form", data)
        TestWorld.app.plans.editor.close()
        dock.riskPart = RiskParts.Stress
        TestWorld.app.moves.move = "-12.5"
        for (const symbol of ["BTCUSDT", "ETHUSDT"])
            TestWorld.app.moves.files.add(TestWorld.candles(symbol, 230, -2))
        tryVerify(() => TestWorld.app.moves.rows.count > 1)
        suite.scrollDown(findChild(suite.root(), "stressScroll"), "stress", data)
        dock.riskPart = RiskParts.Chance
        chance.sigma = "ETH=80 BCH=90 BTC=55 BNB=60 SOL=90 DOGE=100 SHIB=110 PEPE=130 LINK=90 FDUSD=1 XRP=85 币安人生=200"
        for (const [row, column, value] of [[0, 1, "1"], [1, 2, "1"], [0, 2, "-1"]]) // which contradict one another
            chance.correlations.type(row, column, value)
        chance.run()
        chance.sigma = "" // longer than its field
        tryVerify(() => !chance.running, 60000)
        verify(chance.results.there, chance.problem)
        suite.scrollDown(findChild(suite.root(), "chancePage"), "chance", data)
        dock.riskPart = RiskParts.Replay
        const replay = TestWorld.app.replay
        for (const symbol of ["ETHUSDT", "BCHUSDT", "BTCUSDT", "SOLUSDT"])
            replay.files.add(TestWorld.candles(symbol, 230, -2))
        tryVerify(() => replay.files.rows.count === 4)
        replay.run()
        tryVerify(() => !replay.running, 60000)
        verify(replay.player.there, replay.problem)
        suite.scrollDown(findChild(suite.root(), "replayPage"), "replay", data)
        replay.source = ReplayViewModel.Recorded
        suite.scrollDown(findChild(suite.root(), "replayPage"), "recorded replay", data)
        suite.end()
    }

    // One of each kind that the chosen account can have, the last with the longest name.
    function preparePlans(): void {
        const editor = TestWorld.app.plans.editor
        const account = TestWorld.app.waysOut.accountId
        editor.openNew(account)
        const ways = editor.wayNames.length
        for (let way = 0; way < ways; ++way) {
            editor.openNew(account)
            editor.wayIndex = way
            editor.amount = "1234567"
            editor.name = way < ways - 1 ? "Plan " + way : "When everything falls and nobody answers, then this, and soon"
            editor.save()
            tryVerify(() => !editor.isOpen)
        }
        tryVerify(() => TestWorld.app.plans.rows.count === ways)
        TestWorld.app.plans.remove(TestWorld.app.plans.rows.data(TestWorld.app.plans.rows.index(0, 0), 257))
    }

    function test_whatIf_data() { return suite.worlds_data().concat(suite.manyWorlds_data()) }

    function test_whatIf(data) {
        suite.begin(data)
        const dock = findChild(suite.root(), "dock")
        dock.enlargeWanted(true)
        dock.show(Dock.WhatIf)
        const whatIf = TestWorld.app.whatIf
        tryVerify(() => whatIf.rows.count > 0)
        const scroll = findChild(suite.root(), "whatIfScroll")
        for (let kind = 0; kind < 4; ++kind) {
            findChild(suite.root(), "whatIfKinds").choose(kind)
            suite.look("what if " + kind, data)
        }
        whatIf.editor.typeShock("-12")
        whatIf.editor.typePrice("123456")
        whatIf.editor.typeAmount("1234567")
        whatIf.editor.kindIndex = 3
        whatIf.shelf.name = "Crash"
        whatIf.shelf.save()
        tryVerify(() => whatIf.lines.count === 3 && whatIf.shelf.names.length === 1)
        whatIf.shelf.compare(0)
        tryVerify(() => whatIf.otherName.length > 0)
        whatIf.shelf.remove(0)
        suite.scrollDown(scroll, "what if changed", data)
        whatIf.shelf.answerRemove(false)
        whatIf.editor.typeAmount("9999999999")
        tryVerify(() => whatIf.problem.length > 0)
        suite.scrollDown(scroll, "what if refused", data)
        suite.end()
    }

    function dialogs(): var {
        const app = TestWorld.app
        const ids = TestWorld.accountIds()
        const forms = [
            ["new account", app.accountEditor, () => { app.accountEditor.openNew(); app.accountEditor.base = "SOL" }],
            ["new cross account", app.accountEditor, () => { app.accountEditor.openNew(); app.accountEditor.mode = 0; app.accountEditor.balances.addRow() }],
            ["new position", app.position, () => { app.position.open(""); app.position.base = "SOL"; app.position.ownMoney = "12345.5" }],
            ["report", app.report, () => { app.report.open(); app.report.span = ReportViewModel.Own }],
            ["report without days", app.report, () => { app.report.open(); app.report.toDay = "soon" }],
            ["import", app.files, () => app.files.openImport()],
            ["export", app.files, () => app.files.openExport()],
            ["wallets", app.wallets, () => app.wallets.open()],
            ["settings", app.settings, () => app.settings.open()],
            ["alarm settings", app.settings, () => app.settings.openAlarms()],
            ["rule", app.rules, () => app.rules.openNew("")],
            ["drill", app.drill, () => app.drill.open()],
        ]
        for (const id of [ids[0], ids[Math.min(9, ids.length - 1)]]) {
            forms.push(["top up " + id, app.topUp, () => { app.topUp.openSuggested(id); app.topUp.fillToInitial() }])
            for (let kind = 0; kind < 7; ++kind)
                forms.push(["entry " + kind + " " + id, app.entry, () => { app.entry.openKind(id, kind); app.entry.amount = "1234.5678" }])
            forms.push(["position " + id, app.position, () => { app.position.open(id); app.position.ownMoney = "98765.4" }])
            forms.push(["close " + id, app.position.closing, () => app.position.openClosing(id)])
            forms.push(["account " + id, app.accountEditor, () => app.accountEditor.open(id)])
            for (let figure = 0; figure < 5; ++figure)
                forms.push(["why " + figure + " " + id, app.why, () => app.why.open(id, figure)])
        }
        return forms
    }

    function test_dialogs_data() { return suite.worlds_data() }

    function test_dialogs(data) {
        suite.begin(data)
        for (const [what, form, open] of suite.dialogs()) {
            open()
            verify(form.isOpen, what)
            suite.look(what, data)
            form.close()
        }
        suite.end()
    }

    function test_calls_data() { return suite.worlds_data() }

    function test_calls(data) {
        suite.begin(data)
        const id = TestWorld.accountIds()[data.book === "reference" ? 2 : 3]
        if (data.book === "reference")
            TestWorld.prices("230", "170")
        TestWorld.raise(id, "call", "active", "1.0625")
        tryVerify(() => suite.dialog("marginCallDialog").opened)
        suite.look("margin call", data)
        TestWorld.advance(600)
        TestWorld.app.marginCall.acknowledge()
        TestWorld.reportGap()
        suite.look("gap", data)
        TestWorld.liquidate(id)
        tryVerify(() => suite.dialog("liquidationDialog").opened)
        suite.look("liquidation", data)
        suite.end()
    }

    function test_firstRun_data() {
        return suite.worlds_data().filter(row => row.book === "reference")
    }

    function test_firstRun(data) {
        TestWorld.speak(data.language)
        TestWorld.startEmpty()
        suite.window = withDesktop.createObject(null, { app: TestWorld.app, height: 860, width: data.width })
        verify(waitForRendering(suite.window.contentItem))
        suite.found = []
        suite.look("first run", data)
        suite.end()
    }
}
