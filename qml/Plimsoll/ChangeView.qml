// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// What an operation would do: the level bar with now as a ghost and after as the marker, and both as a table.
ColumnLayout {
    id: view

    required property ChangePreview preview
    readonly property bool hasAfter: preview.afterPosition >= 0

    Layout.fillWidth: true
    spacing: Theme.s2

    LevelBar {
        Layout.fillWidth: true
        accessibleName: view.hasAfter ? qsTr("Level after") : qsTr("Level now")
        callPosition: view.preview.callPosition
        callText: view.preview.callText
        ghostPosition: view.hasAfter ? view.preview.nowPosition : -1
        initialPosition: view.preview.initialPosition
        initialText: view.preview.initialText
        liquidationPosition: view.preview.liquidationPosition
        liquidationText: view.preview.liquidationText
        objectName: "previewBar"
        position: view.hasAfter ? view.preview.afterPosition : view.preview.nowPosition
        riskState: view.preview.after.known ? view.preview.after.riskState : view.preview.now.riskState
        unknown: riskState === RiskState.Unknown
    }
    PreviewTable {
        Layout.fillWidth: true
        first: view.preview.now
        second: view.preview.after
    }
}
