// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Plimsoll.Desktop
import Plimsoll.ViewModels

// Every dialog but the margin call, once; each opens and closes with its view-model.
Item {
    id: dialogs

    required property AppViewModel app
    property DesktopViewModel desktop: null

    // A form or a question is open.
    readonly property bool anyOpen: Array.from(children).some(child => child instanceof LazyDialog && child.wanted)

    anchors.fill: parent

    LazyDialog {
        wanted: dialogs.app.topUp.isOpen
        file: "TopUpDialog.qml"
        properties: ({ plans: dialogs.app.plans, topUp: dialogs.app.topUp })
    }
    LazyDialog {
        wanted: dialogs.app.position.isOpen
        file: "OpenPositionDialog.qml"
        properties: ({ position: dialogs.app.position })
    }
    LazyDialog {
        wanted: dialogs.app.position.closing.isOpen
        file: "ClosePositionDialog.qml"
        properties: ({ closing: dialogs.app.position.closing })
    }
    LazyDialog {
        wanted: dialogs.app.entry.isOpen
        file: "EntryDialog.qml"
        properties: ({ entry: dialogs.app.entry })
    }
    LazyDialog {
        wanted: dialogs.app.accountEditor.isOpen
        file: "AccountDialog.qml"
        properties: ({ editor: dialogs.app.accountEditor, practice: dialogs.app.isExample })
    }
    LazyDialog {
        wanted: dialogs.app.files.isOpen
        file: "ImportExportDialog.qml"
        properties: ({ files: dialogs.app.files, paths: dialogs.app.paths, practice: dialogs.app.isExample })
    }
    LazyDialog {
        wanted: dialogs.app.journal.takingBack.isOpen
        file: "TakeBackDialog.qml"
        properties: ({ form: dialogs.app.journal.takingBack })
    }
    LazyDialog {
        wanted: dialogs.app.wallets.isOpen
        file: "WalletsDialog.qml"
        properties: ({ wallets: dialogs.app.wallets })
    }
    LazyDialog {
        wanted: dialogs.app.settings.isOpen
        file: "SettingsDialog.qml"
        properties: ({ app: dialogs.app })
    }
    LazyDialog {
        wanted: dialogs.app.why.isOpen
        file: "WhyDialog.qml"
        properties: ({ why: dialogs.app.why })
    }
    LazyDialog {
        wanted: dialogs.app.liquidationNotice.isOpen
        file: "LiquidationDialog.qml"
        properties: ({ app: dialogs.app })
    }
    LazyDialog {
        wanted: dialogs.app.alarms.why.isOpen
        file: "AlarmWhyDialog.qml"
        properties: ({ why: dialogs.app.alarms.why })
    }
    LazyDialog {
        wanted: dialogs.app.alarms.history.exportOpen
        file: "AlarmExportDialog.qml"
        properties: ({ history: dialogs.app.alarms.history, paths: dialogs.app.paths })
    }
    LazyDialog {
        wanted: dialogs.app.report.isOpen
        file: "ReportDialog.qml"
        properties: ({ paths: dialogs.app.paths, report: dialogs.app.report })
    }
    LazyDialog {
        wanted: dialogs.app.rules.isOpen
        file: "RuleDialog.qml"
        properties: ({ rules: dialogs.app.rules })
    }
    LazyDialog {
        wanted: dialogs.app.drill.isOpen
        file: "DrillDialog.qml"
        properties: ({ drill: dialogs.app.drill })
    }
    LazyDialog {
        wanted: dialogs.desktop?.gap.isOpen ?? false
        file: "GapDialog.qml"
        properties: ({ app: dialogs.app, gap: dialogs.desktop?.gap })
    }
    LazyDialog {
        wanted: dialogs.desktop?.closing.isOpen ?? false
        file: "CloseDialog.qml"
        properties: ({ closing: dialogs.desktop?.closing })
    }
}
