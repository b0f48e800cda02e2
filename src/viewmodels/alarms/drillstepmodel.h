// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/common/riskstate.h"
#include "viewmodels/common/rowlistmodel.h"

namespace plimsoll::viewmodels {

/// One step of a fire drill, ready to be shown.
struct DrillStepView {
    QString at; ///< "3 min"
    QString channel;
    QString result;
    RiskState riskState = RiskState::NoDebt; ///< for its shape

    static RowRoles<DrillStepView> roles();
    bool operator==(const DrillStepView &) const = default;
};

/// The steps in the order of time: rows are added at the end.
using DrillStepModel = RowListModel<DrillStepView>;

} // namespace plimsoll::viewmodels
