// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// Every price in use, with the way it was reached and its age; what cannot be used is hatched and says why.
ColumnLayout {
    id: page

    required property AppViewModel app
    readonly property PriceTableViewModel prices: app.priceTable
    readonly property bool narrow: width < 620 // two lines per price then
    readonly property int assetWidth: 110
    readonly property int priceWidth: 170
    readonly property int ageWidth: 90
    readonly property int stateWidth: 110

    objectName: "pricesPage"
    spacing: Theme.s2

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.s2

        AppText {
            Layout.fillWidth: true
            color: Theme.muted
            objectName: "pricesSummary"
            text: page.prices.source.length > 0 ? page.prices.summary + " · " + page.prices.source : page.prices.summary
            wrapMode: Text.Wrap
        }
        AppButton {
            objectName: "pricesRefresh"
            small: true
            text: qsTr("Refresh")

            onClicked: page.prices.refreshNow()
        }
    }
    RowLayout {
        Layout.fillWidth: true
        Layout.rightMargin: 12
        spacing: Theme.s3
        visible: !page.prices.empty && !page.narrow

        HeaderCell { Layout.preferredWidth: page.assetWidth; alignRight: false; text: qsTr("Asset") }
        HeaderCell { Layout.preferredWidth: page.priceWidth; text: qsTr("Price") }
        HeaderCell { Layout.fillWidth: true; alignRight: false; text: qsTr("Symbol") }
        HeaderCell { Layout.preferredWidth: page.ageWidth; text: qsTr("Age") }
        HeaderCell { Layout.preferredWidth: page.stateWidth; text: qsTr("State") }
    }
    ListView {
        id: list
        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.minimumHeight: 120
        Accessible.name: qsTr("Prices")
        Accessible.role: Accessible.Table
        activeFocusOnTab: true
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        keyNavigationEnabled: true
        model: page.prices.rows
        objectName: "priceRows"

        T.ScrollBar.vertical: AppScrollBar {}

        KeptScroll {
            layout: page.app.layout
            pane: WindowLayout.Prices
            view: list
        }

        delegate: PriceRow {
            ageWidth: page.ageWidth
            assetWidth: page.assetWidth
            narrow: page.narrow
            current: ListView.isCurrentItem && list.activeFocus
            priceWidth: page.priceWidth
            stateWidth: page.stateWidth
            width: list.width
        }

        AppText {
            anchors.centerIn: parent
            color: Theme.muted
            horizontalAlignment: Text.AlignHCenter
            objectName: "pricesEmpty"
            text: qsTr("No prices are needed yet. They appear with the first account.")
            visible: page.prices.empty
            width: Math.min(parent.width - 2 * Theme.s3, 460)
            wrapMode: Text.Wrap
        }
    }
}
