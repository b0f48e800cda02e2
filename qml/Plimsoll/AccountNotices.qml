// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// What concerns the whole account: why it cannot be saved, and the question before it is removed.
ColumnLayout {
    id: notices

    required property AccountEditorViewModel editor

    spacing: Theme.s2
    visible: editor.asksRemove || editor.failure.length > 0 || editor.problem.length > 0

    Banner {
        Layout.fillWidth: true
        objectName: "accountProblem"
        riskState: RiskState.MarginCall
        text: notices.editor.problem
        visible: text.length > 0
    }
    Banner {
        Layout.fillWidth: true
        objectName: "accountFailure"
        riskState: RiskState.Liquidation
        text: notices.editor.failure
        visible: text.length > 0
    }
    Banner {
        Layout.fillWidth: true
        actionText: qsTr("Remove account")
        asks: true
        detail: qsTr("It is not watched any more. Its journal stays.")
        objectName: "accountRemoveQuestion"
        text: qsTr("Remove this account?")
        visible: notices.editor.asksRemove

        onActionTriggered: notices.editor.remove()
    }
}
