// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/common/chartscale.h"
#include "viewmodels/common/rowlistmodel.h"

#include <QtCore/QLocale>
#include <QtCore/QString>

#include <chrono>
#include <vector>

namespace plimsoll::viewmodels {

/// A place of an axis with its words, as every chart in QML writes it.
struct AxisMark {
    double share = 0; ///< of the axis, from the left or from below
    QString text; ///< "1.20", "−25 %", "+10 d"
    QString moreText; ///< below it: the price of such a move; mostly empty

    static RowRoles<AxisMark> roles();
    bool operator==(const AxisMark &) const = default;
};

/// The ticks of a vertical axis, from below. Pure.
std::vector<AxisMark> axisMarks(const ChartScale &scale, const QLocale &locale);

/// An axis of time that begins now and ends after `span`, above 0: two to six marks at round minutes, hours or days,
/// the first of them at 0: "+6 h". Pure; GUI thread because of translations.
std::vector<AxisMark> timesAhead(std::chrono::milliseconds span, const QLocale &locale);

} // namespace plimsoll::viewmodels
