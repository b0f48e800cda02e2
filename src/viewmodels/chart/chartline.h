// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/common/rowlistmodel.h"

#include <QtCore/QString>

namespace plimsoll::viewmodels {

/// One account in the chart of levels, with the label at the end of its line.
struct ChartLine {
    enum Part { Muted = -1, Chosen = 0 }; ///< 1..3: compared with the chosen one

    QString lineId;
    QString title;
    QString valueText; ///< now, in what the axis counts; the state where there is no level
    int riskState = 0;
    int part = Muted;
    bool isLabelled = false;
    double place = 0; ///< of the label, from 0 at the bottom of the chart to 1 at the top
    double linePlace = 0; ///< where the line ends that it belongs to
    double call = 0; ///< its bars, for pixels
    double liquidation = 0;
    double initial = 0;
    QString callText; ///< "1.10"
    QString liquidationText;
    QString initialText;

    [[nodiscard]] const QString &rowKey() const { return lineId; }
    static RowRoles<ChartLine> roles();
    bool operator==(const ChartLine &) const = default;
};

/// The lines of the chart, most urgent first.
using ChartLineModel = RowListModel<ChartLine>;

} // namespace plimsoll::viewmodels
