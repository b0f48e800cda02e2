// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// Bars that the exchange announced for later: from when on, what they would do today, and a form for further ones.
ColumnLayout {
    id: view

    required property AnnouncedBarsEditor editor

    objectName: "announcedBars"
    spacing: Theme.s2

    Column { // not a layout: it follows rows that come while it is hidden
        id: lines
        Layout.fillWidth: true
        spacing: Theme.s2
        visible: view.editor.rows.count > 0

        Repeater {
            model: view.editor.rows

            Item {
                id: row

                required property string key
                required property string whenText
                required property string barsText
                required property string effectText
                required property int riskState

                Accessible.name: qsTr("%1: %2. %3").arg(whenText).arg(barsText).arg(effectText)
                Accessible.role: Accessible.ListItem
                height: Math.max(words.height, forget.height)
                objectName: "announced-" + key
                width: lines.width

                Column {
                    id: words
                    anchors { left: parent.left; right: forget.left; rightMargin: Theme.s2 }
                    spacing: 2

                    AppText {
                        Accessible.ignored: true
                        text: qsTr("%1: %2").arg(row.whenText).arg(row.barsText)
                        width: words.width
                        wrapMode: Text.Wrap
                    }
                    Row {
                        spacing: Theme.s1
                        visible: row.effectText.length > 0

                        StateShape {
                            id: shape
                            Accessible.ignored: true
                            anchors.verticalCenter: parent.verticalCenter
                            riskState: row.riskState
                            size: 12
                        }
                        AppText {
                            Accessible.ignored: true
                            color: row.riskState >= RiskState.MarginCall ? Theme.text : Theme.muted
                            font.pixelSize: Theme.smallSize
                            text: row.effectText
                            width: words.width - shape.width - Theme.s1
                            wrapMode: Text.Wrap
                        }
                    }
                }
                AppButton {
                    id: forget
                    Accessible.name: qsTr("Forget these bars: %1").arg(row.whenText)
                    anchors.right: parent.right
                    enabled: !view.editor.busy
                    objectName: "announcedRemove-" + row.key
                    small: true
                    text: qsTr("Forget")

                    onClicked: view.editor.remove(row.key)
                }
            }
        }
    }
    Repeater { // made when it is wanted: labels of a hidden form would be laid out without a width
        model: view.editor.isOpen ? 1 : 0

        AnnouncedBarsForm {
            Layout.fillWidth: true
            editor: view.editor
        }
    }
    AppText {
        Layout.fillWidth: true
        Accessible.role: Accessible.AlertMessage
        color: Theme.liquidation
        objectName: "announcedProblem"
        text: view.editor.problem
        visible: text.length > 0
        wrapMode: Text.Wrap
    }
    TextLink {
        objectName: "announcedNew"
        text: qsTr("The exchange announced new bars…")
        visible: !view.editor.isOpen

        onClicked: view.editor.openNew()
    }
}
