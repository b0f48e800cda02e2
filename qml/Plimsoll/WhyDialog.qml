// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// How a figure came about. Live while open.
AppDialog {
    id: dialog

    required property WhyViewModel why
    readonly property bool wanted: why.isOpen

    dialogWidth: 680
    initialFocusItem: done
    objectName: "whyDialog"
    subtitle: qsTr("Plimsoll's own estimate from public prices; the exchange's figure is the binding one.")
    title: why.title

    Component.onCompleted: if (wanted) dialog.open()
    onClosed: why.close()
    onWantedChanged: {
        copied.visible = false
        wanted ? dialog.open() : dialog.close()
    }

    component Lines: ColumnLayout {
        id: lines

        required property string title
        required property var texts

        Layout.fillWidth: true
        spacing: 6

        SectionHeader { Layout.fillWidth: true; title: lines.title }
        Repeater {
            model: lines.texts

            AppText {
                required property string modelData

                Layout.fillWidth: true
                text: modelData
                wrapMode: Text.Wrap
            }
        }
    }

    SegmentedControl {
        Layout.fillWidth: true
        accessibleName: qsTr("Figure")
        currentIndex: dialog.why.figure
        model: dialog.why.figureNames
        objectName: "whyFigures"

        onActivated: index => dialog.why.figure = index
    }
    Lines { texts: dialog.why.formula; title: qsTr("Formula") }
    Lines { texts: dialog.why.prices; title: qsTr("Prices") }
    Lines { texts: dialog.why.bars; title: qsTr("Bars") }
    AppText {
        Layout.fillWidth: true
        color: Theme.muted
        text: dialog.why.rounding
        wrapMode: Text.Wrap
    }
    TextEdit {
        id: clipboard
        text: dialog.why.copyText
        textFormat: TextEdit.PlainText
        visible: false
    }

    actions: [
        AppButton {
            objectName: "whyCopy"
            text: qsTr("Copy as text")

            onClicked: {
                clipboard.selectAll()
                clipboard.copy()
                copied.visible = true
            }
        },
        AppText {
            id: copied
            Accessible.role: Accessible.AlertMessage
            color: Theme.muted
            objectName: "whyCopied"
            text: qsTr("Copied")
            visible: false
        },
        Item { Layout.fillWidth: true },
        AppButton {
            id: done
            objectName: "whyClose"
            text: qsTr("Close")

            onClicked: dialog.close()
        }
    ]
}
