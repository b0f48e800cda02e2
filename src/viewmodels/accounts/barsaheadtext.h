// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/lookahead.h"
#include "viewmodels/common/displayformat.h"
#include "viewmodels/common/riskstate.h"

#include <QtCore/QString>

namespace plimsoll::viewmodels {

/// What announced bars mean for an account, in one line.
struct BarsAheadText {
    QString text; ///< empty where none are announced
    RiskState state = RiskState::Normal; ///< what they would make of it at today's level, where that is worse than now

    bool operator==(const BarsAheadText &) const = default;
};

/// Of the first that would call it or lead to liquidation, else of the next that begin. GUI thread.
BarsAheadText barsAheadText(const margin::Account &account, const margin::Rates &rates, const DisplayFormat &format);

/// "At today's level: margin call"; empty where nothing is owed or known.
QString barsEffectText(const margin::BarsAhead &ahead);

} // namespace plimsoll::viewmodels
