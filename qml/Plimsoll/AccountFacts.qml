// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme

// The quieter facts: interest within the debt and where it leads, what is allowed, how old the oldest price is.
GridLayout {
    id: facts

    required property string interestText
    required property string interestOutlook
    required property string barsAhead
    required property int barsAheadState
    required property string permissionsText
    required property string ageText

    columnSpacing: Theme.s3
    columns: 2
    rowSpacing: 2

    AppText {
        Layout.fillWidth: true
        color: Theme.muted
        font.pixelSize: Theme.smallSize
        text: qsTr("%1 · interest %2").arg(facts.permissionsText).arg(facts.interestText)
        wrapMode: Text.Wrap
    }
    AppText {
        Layout.alignment: Qt.AlignTop
        color: Theme.muted
        elide: Text.ElideNone
        font.pixelSize: Theme.smallSize
        text: facts.ageText
    }
    AppText {
        Layout.columnSpan: 2
        Layout.fillWidth: true
        color: Theme.muted
        font.pixelSize: Theme.smallSize
        objectName: "interestOutlook"
        text: facts.interestOutlook
        visible: text.length > 0
        wrapMode: Text.Wrap
    }
    BarsAheadLine {
        Layout.columnSpan: 2
        Layout.fillWidth: true
        ahead: facts.barsAhead
        riskState: facts.barsAheadState
        visible: ahead.length > 0 && !worse // else it stands with what is urgent
    }
}
