// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme

// Where money comes from: a wallet with what is free in it, or outside.
LabeledField {
    id: field

    required property var names
    required property int chosen
    required property string free

    signal picked(int index)

    label: qsTr("From")

    ChoiceBox {
        id: box
        Layout.fillWidth: true
        Accessible.description: field.free.length > 0 ? qsTr("%1 free").arg(field.free) : ""
        accessibleName: field.label
        chosen: field.chosen
        model: field.names
        objectName: "sourceWallet"
        rightPadding: 38 + (free.visible ? free.width + Theme.s2 : 0)

        onPicked: index => field.picked(index)

        AppText {
            id: free
            anchors { right: parent.right; rightMargin: 40; verticalCenter: parent.verticalCenter }
            Accessible.ignored: true
            color: Theme.muted
            text: field.free
            visible: text.length > 0
            width: Math.min(Math.ceil(implicitWidth), box.width / 2)
        }
    }
}
