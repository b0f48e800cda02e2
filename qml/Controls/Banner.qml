// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Plimsoll.Theme

// A message that stays until its cause is gone: shape, text, optional detail and one action.
Item {
    id: banner

    property int riskState: RiskState.Unknown
    property string text: ""
    property string detail: ""
    property string actionText: ""

    signal actionTriggered()

    Accessible.description: detail
    Accessible.name: text
    Accessible.role: Accessible.AlertMessage
    implicitHeight: row.implicitHeight + 2 * 12
    implicitWidth: 400

    AccentPanel {
        anchors.fill: parent
        accentColor: Theme.stateColor(banner.riskState)
    }
    RowLayout {
        id: row
        anchors { fill: parent; leftMargin: 20; rightMargin: Theme.s3 }
        spacing: 12

        StateShape {
            Accessible.ignored: true
            riskState: banner.riskState
            size: 16
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: 2

            AppText {
                Layout.fillWidth: true
                Accessible.ignored: true
                font.weight: Font.Medium
                text: banner.text
                wrapMode: Text.Wrap
            }
            AppText {
                Layout.fillWidth: true
                Accessible.ignored: true
                color: Theme.muted
                text: banner.detail
                visible: text.length > 0
                wrapMode: Text.Wrap
            }
        }
        AppButton {
            objectName: "bannerAction"
            small: true
            text: banner.actionText
            visible: text.length > 0

            onClicked: banner.actionTriggered()
        }
    }
}
