// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// The same money in both margin modes over a replay: who is called first, what is lost, who carries whom.
ColumnLayout {
    id: section

    required property RowModel twins

    spacing: Theme.s2

    SectionHeader {
        Layout.fillWidth: true
        title: qsTr("Cross or isolated")
    }
    Repeater {
        model: section.twins

        ColumnLayout {
            id: twin

            required property string title
            required property string realText
            required property string twinText
            required property string carriedText

            Layout.bottomMargin: Theme.s2
            Layout.fillWidth: true
            Accessible.name: title + " " + realText + " " + twinText + " " + carriedText
            Accessible.role: Accessible.ListItem
            objectName: "replayTwin"
            spacing: 2

            AppText {
                Layout.fillWidth: true
                Accessible.ignored: true
                font.weight: Font.Medium
                text: twin.title
                wrapMode: Text.Wrap
            }
            AppText {
                Layout.fillWidth: true
                Accessible.ignored: true
                text: twin.realText
                wrapMode: Text.Wrap
            }
            AppText {
                Layout.fillWidth: true
                Accessible.ignored: true
                text: twin.twinText
                wrapMode: Text.Wrap
            }
            AppText {
                Layout.fillWidth: true
                Accessible.ignored: true
                color: Theme.muted
                text: twin.carriedText
                visible: text.length > 0
                wrapMode: Text.Wrap
            }
        }
    }
}
