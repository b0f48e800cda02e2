// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Plimsoll
import Plimsoll.Test

// The chart of levels by keyboard, wheel and mouse, over a day of fourteen accounts.
Item {
    id: root

    height: 480
    width: 1440

    Component { id: chartType; LevelChart {} }

    TestCase {
        name: "LevelChart"
        when: windowShown

        property var page: null

        function init() {
            TestWorld.startBook("fourteen")
            page = createTemporaryObject(chartType, root, { height: 480, history: TestWorld.app.history, paths: TestWorld.app.paths, width: 1000 })
            verify(waitForRendering(page))
            tryVerify(() => !page.chart.isEmpty)
        }

        function cleanup() {
            page.destroy()
            wait(0)
            TestWorld.stop()
        }

        function item(name: string): var {
            const found = findChild(page, name)
            verify(found !== null, name + " is there")
            return found
        }

        function test_an_account_is_chosen_by_wheel_key_and_label() {
            const box = item("chartAccount")
            const first = page.chart.accountIndex
            compare(box.displayText, page.chart.accountNames[first])
            box.forceActiveFocus()
            keyClick(Qt.Key_Down)
            tryCompare(page.chart, "accountIndex", first + 1)
            mouseWheel(box, 5, 5, 0, -120)
            tryCompare(page.chart, "accountIndex", first + 2)
            compare(box.displayText, page.chart.accountNames[first + 2])
            for (const id of TestWorld.accountIds()) {
                const label = findChild(page, "chartLabel-" + id)
                if (label !== null && label.visible && label.part === -1) {
                    mouseClick(label)
                    tryCompare(label, "part", 0)
                    return
                }
            }
            fail("no label")
        }

        function test_labels_do_not_overlap() {
            const tops = []
            for (const id of TestWorld.accountIds()) {
                const label = findChild(page, "chartLabel-" + id)
                if (label !== null && label.visible)
                    tops.push(label.mapToItem(page, 0, 0).y)
            }
            verify(tops.length >= 3)
            tops.sort((a, b) => a - b)
            for (let i = 1; i < tops.length; ++i)
                verify(tops[i] - tops[i - 1] >= 15, tops.join(" "))
        }

        function test_keys_move_the_window() {
            const touch = item("chartTouch")
            const window = page.chart.window
            const span = window.to - window.from
            touch.forceActiveFocus()
            keyClick(Qt.Key_Plus)
            fuzzyCompare((window.to - window.from) / span, 0.8, 1e-6)
            compare(page.chart.range, -1)
            keyClick(Qt.Key_PageUp)
            verify(!window.followsEnd)
            keyClick(Qt.Key_Home)
            compare(window.from, window.first)
            keyClick(Qt.Key_End)
            verify(window.followsEnd)
            const from = window.from
            keyClick(Qt.Key_Left, Qt.ShiftModifier)
            verify(window.from < from)
            keyClick(Qt.Key_Minus)
            verify(window.to - window.from > 0.8 * span)
        }

        function test_the_wheel_zooms_at_the_pointer() {
            const touch = item("chartTouch")
            const window = page.chart.window
            const under = window.from + 0.25 * (window.to - window.from)
            mouseWheel(touch, touch.width / 4, 40, 0, 240)
            fuzzyCompare((under - window.from) / (window.to - window.from), 0.25, 0.01)
            fuzzyCompare((window.to - window.from) / 86400000, 0.64, 0.01)
        }

        function test_dragging_pans() {
            const touch = item("chartTouch")
            const window = page.chart.window
            window.zoom(0.25, 1)
            const from = window.from
            mouseDrag(touch, 100, 60, 200, 0)
            tryVerify(() => window.from < from)
            verify(!window.followsEnd)
        }

        function test_the_crosshair_tells_what_held() {
            const touch = item("chartTouch")
            mouseMove(touch, touch.width / 4, 50)
            const cross = item("chartCrosshair")
            tryVerify(() => cross.visible)
            compare(item("cursorLevel").visible, true)
            verify(item("cursorValue-0").text.length > 0)
            const before = page.chart.cursor.sentence
            verify(touch.Accessible.name.includes(before))
            touch.forceActiveFocus()
            keyClick(Qt.Key_Right, Qt.ControlModifier)
            verify(page.chart.cursor.sentence !== before)
            keyClick(Qt.Key_Escape)
            verify(!cross.visible)
        }

        function test_an_outage_is_told_by_the_crosshair() {
            const touch = item("chartTouch")
            mouseMove(touch, touch.width * 960 / 1440, 50)
            tryVerify(() => page.chart.cursor.active)
            verify(page.chart.cursor.values[0].includes("2 h 0 min"), page.chart.cursor.values[0])
        }

        function test_events_are_stepped_through() {
            const touch = item("chartTouch")
            touch.forceActiveFocus()
            compare(item("chartEventText").visible, false)
            keyClick(Qt.Key_Comma)
            verify(item("chartEventText").visible)
            const newest = page.chart.events.currentText
            keyClick(Qt.Key_Comma)
            verify(page.chart.events.currentText !== newest)
            keyClick(Qt.Key_Period)
            compare(page.chart.events.currentText, newest)
            verify(touch.Accessible.name.includes(newest))
            keyClick(Qt.Key_Escape)
            verify(!item("chartEventText").visible)
            const call = item("chartMark-1")
            mouseClick(call)
            verify(page.chart.events.currentText.includes("margin call"))
            mouseClick(item("chartEvents"))
            compare(page.chart.events.marks.count, 0)
        }

        function test_a_further_curve_has_an_axis_of_its_own() {
            const box = item("chartCurve")
            const plot = item("levelPlot")
            const labels = item("chartTouch").parent
            compare(box.displayText, "No further curve")
            compare(plot.curveAxis, 0)
            const right = labels.x + labels.width
            box.forceActiveFocus()
            keyClick(Qt.Key_Down)
            tryCompare(page.chart.curve, "index", 1)
            compare(box.displayText, "Equity")
            verify(plot.curveAxis > 0)
            tryVerify(() => Math.abs(labels.x + labels.width + plot.curveAxis - right) < 1) // beside the level, not over it
            const touch = item("chartTouch")
            mouseMove(touch, touch.width / 4, 50)
            tryVerify(() => page.chart.cursor.names.includes("Equity"))
            page.chart.curve.index = 0
            compare(plot.curveAxis, 0)
            mouseMove(root, root.width - 2, root.height - 2)
        }

        function test_the_overview_has_a_brush() {
            const strip = item("chartOverview")
            verify(strip.visible)
            const window = page.chart.window
            strip.forceActiveFocus()
            keyClick(Qt.Key_Plus)
            keyClick(Qt.Key_Home)
            compare(window.from, window.first)
            mouseClick(strip, strip.width - 4, 10)
            verify(window.followsEnd)
            const from = window.from
            mouseDrag(item("chartBrushEdge-0"), 3, 10, -100, 0)
            tryVerify(() => window.from < from)
            page.height = 300
            tryVerify(() => !strip.visible)
        }

        function test_the_chart_is_exported_data() {
            return [{ tag: "png", format: 0, begins: "" }, { tag: "svg", format: 1, begins: "<?xml" },
                    { tag: "csv", format: 2, begins: "time,account,name,what,level" }]
        }

        function test_the_chart_is_exported(data) {
            mouseClick(item("chartExport"))
            const exporter = page.chart.exporter
            verify(exporter.isOpen)
            exporter.format = data.format
            verify(exporter.path.endsWith("." + data.tag))
            exporter.path = TestWorld.folder() + "/levels." + data.tag
            const dialog = findChild(page.Window.window, "levelExportDialog")
            tryVerify(() => dialog.opened)
            dialog.write(false)
            tryVerify(() => !exporter.isOpen)
            verify(TestWorld.size(exporter.path) > 500)
            verify(TestWorld.contents(exporter.path).startsWith(data.begins))
            exporter.open()
            dialog.write(false)
            tryVerify(() => exporter.asksOverwrite)
            verify(findChild(page.Window.window, "levelExportOverwrite").visible)
            dialog.write(true)
            tryVerify(() => !exporter.isOpen)
        }

        function test_a_narrow_chart_keeps_what_matters_data() {
            return [{ tag: "420", width: 420 }, { tag: "640", width: 640 }, { tag: "1440", width: 1440 }]
        }

        function test_a_narrow_chart_keeps_what_matters(data) {
            page.width = data.width
            page.height = 200
            waitForRendering(page)
            verify(item("chartAccount").width >= 120)
            verify(item("chartTouch").width > data.width / 2)
            compare(TestWorld.cutTexts(page).join("\n"), "")
        }
    }
}
