// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/chart/chartline.h"

namespace plimsoll::viewmodels {

RowRoles<ChartLine> ChartLine::roles()
{
    return {
        {"lineId", &ChartLine::lineId},       {"title", &ChartLine::title},
        {"valueText", &ChartLine::valueText}, {"riskState", &ChartLine::riskState},
        {"part", &ChartLine::part},           {"isLabelled", &ChartLine::isLabelled},
        {"place", &ChartLine::place},         {"linePlace", &ChartLine::linePlace},
    };
}

} // namespace plimsoll::viewmodels
