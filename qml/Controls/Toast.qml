// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Plimsoll.Theme

// Short message at the lower edge, with an optional Undo; stays while pointed at or focused.
T.Popup {
    id: toast

    property string text: ""
    property bool undoable: false
    property int showFor: 6000 // ms

    signal undoRequested()

    closePolicy: T.Popup.NoAutoClose
    implicitHeight: implicitContentHeight + topPadding + bottomPadding
    implicitWidth: Math.min(implicitContentWidth + leftPadding + rightPadding,
                            (parent?.width ?? 480) - 2 * Theme.s3, 560)
    leftPadding: Theme.s3
    padding: Theme.s2
    rightPadding: undoable ? Theme.s2 : Theme.s3 // the button has room of its own
    x: parent ? Math.round((parent.width - width) / 2) : 0
    y: parent ? parent.height - height - Theme.s4 : 0

    background: Rectangle {
        border.color: Theme.outline
        border.width: Theme.hairline
        color: Theme.raised
        radius: Theme.radiusCard

        SoftShadow { }
    }
    enter: Transition {
        NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.duration }
    }

    ToastBody {
        id: toastBody
        anchors.fill: parent
        text: toast.text
        undoable: toast.undoable

        onUndoClicked: { toast.close(); toast.undoRequested() }
    }
    Timer {
        id: life
        interval: toast.showFor
        running: toast.opened && !toastBody.inUse

        onTriggered: toast.close()
    }

    function show(message: string, canUndo: bool) {
        toast.text = message
        toast.undoable = canUndo
        life.restart()
        toast.open()
    }
}
