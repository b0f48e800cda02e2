// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/rowlistmodel.h"

#include <QtCore/QString>

namespace plimsoll::viewmodels {

/// One line of the chart: an account's level, or a bar that one or more accounts share.
struct HistoryLine {
    QString lineId;
    QString name;
    int kind = 0; ///< HistoryViewModel::LineKind
    int riskState = 0;
    int shade = 0; ///< rank among the lines of one colour
    bool isCross = false;
    double value = 0; ///< of a bar

    [[nodiscard]] const QString &rowKey() const { return lineId; }
    static RowRoles<HistoryLine> roles();
    bool operator==(const HistoryLine &) const = default;
};

/// The lines of the level chart.
using HistoryLineModel = RowListModel<HistoryLine>;

} // namespace plimsoll::viewmodels
