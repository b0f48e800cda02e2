// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// A message to a phone. The token of Telegram goes into the keyring and is never shown again.
ColumnLayout {
    id: webhook

    required property ChannelsViewModel channels
    readonly property bool telegram: channels.webhookKind === ChannelsViewModel.Telegram

    spacing: Theme.s2

    SectionHeader { Layout.fillWidth: true; title: qsTr("Message to a phone") }
    ChoiceBar {
        Layout.fillWidth: true
        accessibleName: qsTr("Kind of message")
        chosen: webhook.channels.webhookKind
        model: [qsTr("Own address"), qsTr("ntfy"), qsTr("Telegram")]
        objectName: "webhookKind"

        onPicked: index => webhook.channels.webhookKind = index
    }
    LabeledField {
        Layout.fillWidth: true
        errorText: webhook.channels.webhookError
        hintText: webhook.telegram ? "" : qsTr("Whoever knows this address may be able to read the messages.")
        label: webhook.telegram ? qsTr("Chat") : qsTr("Address")

        AppTextField {
            Layout.fillWidth: true
            accessibleName: webhook.telegram ? qsTr("Chat") : qsTr("Address")
            error: webhook.channels.webhookError.length > 0
            inputMethodHints: Qt.ImhUrlCharactersOnly
            maximumLength: 2048
            objectName: "webhookUrl"
            placeholderText: webhook.telegram ? qsTr("Number of the chat, or empty") : qsTr("https address, or empty")
            text: webhook.channels.webhookUrl

            onEditingFinished: webhook.channels.webhookUrl = text
        }
    }
    LabeledField {
        Layout.fillWidth: true
        hintText: webhook.channels.tokenText
        label: qsTr("Token of the bot")
        visible: webhook.telegram

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.s2

            AppTextField {
                id: token
                Layout.fillWidth: true
                accessibleName: qsTr("Token of the bot")
                echoMode: TextInput.Password
                inputMethodHints: Qt.ImhSensitiveData | Qt.ImhNoPredictiveText
                maximumLength: 256
                objectName: "webhookToken"
                placeholderText: qsTr("Kept in the keyring")
            }
            AppButton {
                objectName: "webhookKeepToken"
                text: token.length > 0 ? qsTr("Keep") : qsTr("Remove")

                onClicked: {
                    webhook.channels.keepToken(token.text)
                    token.clear()
                }
            }
        }
    }
}
