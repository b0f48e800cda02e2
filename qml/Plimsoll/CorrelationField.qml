// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Plimsoll.Controls
import Plimsoll.Theme

// One cell of the correlations: a field above the diagonal, else what the field of the same pair says.
Item {
    id: cell

    required property int row
    required property int column
    required property string name
    required property string shown
    required property string typed
    required property bool wrong
    readonly property bool typable: column > row

    signal entered()
    signal leftBy(int rows) // up or down
    signal nextWanted()
    signal edited(string text)

    AppText {
        Accessible.ignored: !visible
        Accessible.name: qsTr("%1: %2").arg(cell.name).arg(cell.shown)
        Accessible.role: Accessible.StaticText
        anchors { fill: parent; leftMargin: 9 }
        color: Theme.muted
        font.pixelSize: Theme.smallSize
        text: cell.shown
        verticalAlignment: Text.AlignVCenter
        visible: !cell.typable
    }
    Loader {
        id: field
        active: cell.typable
        anchors { fill: parent; margins: 1 }

        // qmllint disable unqualified
        sourceComponent: AppTextField {
            accessibleName: cell.name
            error: cell.wrong
            font.pixelSize: Theme.smallSize
            inputMethodHints: Qt.ImhFormattedNumbersOnly
            leftPadding: 8
            maximumLength: 30
            objectName: "correlation-" + cell.row + "-" + cell.column
            placeholderText: cell.shown
            rightPadding: 2
            text: cell.typed

            Keys.onDownPressed: cell.leftBy(1)
            Keys.onUpPressed: cell.leftBy(-1)
            onAccepted: cell.nextWanted()
            onActiveFocusChanged: if (activeFocus) cell.entered()
            onTextEdited: cell.edited(text)
        }
        // qmllint enable unqualified
    }

    function focusField(): void {
        (field.item as AppTextField)?.forceActiveFocus(Qt.TabFocusReason)
    }
}
