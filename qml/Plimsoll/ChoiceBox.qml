// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Plimsoll.Controls

// Combo box that always shows `chosen`, also after its list changed (a new list makes a combo box forget its index).
AppComboBox {
    id: box

    required property int chosen

    signal picked(int index)

    currentIndex: chosen

    onActivated: index => {
        box.picked(index)
        box.currentIndex = Qt.binding(() => box.chosen)
    }
    onModelChanged: box.currentIndex = Qt.binding(() => box.chosen)
}
