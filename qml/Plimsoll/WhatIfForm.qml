// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// What to change: a move of prices, one price, a booking, the bars of an account.
ColumnLayout {
    id: form

    enum Kind { Shock, Price, Amount, Bars } // in the order of the choice

    required property WhatIfEditor editor
    readonly property int kind: kinds.currentIndex
    readonly property bool aboutAccount: kind >= WhatIfForm.Amount

    spacing: Theme.s2

    Component.onCompleted: form.fill()

    Connections {
        target: form.editor

        function onChanged() { form.fill() }
    }
    SegmentedControl {
        id: kinds
        Layout.fillWidth: true
        Layout.maximumWidth: implicitWidth
        accessibleName: qsTr("What to change")
        model: [qsTr("Move"), qsTr("Price"), qsTr("Booking"), qsTr("Bars")]
        objectName: "whatIfKinds"

        onActivated: {
            typed.clear()
            form.editor.forgetProblem()
        }
    }
    GridLayout {
        Layout.fillWidth: true
        columnSpacing: Theme.s2
        columns: form.width >= 430 ? 2 : 1
        rowSpacing: Theme.s2

        ChoiceBox {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            accessibleName: qsTr("What moves")
            chosen: form.editor.moveIndex
            implicitHeight: 36
            model: form.editor.moveNames
            objectName: "whatIfMove"
            visible: form.kind === WhatIfForm.Shock

            onPicked: index => form.editor.moveIndex = index
        }
        ShockSlider {
            id: slider
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            accessibleName: qsTr("Move of prices in percent")
            from: -90
            objectName: "whatIfShock"
            to: 90
            visible: form.kind === WhatIfForm.Shock

            Component.onCompleted: value = form.editor.shock
            onMoved: form.editor.shock = value

            Connections { // a binding would not outlive the keys
                target: form.editor

                function onChanged() { slider.value = form.editor.shock }
            }
        }
        ChoiceBox {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            accessibleName: qsTr("Price")
            chosen: form.editor.symbolIndex
            implicitHeight: 36
            model: form.editor.symbolNames
            objectName: "whatIfSymbol"
            visible: form.kind === WhatIfForm.Price

            onPicked: index => form.editor.symbolIndex = index
        }
        ChoiceBox {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            accessibleName: qsTr("Account")
            chosen: form.editor.accountIndex
            implicitHeight: 36
            model: form.editor.accountNames
            objectName: "whatIfAccount"
            visible: form.aboutAccount

            onPicked: index => form.editor.accountIndex = index
        }
        ChoiceBox {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            accessibleName: qsTr("Kind of booking")
            chosen: form.editor.kindIndex
            implicitHeight: 36
            model: form.editor.kindNames
            objectName: "whatIfKind"
            visible: form.kind === WhatIfForm.Amount

            onPicked: index => form.editor.kindIndex = index
        }
        ChoiceBox {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            accessibleName: qsTr("Asset")
            chosen: form.editor.assetIndex
            implicitHeight: 36
            model: form.editor.assetNames
            objectName: "whatIfAsset"
            visible: form.kind === WhatIfForm.Amount

            onPicked: index => form.editor.assetIndex = index
        }
        LabeledField {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            errorText: form.editor.problem

            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.s2

                AppTextField {
                    id: typed
                    Layout.fillWidth: true
                    accessibleName: [qsTr("Move in percent"), qsTr("New price"), qsTr("Amount"),
                                     qsTr("Initial / margin call / liquidation")][form.kind]
                    error: form.editor.problem.length > 0
                    implicitHeight: 36
                    implicitWidth: 120
                    maximumLength: 60
                    objectName: "whatIfTyped"
                    placeholderText: [form.editor.shockText, form.editor.priceText, qsTr("Amount"), form.editor.barsText][form.kind]
                    suffix: form.kind === WhatIfForm.Shock ? "%" : ""

                    onAccepted: form.add()
                    onTextEdited: form.editor.forgetProblem()
                }
                AppButton {
                    enabled: typed.text.length > 0
                    objectName: "whatIfAdd"
                    text: form.kind === WhatIfForm.Amount ? qsTr("Add") : qsTr("Change")

                    onClicked: form.add()
                }
            }
        }
    }

    // What was chosen elsewhere.
    function fill(): void {
        if (!form.editor.isPrepared)
            return
        kinds.currentIndex = WhatIfForm.Amount
        typed.text = form.editor.takePrepared()
        typed.forceActiveFocus(Qt.OtherFocusReason)
        typed.selectAll()
    }

    function add(): void {
        const text = typed.text
        const understood = form.kind === WhatIfForm.Shock ? form.editor.typeShock(text)
                         : form.kind === WhatIfForm.Price ? form.editor.typePrice(text)
                         : form.kind === WhatIfForm.Amount ? form.editor.typeAmount(text) : form.editor.typeBars(text)
        if (understood)
            typed.clear()
    }
}
