// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// What the margin-call sheet holds: its head, the accounts, and the answers, which stay in sight.
Item {
    id: body

    required property AppViewModel app
    required property MarginCallViewModel call
    readonly property bool low: height < 820 // what can be done comes before what happens else
    readonly property real edge: width >= 380 ? 22 : Theme.s3

    RowLayout {
        id: head
        anchors { left: parent.left; leftMargin: body.edge; right: parent.right; rightMargin: body.edge - 8; top: parent.top; topMargin: Theme.s2 }
        spacing: Theme.s2

        StateBadge { riskState: body.call.worstState; shown: body.call.hasActive }
        AppText {
            Layout.fillWidth: true
            color: Theme.muted
            font.pixelSize: Theme.smallSize
            horizontalAlignment: Text.AlignRight
            objectName: "marginCallUpdated"
            text: body.call.updatedText
        }
        IconButton {
            iconName: "chevronRight"
            objectName: "marginCallFold"
            text: qsTr("Fold to a bar; the alarm goes on")

            onClicked: body.call.fold(true)
        }
    }
    Flickable {
        id: flick
        anchors { bottom: foot.top; left: parent.left; right: parent.right; top: head.bottom; topMargin: Theme.s1 }
        boundsBehavior: Flickable.StopAtBounds
        clip: contentHeight > height
        contentHeight: column.implicitHeight + Theme.s3
        contentWidth: width
        objectName: "marginCallScroll"

        T.ScrollBar.vertical: AppScrollBar {}

        ColumnLayout {
            id: column
            spacing: body.low ? Theme.s2 : Theme.s3
            width: flick.width - 2 * body.edge
            x: body.edge

            AppText {
                Layout.fillWidth: true
                Accessible.name: text
                Accessible.role: Accessible.Heading
                font.pixelSize: body.low ? Theme.valueSize : Theme.titleSize
                text: body.call.title
                visible: text.length > 0
                wrapMode: Text.Wrap
            }
            Repeater {
                model: body.call.accounts

                MarginCallEntry {
                    Layout.fillWidth: true
                    app: body.app
                    low: body.low
                }
            }
        }
    }
    Rectangle {
        anchors { bottom: foot.top; left: parent.left; right: parent.right }
        color: Theme.line
        height: Theme.hairline
    }
    Item {
        id: foot
        anchors { bottom: parent.bottom; left: parent.left; right: parent.right }
        height: answers.implicitHeight + 2 * 14

        Flow {
            id: answers
            anchors { left: parent.left; leftMargin: body.edge; right: parent.right; rightMargin: body.edge; verticalCenter: parent.verticalCenter }
            spacing: Theme.s2

            AppButton {
                objectName: "marginCallSnooze"
                text: qsTr("Snooze 5 min")
                visible: body.call.canSnooze

                onClicked: body.call.snooze(5)
            }
            AppButton {
                objectName: "marginCallSnoozeLong"
                text: qsTr("Snooze 15 min")
                visible: body.call.canSnoozeLong

                onClicked: body.call.snooze(15)
            }
            AppButton {
                objectName: "marginCallAcknowledge"
                text: body.call.hasActive ? qsTr("Acknowledge") : qsTr("Close")

                onClicked: body.call.acknowledge()
            }
        }
    }
}
