// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// How a person wants to be told, and whether each way works.
ColumnLayout {
    id: page

    required property AppViewModel app
    readonly property ChannelsViewModel channels: app.channels

    objectName: "channelsPage"
    spacing: Theme.s3

    ColumnLayout {
        Layout.fillWidth: true
        spacing: 0

        Repeater {
            model: page.channels.rows

            ChannelRow {
                Layout.fillWidth: true
                channels: page.channels
            }
        }
    }
    AppText {
        Layout.fillWidth: true
        color: Theme.muted
        font.pixelSize: Theme.smallSize
        text: qsTr("The time counts while an alarm stands without an answer. Where a way fails, is switched off or is not there, the next one is used at once.")
        wrapMode: Text.Wrap
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.s2

        AppText { Layout.fillWidth: true; text: qsTr("Volume of the sound") }
        IconButton {
            enabled: page.channels.volume > 0
            framed: true
            iconName: "minus"
            objectName: "volumeLess"
            text: qsTr("Quieter")

            onClicked: page.channels.volume = page.channels.volume - 10
        }
        DataCell {
            Layout.preferredWidth: 56
            Accessible.role: Accessible.StaticText
            emphasised: true
            horizontalAlignment: Text.AlignHCenter
            objectName: "volume"
            text: qsTr("%1 %").arg(page.channels.volume)
        }
        IconButton {
            enabled: page.channels.volume < 100
            framed: true
            iconName: "plus"
            objectName: "volumeMore"
            text: qsTr("Louder")

            onClicked: page.channels.volume = page.channels.volume + 10
        }
    }
    ChannelsQuiet { Layout.fillWidth: true; channels: page.channels }
    ChannelsCommand { Layout.fillWidth: true; channels: page.channels; paths: page.app.paths }
    ChannelsWebhook { Layout.fillWidth: true; channels: page.channels }
    ColumnLayout {
        Layout.fillWidth: true
        spacing: Theme.s2

        SectionHeader { Layout.fillWidth: true; title: qsTr("Proof that it works") }
        AppSwitch {
            checked: page.channels.selfTest
            objectName: "selfTest"
            text: qsTr("Test the notification once a day")

            onToggled: {
                page.channels.selfTest = checked
                checked = Qt.binding(() => page.channels.selfTest)
            }
        }
        LabeledField {
            Layout.fillWidth: true
            errorText: page.channels.pingError
            hintText: qsTr("An address that is called while the program watches and prices are new. A service there can tell you when the calls stop.")
            label: qsTr("Sign of life")

            AppTextField {
                Layout.fillWidth: true
                accessibleName: qsTr("Sign of life")
                error: page.channels.pingError.length > 0
                inputMethodHints: Qt.ImhUrlCharactersOnly
                maximumLength: 2048
                objectName: "pingUrl"
                placeholderText: qsTr("https address, or empty")
                text: page.channels.pingUrl

                onEditingFinished: page.channels.pingUrl = text
            }
            AppComboBox {
                accessibleName: qsTr("How often the sign of life is given")
                currentIndex: page.channels.pingIndex
                enabled: page.channels.pingUrl.length > 0
                model: page.channels.pingNames
                objectName: "pingEvery"

                onActivated: index => {
                    page.channels.pingIndex = index
                    currentIndex = Qt.binding(() => page.channels.pingIndex)
                }
            }
        }
        AppButton {
            objectName: "channelsDrill"
            text: qsTr("Fire drill…")

            onClicked: page.app.drill.open()
        }
    }
    Banner {
        Layout.fillWidth: true
        objectName: "channelsFailure"
        riskState: RiskState.MarginCall
        text: page.channels.failure
        visible: text.length > 0
    }
}
