// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Plimsoll.Theme

// One line of input without label (LabeledField adds one). `suffix` stands inside at the right.
T.TextField {
    id: field

    required property string accessibleName
    property string suffix: ""
    property bool error: false

    Accessible.name: accessibleName
    color: Theme.text
    font.family: Theme.fontFamily
    font.pixelSize: Theme.inputSize
    hoverEnabled: true
    implicitHeight: 44
    implicitWidth: 200
    leftPadding: 14
    opacity: enabled ? 1 : Theme.disabledOpacity
    placeholderTextColor: Theme.muted
    rightPadding: suffix.length > 0 ? suffixText.width + 22 : 14
    selectByMouse: true
    selectedTextColor: Theme.accentText
    selectionColor: Theme.accent
    verticalAlignment: TextInput.AlignVCenter

    background: Rectangle {
        border.color: field.error ? Theme.liquidation : field.activeFocus ? Theme.accent
                    : field.hovered ? Theme.muted : Theme.outline
        border.width: field.activeFocus || field.error ? 2 : Theme.hairline
        color: Theme.background
        radius: Theme.radiusControl
    }

    AppText {
        anchors { fill: parent; leftMargin: field.leftPadding; rightMargin: field.rightPadding }
        Accessible.ignored: true
        color: field.placeholderTextColor
        font: field.font
        text: field.placeholderText
        verticalAlignment: Text.AlignVCenter
        visible: field.length === 0 && field.preeditText.length === 0
    }
    AppText {
        id: suffixText
        anchors { right: parent.right; rightMargin: 14; verticalCenter: parent.verticalCenter }
        color: Theme.muted
        text: field.suffix
        width: Math.min(Math.ceil(implicitWidth), field.width / 2)
    }
}
