// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Plimsoll.Test

// Esc in every form of the window: nothing typed, it closes; something typed, it asks, and nothing is lost.
PageCase {
    id: suite
    name: "Forms"
    when: true

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
            { tag: "export of alarms", dialog: "alarmExportDialog", field: "alarmExportPath", text: "a", open: app => app.alarms.history.openExport() },
        ]
    }

    function test_escapeNeverDropsWhatWasTyped(row) {
        suite.startAt("230", "200")
        row.open(TestWorld.app)
        tryVerify(() => suite.dialog(row.dialog)?.opened ?? false)
        const form = suite.dialog(row.dialog)
        keyClick(Qt.Key_Escape)
        tryCompare(form, "visible", false)

        row.open(TestWorld.app)
        tryCompare(form, "opened", true)
        const field = findChild(form, row.field)
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
}
