// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Plimsoll

// Rows of lists by themselves.
Item {
    id: root

    height: 200
    width: 400

    Component {
        id: journalType
        JournalRow {
            account: "Main cross"; asset: "USDT"; assetWidth: 50; change: "+500"; changeWidth: 80; current: false; field: "borrowed"
            fieldWidth: 60; firstOfOperation: true; increase: true; index: 0; isBars: false; kind: "opening"; kindWidth: 60; narrow: true; note: ""
            noteShown: false; operationId: "1"; reversible: false; sentence: "opening"; time: "28 Nov 2026 08:21:49"; timeWidth: 90
            width: 380
        }
    }

    Component { id: previewType; PreviewRow { first: "ETH 3,236.80"; label: "Liquidation price"; second: "ETH 2,848.44" } }

    TestCase {
        name: "Rows"
        when: windowShown

        // What asks for the height of a line per letter at first is not laid out again, see SegmentedControl.
        function test_preview_row_is_one_line_while_it_has_no_width() {
            const row = createTemporaryObject(previewType, root, { width: 0 })
            compare(row.implicitHeight, 35)
            row.width = 150
            tryVerify(() => row.implicitHeight > 35)
        }

        function test_narrow_journal_row_ends_at_one_edge() {
            const row = createTemporaryObject(journalType, root)
            waitForRendering(row)
            const right = name => { const cell = findChild(row, name); return Math.round(cell.mapToItem(row, cell.width, 0).x) }
            compare(right("journalAmount"), 368)
            compare(right("journalKind"), 368)
        }
    }
}
