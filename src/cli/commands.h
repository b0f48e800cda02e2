// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/arguments.h"

namespace plimsoll::cli {

/// One function per command; each returns the exit code and has written what there is to say.
int evaluateCommand(const Arguments &arguments);
int replayCommand(const Arguments &arguments);
int chanceCommand(const Arguments &arguments);
int alarmReplayCommand(const Arguments &arguments); ///< replay --alarms
int importCommand(const Arguments &arguments);
int exportCommand(const Arguments &arguments);
int topUpCommand(const Arguments &arguments);
int reverseCommand(const Arguments &arguments);
int renameWalletCommand(const Arguments &arguments);
int journalCommand(const Arguments &arguments);
int verifyCommand(const Arguments &arguments);
int checkCommand(const Arguments &arguments);
int watchCommand(const Arguments &arguments);
int alarmsCommand(const Arguments &arguments);
int acknowledgeCommand(const Arguments &arguments);
int snoozeCommand(const Arguments &arguments);
int handledCommand(const Arguments &arguments);
int alarmRulesCommand(const Arguments &arguments);
int alarmRuleCommand(const Arguments &arguments);
int alarmTestCommand(const Arguments &arguments);
int whatIfCommand(const Arguments &arguments);
int stressCommand(const Arguments &arguments);
int dominoCommand(const Arguments &arguments);
int heatMapCommand(const Arguments &arguments);
int twinCommand(const Arguments &arguments);
int lookAheadCommand(const Arguments &arguments);
int rescueCommand(const Arguments &arguments);
int allocateCommand(const Arguments &arguments);
int plansCommand(const Arguments &arguments);
int planCommand(const Arguments &arguments);
int barChangesCommand(const Arguments &arguments);
int barChangeCommand(const Arguments &arguments);
int reportCommand(const Arguments &arguments);

} // namespace plimsoll::cli
