// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/historylinemodel.h"

namespace plimsoll::viewmodels {

RowRoles<HistoryLine> HistoryLine::roles()
{
    return {
        {"lineId", &HistoryLine::lineId},       {"name", &HistoryLine::name},   {"kind", &HistoryLine::kind},
        {"riskState", &HistoryLine::riskState}, {"shade", &HistoryLine::shade}, {"isCross", &HistoryLine::isCross},
    };
}

} // namespace plimsoll::viewmodels
