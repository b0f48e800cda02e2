// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Plimsoll.Theme

// A message that stays until its cause is gone: shape, text, optional detail and one or two actions.
Item {
    id: banner

    property int riskState: RiskState.Unknown
    property bool asks: false // a question, not a state of an account
    property string text: ""
    property string detail: ""
    property string actionText: ""
    property string otherActionText: "" // stands before the first

    signal actionTriggered()
    signal otherActionTriggered()

    Accessible.description: detail
    Accessible.name: text
    Accessible.role: Accessible.AlertMessage
    implicitHeight: row.implicitHeight + 2 * Theme.s2
    implicitWidth: 400

    // The implicit width of a text that wraps follows from its width.
    TextMetrics {
        id: saidWidth
        font { family: Theme.fontFamily; pixelSize: Theme.bodySize; weight: Font.Medium }
        text: banner.text
    }
    TextMetrics {
        id: toldWidth
        font { family: Theme.fontFamily; pixelSize: Theme.bodySize }
        text: banner.detail
    }
    AccentPanel {
        anchors.fill: parent
        accentColor: banner.asks ? Theme.accent : Theme.stateColor(banner.riskState)
    }
    GridLayout {
        id: row

        readonly property bool roomy: banner.width >= 560 || !buttons.visible

        anchors { left: parent.left; leftMargin: 20; right: parent.right; rightMargin: Theme.s3; verticalCenter: parent.verticalCenter }
        columnSpacing: 12
        columns: 3 // shape, words, buttons
        rowSpacing: Theme.s2

        StateShape {
            Accessible.ignored: true
            objectName: "bannerShape"
            riskState: banner.riskState
            size: 16
            visible: !banner.asks
        }
        Flow { // the detail beside the text where both fit
            // By the banner's width, not by the layout's, which follows from the words.
            readonly property real room: banner.width - (banner.asks ? 40 : 68) - (row.roomy && buttons.visible ? buttons.implicitWidth + 12 : 0)

            Layout.columnSpan: (row.roomy ? 1 : 2) + (banner.asks ? 1 : 0)
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            spacing: 2

            AppText {
                Accessible.ignored: true
                font.weight: Font.Medium
                rightPadding: Theme.s3
                text: banner.text
                width: Math.min(Math.ceil(saidWidth.advanceWidth) + Theme.s3 + 1, parent.room)
                wrapMode: Text.Wrap
            }
            AppText {
                Accessible.ignored: true
                color: Theme.muted
                text: banner.detail
                visible: text.length > 0
                width: Math.min(Math.ceil(toldWidth.advanceWidth) + 1, parent.room)
                wrapMode: Text.Wrap
            }
        }
        Row {
            id: buttons
            Layout.column: row.roomy ? 2 : 1
            Layout.row: row.roomy ? 0 : 1
            spacing: Theme.s2
            visible: banner.actionText.length > 0

            AppButton {
                id: other
                objectName: "bannerOtherAction"
                small: true
                text: banner.otherActionText
                visible: text.length > 0

                onClicked: banner.otherActionTriggered()
            }
            AppButton {
                objectName: "bannerAction"
                small: true
                text: banner.actionText

                onClicked: banner.actionTriggered()
            }
        }
    }

    function focusOtherAction(): void {
        other.forceActiveFocus(Qt.TabFocusReason)
    }
}
