// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Plimsoll.ViewModels

// Every dialog, once; each opens and closes with its view-model.
Item {
    id: dialogs

    required property AppViewModel app

    anchors.fill: parent

    TopUpDialog { topUp: dialogs.app.topUp }
    OpenPositionDialog { position: dialogs.app.position }
    ClosePositionDialog { closing: dialogs.app.position.closing }
    EntryDialog { entry: dialogs.app.entry }
    AccountDialog { editor: dialogs.app.accountEditor }
    ImportExportDialog { files: dialogs.app.files }
    SettingsDialog { settings: dialogs.app.settings }
    WhyDialog { why: dialogs.app.why }
    LiquidationDialog { app: dialogs.app }
    MarginCallDialog { app: dialogs.app }
}
