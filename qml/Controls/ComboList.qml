// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Plimsoll.Theme

// What an AppComboBox opens: its choices, and above a long list a field that finds some of them.
FocusScope {
    id: body

    required property var model
    required property int marked
    required property bool filters
    required property int shown // lines; what the list says of its height depends on the height it has
    property bool empty: false // nothing matches
    property alias searchText: search.text
    readonly property int lineHeight: 36
    readonly property int page: Math.max(1, Math.floor(list.height / lineHeight) - 1) // lines that a page key goes

    signal keyPressed(var event)

    implicitHeight: (filters ? search.height + Theme.s1 : 0) + Math.max(1, shown) * lineHeight

    AppTextField {
        id: search
        accessibleName: qsTr("Find in the list")
        focus: true
        font.pixelSize: Theme.bodySize
        implicitHeight: 36
        maximumLength: 100
        objectName: "comboSearch"
        placeholderText: qsTr("Find…")
        visible: body.filters
        width: parent.width

        Keys.onPressed: event => body.keyPressed(event)
        Keys.onShortcutOverride: event => event.accepted = event.key === Qt.Key_Escape
    }
    ListView {
        id: list
        anchors { bottom: parent.bottom; left: parent.left; right: parent.right; top: search.visible ? search.bottom : parent.top; topMargin: search.visible ? Theme.s1 : 0 }
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        currentIndex: body.marked
        model: body.model
        objectName: "comboList"

        T.ScrollBar.vertical: AppScrollBar {}
    }
    AppText {
        anchors { horizontalCenter: parent.horizontalCenter; top: list.top; topMargin: 9 }
        color: Theme.muted
        text: qsTr("Nothing matches.")
        visible: body.empty
    }

    function focusSearch(): void {
        search.forceActiveFocus(Qt.PopupFocusReason)
    }

    function show(index: int): void {
        list.positionViewAtIndex(index, ListView.Contain)
    }
}
