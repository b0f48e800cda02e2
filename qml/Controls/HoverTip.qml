// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick

// The tool tip of an item, made when it is first shown: a list has hundreds, and a person looks at three.
QtObject {
    id: hint

    required property Item over
    required property string text
    required property bool shown
    property AppToolTip tip: null
    readonly property bool wanted: shown && text.length > 0
    readonly property Component type: Component {
        AppToolTip {
            objectName: "hoverTip"
            text: hint.text
            visible: hint.wanted
        }
    }

    Component.onCompleted: hint.make()
    onWantedChanged: hint.make()

    function make(): void {
        if (hint.wanted && hint.tip === null)
            hint.tip = hint.type.createObject(hint.over)
    }
}
