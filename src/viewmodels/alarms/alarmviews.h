// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/moment.h"
#include "ports/alarmboard.h"
#include "ports/clock.h"
#include "ports/snapshot.h"
#include "viewmodels/alarms/alarmlistmodel.h"
#include "viewmodels/common/displayformat.h"

#include <vector>

namespace plimsoll::viewmodels {

/// The alarms of a snapshot as rows, in the order of the board (worst first); pending ones are left out: they may be
/// nothing. Pure.
std::vector<AlarmView> alarmViews(const monitor::RiskSnapshot &snapshot, const DisplayFormat &format);

/// What is coming for an account, from the worst alarm of its own that stands: that its level is safe again and
/// watched, or that it falls fast. Empty where no alarm says so. The same sentence on card, bar, list, dialog and mini
/// window.
QString outlookOf(const std::string &account, const monitor::RiskSnapshot &snapshot, const DisplayFormat &format);
QString outlookOf(const alarm::ActiveAlarm &active, const monitor::RiskSnapshot &snapshot, const DisplayFormat &format);
bool isAboutToClear(const std::string &account,
                    const monitor::RiskSnapshot &snapshot); ///< nothing is to be done but to wait

/// The board of a snapshot; an empty one where there is none.
const monitor::AlarmBoard &boardOf(const monitor::SnapshotPtr &snapshot);

/// How an alarm behaves, of a person's own by its rule.
const alarm::Behaviour &behaviourOf(const alarm::Key &key, const std::vector<alarm::Rule> &rules);

/// For the shape: low Early warning, call and critical Margin call, liquidation Liquidation, the rest Unknown.
RiskState riskStateOf(const alarm::Key &key, const std::vector<alarm::Rule> &rules);

/// The label of an account of the snapshot; its id where it is gone, "" where the alarm is about the program.
QString labelOf(const std::string &account, const monitor::RiskSnapshot &snapshot);

/// A snapshot in the time of this computer: alarms happen there, also where the prices are of another time (the
/// example).
monitor::RiskSnapshot inTimeOf(const monitor::Clock &clock, const monitor::RiskSnapshot &snapshot);

/// Wall ms of a boot time of the snapshot.
WallTime wallOf(BootTime boot, const monitor::RiskSnapshot &snapshot);

} // namespace plimsoll::viewmodels
