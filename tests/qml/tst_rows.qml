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
            fieldWidth: 60; firstOfOperation: true; increase: true; index: 0; kind: "opening"; kindWidth: 60; narrow: true; note: ""
            noteShown: false; operationId: "1"; reversible: false; sentence: "opening"; time: "28 Nov 2026 08:21:49"; timeWidth: 90
            width: 380
        }
    }

    TestCase {
        name: "Rows"
        when: windowShown

        function test_narrow_journal_row_ends_at_one_edge() {
            const row = createTemporaryObject(journalType, root)
            waitForRendering(row)
            const right = name => { const cell = findChild(row, name); return Math.round(cell.mapToItem(row, cell.width, 0).x) }
            compare(right("journalAmount"), 368)
            compare(right("journalKind"), 368)
        }
    }
}
