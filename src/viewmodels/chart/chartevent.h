// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/stores.h"
#include "viewmodels/chart/levelstretches.h"
#include "viewmodels/common/displayformat.h"
#include "viewmodels/common/rowlistmodel.h"

#include <QtCore/QString>

#include <vector>

namespace plimsoll::viewmodels {

/// Something that happened to an account: a mark on the chart of its levels, at the moment it happened.
struct ChartEvent {
    enum Kind { Liquidation, Call, Recovery, MoneyIn, MoneyOut, Trade, Bars, Other }; ///< most important first

    QString eventId;
    double time = 0; ///< ms since 1970 UTC
    int kind = Other;
    QString text; ///< what, how much, when
    double share = 0; ///< of the window, 0 at its left edge
    double place = 0; ///< of the level then, 0 at the bottom of the chart, 1 at its top
    int folded = 0; ///< how many others stand so near that this mark stands for them too
    bool isCurrent = false; ///< the one that a person stepped to

    [[nodiscard]] const QString &rowKey() const { return eventId; }
    static RowRoles<ChartEvent> roles();
    bool operator==(const ChartEvent &) const = default;
};

using ChartEventModel = RowListModel<ChartEvent>;

/// Margin calls, liquidations and recoveries. Ascending in time.
std::vector<ChartEvent> eventsOf(const std::vector<monitor::StatusRecord> &statuses, const DisplayFormat &format);

/// Operations that moved money, one per operation; neither interest nor what an account was opened with. Ascending.
std::vector<ChartEvent> eventsOf(const std::vector<monitor::JournalRow> &rows, const DisplayFormat &format);

/// Changes of its bars. Ascending.
std::vector<ChartEvent> eventsOf(const std::vector<monitor::BarChange> &changes, const DisplayFormat &format);

/// Why an account's level was not known in a gap, and for how long: "no price 12 min", "asleep 3 h 25 min".
QString gapText(const TimeSpan &gap, const std::vector<monitor::StatusRecord> &statuses, const DisplayFormat &format);

} // namespace plimsoll::viewmodels
