// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/accountpieces.h"

#include "report/translated.h"

namespace plimsoll::report {

ChartBars barsOf(const margin::Thresholds &thresholds, const wording::DisplayFormat &format)
{
    return {thresholds.marginCall.toDoubleForPlot(), thresholds.liquidation.toDoubleForPlot(),
            tr("margin call") + u' ' + format.full(thresholds.marginCall),
            tr("liquidation") + u' ' + format.full(thresholds.liquidation)};
}

QList<Column> statusColumns()
{
    return {{tr("Time (UTC)"), Column::Fixed},
            {tr("from"), Column::Fixed},
            {tr("to"), Column::Fixed},
            {tr("Level"), Column::Figure},
            {tr("Prices"), Column::Words}};
}

} // namespace plimsoll::report
