// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// What concerns a whole form: why it cannot be, why storing failed, and the question before the same is recorded twice.
ColumnLayout {
    id: notices

    required property OperationForm form

    signal refused(Item notice) // what was confirmed cannot be booked, or asks something first

    Layout.fillWidth: true
    spacing: Theme.s2
    visible: form.asksAgain || form.failure.length > 0 || form.problem.length > 0

    Banner {
        Layout.fillWidth: true
        objectName: "formProblem"
        riskState: RiskState.MarginCall
        text: notices.form.problem
        visible: text.length > 0
    }
    Banner {
        id: failure
        Layout.fillWidth: true
        objectName: "formFailure"
        riskState: RiskState.Liquidation
        text: notices.form.failure
        visible: text.length > 0

        onVisibleChanged: if (visible) notices.refused(failure)
    }
    Banner {
        id: repeat
        Layout.fillWidth: true
        actionText: qsTr("Record again")
        objectName: "formRepeat"
        riskState: RiskState.MarginCall
        text: notices.form.repeatText
        visible: notices.form.asksAgain

        onVisibleChanged: if (visible) notices.refused(repeat)

        onActionTriggered: notices.form.confirmAgain()
    }
}
