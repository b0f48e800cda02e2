// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Plimsoll.Theme

// Choice from a list. The model is a list of strings, or has a role named by `textRole`.
T.ComboBox {
    id: control

    required property string accessibleName
    property bool error: false
    property string placeholder: "" // while nothing is chosen

    Accessible.name: accessibleName
    Accessible.onPressAction: control.popup.open()
    focusPolicy: Qt.StrongFocus
    font.family: Theme.fontFamily
    font.pixelSize: Theme.inputSize
    hoverEnabled: true
    implicitHeight: 44
    implicitWidth: 200
    leftPadding: 14
    opacity: enabled ? 1 : 0.45
    rightPadding: 38

    background: Rectangle {
        border.color: control.error ? Theme.liquidation : control.hovered ? Theme.muted : Theme.outline
        border.width: control.error ? 2 : Theme.hairline
        color: Theme.background
        radius: Theme.radiusControl

        FocusRing { active: control.visualFocus }
    }
    contentItem: NameText {
        color: control.currentIndex < 0 ? Theme.muted : Theme.text
        font: control.font
        text: control.currentIndex < 0 ? control.placeholder : control.displayText
        verticalAlignment: Text.AlignVCenter
    }
    delegate: T.ItemDelegate {
        id: option

        required property var model
        required property int index

        Accessible.name: text
        Accessible.onPressAction: option.clicked()
        Accessible.role: Accessible.ListItem
        highlighted: control.highlightedIndex === index
        hoverEnabled: true
        implicitHeight: 36
        leftPadding: 12
        rightPadding: 12
        text: control.textRole.length === 0 ? (model.modelData ?? "")
              : (model[control.textRole] ?? model.modelData?.[control.textRole] ?? "")
        width: ListView.view?.width ?? 0

        background: Rectangle {
            color: option.highlighted ? Theme.hover : "transparent"
            radius: Theme.radiusControl - 2
        }
        contentItem: NameText {
            color: control.currentIndex === option.index ? Theme.accent : Theme.text
            font: control.font
            text: option.text
            verticalAlignment: Text.AlignVCenter
        }
    }
    indicator: AppIcon {
        anchors { right: parent?.right; rightMargin: 14; verticalCenter: parent?.verticalCenter }
        color: Theme.muted
        name: "chevronDown"
    }
    popup: T.Popup {
        height: Math.min(contentItem.implicitHeight + 2 * padding, 320)
        margins: Theme.s2
        padding: Theme.s1
        width: control.width
        y: control.height + Theme.s1

        background: Rectangle {
            border.color: Theme.outline
            border.width: Theme.hairline
            color: Theme.raised
            radius: Theme.radiusControl

            SoftShadow { cornerRadius: Theme.radiusControl }
        }
        contentItem: ListView {
            clip: true
            currentIndex: control.highlightedIndex
            implicitHeight: contentHeight
            model: control.delegateModel

            T.ScrollBar.vertical: AppScrollBar {}
        }
    }
}
