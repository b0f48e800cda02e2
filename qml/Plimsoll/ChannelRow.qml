// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// One way to a person: on or off, when it is used, how it did last, and a test.
Item {
    id: row

    required property ChannelsViewModel channels
    required property int index
    required property string word
    required property string name
    required property string about
    required property string stateText
    required property int riskState
    required property var waitNames
    required property int waitIndex
    required property int priorityIndex
    required property bool on
    required property bool canSwitch
    required property bool canTest
    required property bool testing

    implicitHeight: Math.max(56, words.implicitHeight + Theme.s3)
    implicitWidth: 320

    RowLayout {
        anchors.fill: parent
        spacing: Theme.s3

        AppSwitch {
            Accessible.name: row.name
            checked: row.on
            enabled: row.canSwitch
            objectName: "channelOn-" + row.word

            onToggled: {
                row.channels.setOn(row.index, checked)
                checked = Qt.binding(() => row.on)
            }
        }
        ColumnLayout {
            id: words
            Layout.fillWidth: true
            spacing: 2

            AppText {
                Layout.fillWidth: true
                font.weight: Font.Medium
                text: row.name
                wrapMode: Text.Wrap
            }
            AppText {
                Layout.fillWidth: true
                color: Theme.muted
                font.pixelSize: Theme.smallSize
                text: row.about
                wrapMode: Text.Wrap
            }
            Flow {
                Layout.fillWidth: true
                spacing: Theme.s2
                visible: row.canSwitch && row.on

                AppComboBox {
                    accessibleName: qsTr("%1: for which alarms").arg(row.name)
                    currentIndex: row.priorityIndex
                    implicitHeight: 36
                    implicitWidth: 264
                    model: row.channels.priorityNames
                    objectName: "channelFrom-" + row.word
                    width: Math.min(implicitWidth, words.width)

                    onActivated: index => {
                        row.channels.setPriority(row.index, index)
                        currentIndex = Qt.binding(() => row.priorityIndex)
                    }
                }
                AppComboBox {
                    accessibleName: qsTr("%1: after how long without an answer").arg(row.name)
                    currentIndex: row.waitIndex
                    implicitHeight: 36
                    implicitWidth: 150
                    model: row.waitNames
                    objectName: "channelWait-" + row.word

                    onActivated: index => {
                        row.channels.setWait(row.index, index)
                        currentIndex = Qt.binding(() => row.waitIndex)
                    }
                }
            }
            RowLayout {
                Layout.fillWidth: true
                spacing: 6

                StateShape {
                    Layout.alignment: Qt.AlignTop
                    Layout.topMargin: 2
                    Accessible.ignored: true
                    riskState: row.riskState
                    size: 11
                }
                AppText {
                    Layout.fillWidth: true
                    color: row.riskState === RiskState.MarginCall ? Theme.call : Theme.muted
                    font.pixelSize: Theme.smallSize
                    objectName: "channelState-" + row.word
                    text: row.stateText
                    wrapMode: Text.Wrap
                }
            }
        }
        AppButton {
            Accessible.name: qsTr("Test: %1").arg(row.name)
            busy: row.testing
            enabled: row.canTest || row.testing
            objectName: "channelTest-" + row.word
            small: true
            text: qsTr("Test")

            onClicked: row.channels.test(row.index)
        }
    }
    Rectangle {
        anchors { bottom: parent.bottom; left: parent.left; right: parent.right }
        color: Theme.line
        height: Theme.hairline
    }
}
