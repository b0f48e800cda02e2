// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/snapshot.h"

#include <QtCore/QString>

namespace plimsoll::desktop {

/// What closing the window does where something is owed; kept as the setting "close_action": "ask" (default), "tray",
/// "quit".
enum class CloseAction { Ask, Tray, Quit };

QString closeActionWord(CloseAction action);
CloseAction closeActionFromWord(const QString &word); ///< Ask for anything else

/// All that the question depends on.
struct CloseSituation {
    bool owes = false; ///< an account that is not closed owes something
    bool inCall = false; ///< an account is at or below its call ratio, or was when it was last known
    bool hasTray = false;
    CloseAction remembered = CloseAction::Ask;
};

/// `owes` and `inCall` from what is known; false where another process is the monitor, which goes on.
CloseSituation closeSituation(const monitor::RiskSnapshot *snapshot, bool hasTray, CloseAction remembered);

enum class CloseDecision {
    Quit,
    Hide, ///< the tray icon stays
    Minimise, ///< there is no tray: never hide to nowhere
    Ask,
    Warn, ///< quitting is what was remembered or asked for, but an account is in call
};

CloseDecision decideClose(const CloseSituation &situation); ///< a person closes the window
CloseDecision decideQuit(const CloseSituation &situation); ///< a person says "Quit": Quit or Warn

} // namespace plimsoll::desktop
