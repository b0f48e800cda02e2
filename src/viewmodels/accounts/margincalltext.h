// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/moment.h"
#include "ports/snapshot.h"
#include "viewmodels/accounts/margincallmodel.h"
#include "viewmodels/common/displayformat.h"

#include <cstdint>

namespace plimsoll::viewmodels {

/// What the margin-call dialog says about one account that is in call now: the level and its bars, the price with age
/// and source, the distance, what is lost, and three ways out. Amounts come from margin::rescueTo() at the initial
/// ratio and are rounded up. Pure; GUI thread. Requires: verdict.account.
MarginCallView marginCallView(const margin::Verdict &verdict, const monitor::RiskSnapshot &snapshot,
                              const DisplayFormat &format, BootTime nowBoot);

} // namespace plimsoll::viewmodels
