// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Plimsoll.Theme

// Message and Undo button of Toast.
RowLayout {
    id: content

    required property string text
    required property bool undoable
    readonly property bool inUse: hover.hovered || undo.activeFocus

    signal undoClicked()

    Accessible.name: text
    Accessible.role: Accessible.AlertMessage
    spacing: Theme.s3

    AppText {
        Layout.fillWidth: true
        Layout.minimumHeight: 32
        Accessible.ignored: true
        maximumLineCount: 3
        text: content.text
        verticalAlignment: Text.AlignVCenter
        wrapMode: Text.Wrap
    }
    AppButton {
        id: undo
        objectName: "toastUndo"
        small: true
        text: qsTr("Undo")
        variant: AppButton.Quiet
        visible: content.undoable

        onClicked: content.undoClicked()
    }
    HoverHandler { id: hover }
}
