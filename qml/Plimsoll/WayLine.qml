// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme

// One way out: how much, what happens, what comes of it, and its form.
RowLayout {
    id: line

    required property int index
    required property string title
    required property string amountText
    required property string detailText
    required property string resultText

    signal formWanted()

    Accessible.name: qsTr("%1: %2, %3").arg(title).arg(amountText).arg(resultText)
    Accessible.role: Accessible.ListItem
    objectName: "wayLine-" + index
    spacing: Theme.s3

    ColumnLayout {
        Layout.fillWidth: true
        spacing: 2

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.s2

            NameText {
                Layout.fillWidth: true
                Accessible.ignored: true
                maximumLineCount: 2
                text: line.title
                wrapMode: Text.Wrap
            }
            AppText {
                Accessible.ignored: true
                elide: Text.ElideNone
                font.pixelSize: Theme.valueSize
                font.weight: Font.Medium
                text: line.amountText
            }
        }
        AppText {
            Layout.fillWidth: true
            Accessible.ignored: true
            color: Theme.muted
            font.pixelSize: Theme.smallSize
            text: line.detailText
            visible: text.length > 0
            wrapMode: Text.Wrap
        }
        AppText {
            Layout.fillWidth: true
            Accessible.ignored: true
            color: Theme.muted
            font.pixelSize: Theme.smallSize
            text: line.resultText
            wrapMode: Text.Wrap
        }
    }
    AppButton {
        Layout.alignment: Qt.AlignTop // beside the amount
        Accessible.name: qsTr("%1: open the form").arg(line.title)
        small: true
        text: qsTr("Record…")

        onClicked: line.formWanted()
    }
}
