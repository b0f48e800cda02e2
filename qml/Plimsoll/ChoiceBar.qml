// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Plimsoll.Controls

// Segmented control that always shows `chosen`; choosing in a segmented control would cut the binding.
SegmentedControl {
    id: bar

    required property int chosen

    signal picked(int index)

    currentIndex: chosen

    onActivated: index => {
        bar.picked(index)
        bar.currentIndex = Qt.binding(() => bar.chosen)
    }
}
