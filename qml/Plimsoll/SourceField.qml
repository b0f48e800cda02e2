// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls

// Where money comes from: a wallet or another account with what is free in it, or outside.
LabeledField {
    id: field

    required property var names
    required property int chosen
    required property string free
    property string after: "" // what becomes of the account that gives it

    signal picked(int index)

    hintText: (field.free.length > 0 ? qsTr("%1 free").arg(field.free) : "") + (field.after.length > 0 ? "\n" + field.after : "")
    label: qsTr("From")

    ChoiceBox {
        Layout.fillWidth: true
        Accessible.description: field.hintText
        accessibleName: field.label
        chosen: field.chosen
        model: field.names
        objectName: "sourceWallet"

        onPicked: index => field.picked(index)
    }
}
