// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.ViewModels

// How the account would stand at present prices: what one typed wrongly shows here before it is stored.
ColumnLayout {
    id: outlook

    required property AccountPreview preview

    Accessible.name: qsTr("How it would stand now")
    Accessible.role: Accessible.Grouping
    objectName: "accountOutlook"
    spacing: 0

    HeaderCell {
        Layout.fillWidth: true
        alignRight: false
        text: qsTr("How it would stand now")
    }
    PreviewTable {
        Layout.fillWidth: true
        first: outlook.preview
        withMoney: true
    }
}
