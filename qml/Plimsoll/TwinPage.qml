// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// The book as it is beside the same money in the other margin mode.
Flickable {
    id: page

    required property TwinViewModel twins
    required property WindowLayout layout

    boundsBehavior: Flickable.StopAtBounds
    clip: true
    contentHeight: content.implicitHeight + 2 * Theme.ringRoom
    contentWidth: width
    objectName: "twinPage"

    T.ScrollBar.vertical: AppScrollBar {}

    KeptScroll { layout: page.layout; pane: WindowLayout.Twin; view: page }

    Binding { target: page.twins; property: "active"; value: page.visible }

    ColumnLayout {
        id: content
        spacing: Theme.s3
        width: page.width - 14 - Theme.ringRoom
        x: Theme.ringRoom
        y: Theme.ringRoom

        AppText {
            Layout.fillWidth: true
            color: Theme.muted
            objectName: "twinEmpty"
            text: page.twins.emptyText
            visible: text.length > 0
            wrapMode: Text.Wrap
        }
        Repeater {
            model: page.twins.rows

            TwinPair {
                Layout.fillWidth: true
                wide: page.width >= 700
            }
        }
        AppText {
            Layout.fillWidth: true
            color: Theme.muted
            font.pixelSize: Theme.smallSize
            text: page.twins.withoutText
            visible: text.length > 0
            wrapMode: Text.Wrap
        }
    }
}
