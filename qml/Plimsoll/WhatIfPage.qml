// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// A book that is only thought of: what is changed, and every account before and after. The ruled band and the frame say at every size that
// none of it is real.
Item {
    id: page

    required property WhatIfViewModel whatIf
    required property WindowLayout layout
    readonly property bool wide: width >= 900

    objectName: "whatIfPage"

    Binding { target: page.whatIf; property: "active"; value: page.visible }

    Rectangle {
        anchors.fill: parent
        border.color: Theme.unknown
        border.width: 2
        color: "transparent"
        radius: Theme.radiusControl
    }
    Item {
        id: band
        anchors { left: parent.left; margins: 2; right: parent.right; top: parent.top }
        height: said.implicitHeight + 8

        HatchOverlay { anchors.fill: parent }
        Rectangle {
            anchors.centerIn: said
            color: Theme.surface
            height: said.implicitHeight + 4
            radius: 4
            width: said.contentWidth + 20
        }
        AppText {
            id: said
            anchors { left: parent.left; leftMargin: Theme.s3; right: parent.right; rightMargin: Theme.s3; verticalCenter: parent.verticalCenter }
            font.weight: Font.Medium
            horizontalAlignment: Text.AlignHCenter
            objectName: "whatIfNotReal"
            text: qsTr("Not real: nothing is booked")
            wrapMode: Text.Wrap
        }
    }
    Flickable {
        id: scroll
        anchors { bottom: parent.bottom; left: parent.left; margins: Theme.s3; right: parent.right; top: band.bottom }
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        contentHeight: content.implicitHeight + 2 * Theme.ringRoom
        contentWidth: width
        objectName: "whatIfScroll"

        T.ScrollBar.vertical: AppScrollBar {}

        KeptScroll {
            layout: page.layout
            pane: WindowLayout.WhatIf
            view: scroll
        }
        GridLayout {
            id: content
            columnSpacing: Theme.s5
            columns: page.wide ? 2 : 1
            rowSpacing: Theme.s3
            width: scroll.width - 14 - Theme.ringRoom
            x: Theme.ringRoom
            y: Theme.ringRoom

            ColumnLayout {
                Layout.alignment: Qt.AlignTop
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                spacing: Theme.s3

                WhatIfForm {
                    Layout.fillWidth: true
                    editor: page.whatIf.editor
                }
                WhatIfLines {
                    Layout.fillWidth: true
                    whatIf: page.whatIf
                }
                WhatIfShelf {
                    Layout.fillWidth: true
                    shelf: page.whatIf.shelf
                    visible: page.wide
                }
            }
            WhatIfTable {
                Layout.alignment: Qt.AlignTop
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                whatIf: page.whatIf
            }
            WhatIfShelf { // in one column what comes of it stands first
                Layout.fillWidth: true
                shelf: page.whatIf.shelf
                visible: !page.wide
            }
        }
    }
}
