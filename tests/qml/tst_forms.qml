// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Plimsoll
import Plimsoll.Test
import Plimsoll.ViewModels

// Esc in every form of the window: nothing typed, it closes; something typed, it asks, and nothing is lost.
PageCase {
    id: suite
    name: "Forms"
    when: true

    Component { id: spyType; SignalSpy {} }

    function field(form: var, name: string): var {
        return findChild(form, name) ?? suite.item(name) // what a Repeater made hangs in the window alone
    }

    function test_escapeNeverDropsWhatWasTyped_data() {
        return [
            { tag: "top-up", dialog: "topUpDialog", field: "topUpAmount", text: "12", open: app => app.topUp.open("b-ethusdt") },
            { tag: "suggested top-up", dialog: "topUpDialog", field: "topUpAmount", text: "12", open: app => app.topUp.openSuggested("b-bchusdt") },
            { tag: "entry", dialog: "entryDialog", field: "entryAmount", text: "12", open: app => app.entry.open("b-ethusdt") },
            { tag: "note of an entry", dialog: "entryDialog", field: "entryNote", text: "a", open: app => app.entry.open("b-ethusdt") },
            { tag: "position", dialog: "openPositionDialog", field: "positionOwnMoney", text: "12", open: app => app.position.open("") },
            { tag: "closing", dialog: "closePositionDialog", field: "closePrice", text: "12", open: app => app.position.openClosing("b-ethusdt") },
            { tag: "new account", dialog: "accountDialog", field: "accountBase", text: "SOL", open: app => app.accountEditor.openNew() },
            { tag: "account", dialog: "accountDialog", field: "accountName", text: "a", open: app => app.accountEditor.open("b-ethusdt") },
            { tag: "rule", dialog: "ruleDialog", field: "ruleValue", text: "12", open: app => app.rules.openNew("") },
            { tag: "import", dialog: "importExportDialog", field: "filePath", text: "a", open: app => app.files.openImport() },
            { tag: "report", dialog: "reportDialog", field: "reportPath", text: "a", open: app => app.report.open() },
            { tag: "wallet", dialog: "walletsDialog", field: "walletAmount0", text: "12", open: app => app.wallets.open() },
            { tag: "record taken back", dialog: "takeBackDialog", field: "takeBackNote", text: "a", open: app => { app.journal.active = true; app.journal.takeBack(0) }, before: () => TestWorld.book("b-ethusdt", "150") },
            { tag: "export of the chart", dialog: "levelExportDialog", field: "levelExportPath", text: "a", open: app => app.history.chart.exporter.open() },
            { tag: "export of alarms", dialog: "alarmExportDialog", field: "alarmExportPath", text: "a", open: app => app.alarms.history.openExport() },
        ]
    }

    function test_escapeNeverDropsWhatWasTyped(row) {
        suite.startAt("230", "200")
        row.before?.()
        row.open(TestWorld.app)
        tryVerify(() => suite.dialog(row.dialog)?.opened ?? false)
        const form = suite.dialog(row.dialog)
        keyClick(Qt.Key_Escape)
        tryCompare(form, "visible", false)

        row.open(TestWorld.app)
        tryCompare(form, "opened", true)
        const field = suite.field(form, row.field)
        field.forceActiveFocus(Qt.TabFocusReason)
        for (const letter of row.text)
            keyClick(letter)
        const typed = field.text
        verify(typed.length >= row.text.length)
        keyClick(Qt.Key_Escape)
        const question = findChild(form, "dialogDropQuestion")
        verify(form.opened && question.visible, "it asks")
        compare(field.text, typed)
        suite.click(findChild(question, "bannerAction"))
        tryCompare(form, "visible", false)

        row.open(TestWorld.app)
        tryCompare(form, "opened", true)
        verify(!question.visible)
        keyClick(Qt.Key_Escape)
        tryCompare(form, "visible", false)
    }

    // Every place that takes a path is filled by the desktop's dialog, begins in the folder of the last one, and is told apart from others.
    function test_aPathIsChosen_data() {
        return [
            { tag: "import", dialog: "importExportDialog", field: "filePath", kind: PathChooser.Open, open: app => app.files.openImport() },
            { tag: "export", dialog: "importExportDialog", field: "filePath", kind: PathChooser.Save, open: app => app.files.openExport() },
            { tag: "chart", dialog: "levelExportDialog", field: "levelExportPath", kind: PathChooser.Save, open: app => app.history.chart.exporter.open() },
            { tag: "alarms", dialog: "alarmExportDialog", field: "alarmExportPath", kind: PathChooser.Save, open: app => app.alarms.history.openExport() },
        ]
    }

    function test_aPathIsChosen(row) {
        suite.startAt("230", "200")
        TestWorld.showsFileDialogs()
        const asked = createTemporaryObject(spyType, suite, { target: TestWorld.app.paths, signalName: "asked" })
        row.open(TestWorld.app)
        tryVerify(() => suite.dialog(row.dialog)?.opened ?? false)
        const form = suite.dialog(row.dialog)
        suite.click(findChild(form, row.field + "Browse"))
        compare(asked.count, 1)
        compare(asked.signalArguments[0][0], row.field)
        compare(asked.signalArguments[0][1], row.kind)
        TestWorld.choosePath("elsewhere", "/tmp/other")
        TestWorld.choosePath(row.field, TestWorld.folder() + "/chosen.json")
        compare(findChild(form, row.field).text, TestWorld.folder() + "/chosen.json")
        keyClick(Qt.Key_Escape)
        suite.click(findChild(findChild(form, "dialogDropQuestion"), "bannerAction"))
        tryCompare(form, "visible", false)
        row.open(TestWorld.app)
        tryCompare(form, "opened", true)
        verify(findChild(form, row.field).text.startsWith(TestWorld.folder() + "/"), "the last folder is remembered")
        compare(row.tag === "import" || !form.filled, true)
    }

    // A record is taken back from the journal by the keyboard alone, after a look at what it does.
    function test_aRecordIsTakenBackByKeyboard() {
        suite.startAt("230", "200")
        TestWorld.book("b-bchusdt", "150")
        suite.item("tabBar").setCurrentIndex(Dock.Journal)
        const rows = suite.item("journalRows")
        tryVerify(() => rows.count > 0)
        const level = suite.item("level-b-bchusdt").text
        rows.forceActiveFocus(Qt.TabFocusReason)
        keyClick(Qt.Key_Return)
        tryVerify(() => suite.dialog("takeBackDialog")?.opened ?? false)
        tryVerify(() => findChild(suite.dialog("takeBackDialog"), "takeBackConfirm").enabled)
        compare(suite.item("takeBackLine").text, "BCH/USDT isolated: USDT free from 150 to 0")
        TestWorld.grab(suite.window, "take-back")
        keyClick(Qt.Key_Return)
        tryCompare(suite.dialog("takeBackDialog"), "visible", false)
        compare(suite.item("toast").text, "Taken back. The journal keeps both records.")
        tryVerify(() => suite.item("level-b-bchusdt").text !== level)
    }

    function test_aWalletIsCalledSomethingElse() {
        suite.startAt("230", "200")
        const wallets = TestWorld.app.wallets
        wallets.open()
        tryVerify(() => suite.dialog("walletsDialog")?.opened ?? false)
        const form = suite.dialog("walletsDialog")
        compare(findChild(form, "walletName").text, "Spot wallet")
        verify(!findChild(form, "walletSave").enabled)
        const field = suite.field(form, "walletName")
        field.forceActiveFocus(Qt.TabFocusReason)
        field.selectAll()
        for (const letter of "cash")
            keyClick(letter)
        suite.click(findChild(form, "walletSave"))
        tryCompare(form, "visible", false)
        compare(suite.item("toast").text, "It is called cash now.")
        TestWorld.app.topUp.open("")
        verify(TestWorld.app.topUp.sourceNames.includes("cash"), TestWorld.app.topUp.sourceNames)
        TestWorld.app.topUp.close()
        wallets.open()
        compare(wallets.names[0], "cash")
        wallets.close()
    }

    function test_aWalletIsMadePutRightAndRemoved() {
        suite.startAt("230", "200")
        const wallets = TestWorld.app.wallets
        wallets.open()
        tryVerify(() => suite.dialog("walletsDialog")?.opened ?? false)
        const form = suite.dialog("walletsDialog")
        const count = wallets.names.length
        wallets.index = count - 1
        verify(!findChild(form, "walletSave").enabled)
        suite.field(form, "walletName").forceActiveFocus(Qt.TabFocusReason)
        for (const letter of "cold")
            keyClick(letter)
        suite.field(form, "walletAsset0").forceActiveFocus(Qt.TabFocusReason)
        for (const letter of "BTC")
            keyClick(letter)
        suite.field(form, "walletAmount0").forceActiveFocus(Qt.TabFocusReason)
        for (const letter of "1.5")
            keyClick(letter)
        TestWorld.grab(suite.window, "wallet-new")
        suite.click(findChild(form, "walletSave"))
        tryCompare(form, "visible", false)
        compare(suite.item("toast").text, "cold was added.")

        wallets.open()
        tryCompare(form, "opened", true)
        compare(wallets.names.length, count + 1)
        wallets.index = count - 1
        verify(!findChild(form, "walletRemove").enabled, "there is something in it")
        wallets.balances.setCell(0, 0, "")
        compare(suite.field(form, "walletLine").text, "BTC from 1.5 to 0")
        TestWorld.grab(suite.window, "wallet-corrected")
        suite.click(findChild(form, "walletSave"))
        tryCompare(form, "visible", false)
        wallets.open()
        tryCompare(form, "opened", true)
        wallets.index = count - 1
        suite.click(findChild(form, "walletRemove"))
        tryCompare(form, "visible", false)
        wallets.open()
        compare(wallets.names.length, count)
    }

    function test_aFileDroppedOnTheWindowIsImported() {
        suite.startAt("230", "200")
        suite.window.importDropped("file:///nowhere/book.json")
        tryVerify(() => suite.dialog("importExportDialog")?.opened ?? false)
        compare(suite.item("filePath").text, "/nowhere/book.json")
        tryVerify(() => TestWorld.app.files.problem.length > 0)
        compare(findChild(suite.dialog("importExportDialog"), "fieldMessage").text, TestWorld.app.files.problem)
        TestWorld.app.files.acceptUrl("https://example.org/book.json")
        compare(TestWorld.app.files.problem, "Only files on this computer can be read.")
    }

    function test_everyAmountIsSaidBack_data() {
        const said = /= \u2212?0\.50? [A-Z]+/
        return [
            { tag: "top-up", dialog: "topUpDialog", field: "topUpAmount", said: said, open: app => app.topUp.open("b-ethusdt") },
            { tag: "entry", dialog: "entryDialog", field: "entryAmount", said: said, open: app => app.entry.open("b-ethusdt") },
            { tag: "trade", dialog: "entryDialog", field: "entryAmount", said: said, open: app => app.entry.openKind("b-ethusdt", EntryViewModel.Sell) },
            { tag: "price of a trade", dialog: "entryDialog", field: "entryPrice", said: /= 0\.50 USDT for 1 ETH/, open: app => app.entry.openKind("b-ethusdt", EntryViewModel.Sell) },
            { tag: "own money of a position", dialog: "openPositionDialog", field: "positionOwnMoney", said: said, open: app => app.position.open("b-ethusdt") },
            { tag: "price of a position", dialog: "openPositionDialog", field: "positionPrice", said: /= 0\.50 USDT for 1 ETH/, open: app => app.position.open("b-ethusdt") },
            { tag: "price of a closing", dialog: "closePositionDialog", field: "closePrice", said: /= 0\.50 USDT for 1 ETH/, open: app => app.position.openClosing("b-ethusdt") },
            { tag: "part that is closed", dialog: "closePositionDialog", field: "closeQuantity", said: said, open: app => app.position.openClosing("b-ethusdt") },
            { tag: "balance", dialog: "accountDialog", field: "balanceFree", said: said, open: app => app.accountEditor.open("b-ethusdt") },
            { tag: "own money of an account", dialog: "accountDialog", field: "accountContributed", said: said, open: app => app.accountEditor.open("b-ethusdt") },
            { tag: "wallet", dialog: "walletsDialog", field: "walletAmount0", said: said, open: app => app.wallets.open() },
            { tag: "rule", dialog: "ruleDialog", field: "ruleValue", said: / 0\.50/, open: app => app.rules.openNew("b-ethusdt") },
        ]
    }

    // Whoever types an amount reads what was understood, with its asset; what could mean two things is not understood.
    function test_everyAmountIsSaidBack(row) {
        suite.startAt("230", "200")
        row.open(TestWorld.app)
        tryVerify(() => suite.dialog(row.dialog)?.opened ?? false)
        const form = suite.dialog(row.dialog)
        const field = suite.field(form, row.field)
        const isSaid = () => suite.shownTexts(suite.root()).some(text => text !== field.text && row.said.test(text))
        field.forceActiveFocus(Qt.TabFocusReason)
        field.selectAll()
        for (const letter of "0.5")
            keyClick(letter)
        tryVerify(isSaid, 2000, suite.shownTexts(suite.root()).join(" | "))
        field.selectAll()
        for (const letter of "1.234")
            keyClick(letter)
        tryVerify(() => suite.shownTexts(suite.root()).some(text => text.includes("could mean 1.2340 or 1234")), 2000, suite.shownTexts(suite.root()).slice(-60).join(" | "))
        verify(!isSaid())
    }

    function typedFields_data(): var {
        return [
            { tag: "top-up", dialog: "topUpDialog", fields: ["topUpAmount"], open: app => app.topUp.open("b-bchusdt") },
            { tag: "entry", dialog: "entryDialog", fields: ["entryAmount", "entryNote"], open: app => app.entry.open("b-bchusdt") },
            { tag: "trade", dialog: "entryDialog", fields: ["entryAmount"], open: app => app.entry.openKind("b-bchusdt", 2) },
            { tag: "position", dialog: "openPositionDialog", fields: ["positionOwnMoney"], open: app => app.position.open("b-bchusdt") },
            { tag: "closing", dialog: "closePositionDialog", fields: ["closePrice"], open: app => app.position.openClosing("b-bchusdt") },
            { tag: "rule", dialog: "ruleDialog", fields: ["ruleValue"], open: app => app.rules.openNew("b-bchusdt") },
            { tag: "wallet", dialog: "walletsDialog", fields: ["walletAmount0"], open: app => app.wallets.open() },
        ]
    }

    function test_nothingMovesUnderTheFieldInWhichOneTypes_data() { return suite.typedFields_data() }

    // The field in which one types keeps its place in the window, letter by letter, whatever is understood, echoed or refused.
    function test_nothingMovesUnderTheFieldInWhichOneTypes(row) {
        suite.startAt("230", "170")
        TestWorld.advance(600)
        TestWorld.app.marginCall.acknowledge()
        row.open(TestWorld.app)
        tryVerify(() => suite.dialog(row.dialog)?.opened ?? false)
        const form = suite.dialog(row.dialog)
        for (const name of row.fields) {
            const field = suite.field(form, name)
            field.forceActiveFocus(Qt.TabFocusReason)
            waitForRendering(suite.window.contentItem, 200)
            const place = () => Math.round(field.mapToItem(suite.root(), 0, 0).y)
            const before = place()
            for (const letter of "12.5x") {
                keyClick(letter)
                waitForRendering(suite.window.contentItem, 200)
                compare(place(), before, name + " after " + field.text)
            }
        }
    }
}
