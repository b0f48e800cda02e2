// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/alarmsport.h"
#include "ports/historyport.h"
#include "ports/journalport.h"
#include "ports/plansport.h"
#include "ports/portfolioport.h"
#include "ports/settingsport.h"

namespace plimsoll::monitor {

/// Everything durable, for whoever hands it on: who needs one part takes that part's port. Every call may be made from
/// any thread and returns at once; the work happens on the storage thread in call order, over all ports. A future
/// always finishes with a value or an Error; it is never cancelled while the store lives.
class Stores : public PortfolioPort,
               public JournalPort,
               public SettingsPort,
               public HistoryPort,
               public AlarmsPort,
               public PlansPort
{
};

} // namespace plimsoll::monitor
