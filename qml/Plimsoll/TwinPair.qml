// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme

// The same money in both modes, beside each other where there is room.
ColumnLayout {
    id: pair

    required property int index
    required property var realLines
    required property var realStates
    required property string realText
    required property var twinLines
    required property var twinStates
    required property string twinText
    required property bool twinIsCross
    required property string remark
    required property bool wide

    spacing: Theme.s2

    Rectangle {
        Layout.fillWidth: true
        color: Theme.line
        implicitHeight: Theme.hairline
        visible: pair.index > 0
    }
    Item { // no grid: one that was made before it had a width kept its columns below each other
        id: sides

        readonly property real half: pair.wide ? (width - Theme.s5) / 2 : width

        Layout.fillWidth: true
        implicitHeight: pair.wide ? Math.max(real.implicitHeight, other.implicitHeight) : other.y + other.implicitHeight

        TwinColumn {
            id: real
            lines: pair.realLines
            objectName: "twinReal-" + pair.index
            states: pair.realStates
            text: pair.realText
            title: pair.twinIsCross ? qsTr("As it is: isolated") : qsTr("As it is: cross")
            width: sides.half
        }
        TwinColumn {
            id: other
            lines: pair.twinLines
            objectName: "twinOther-" + pair.index
            states: pair.twinStates
            text: pair.twinText
            title: pair.twinIsCross ? qsTr("The same money in one cross account") : qsTr("The same money in isolated accounts")
            width: sides.half
            x: pair.wide ? sides.half + Theme.s5 : 0
            y: pair.wide ? 0 : real.implicitHeight + Theme.s3
        }
    }
    AppText {
        Layout.fillWidth: true
        color: Theme.muted
        font.pixelSize: Theme.smallSize
        text: pair.remark
        visible: text.length > 0
        wrapMode: Text.Wrap
    }
}
