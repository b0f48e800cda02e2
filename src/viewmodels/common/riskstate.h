// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/status.h"

namespace plimsoll::viewmodels {

/// What screens colour and shape by. Same order as RiskState.qml; EarlyWarning is a normal account not above halfway
/// between its initial and margin-call ratio.
enum class RiskState { NoDebt, Normal, EarlyWarning, MarginCall, Liquidation, Liquidated, Unknown };

} // namespace plimsoll::viewmodels
