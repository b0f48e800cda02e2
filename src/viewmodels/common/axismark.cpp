// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/common/axismark.h"

#include <QtCore/QCoreApplication>

#include <array>

namespace plimsoll::viewmodels {

namespace {

using std::chrono::milliseconds;

enum class Unit { Minute, Hour, Day };

struct Step {
    milliseconds length;
    Unit unit;
};

constexpr milliseconds kMinute = std::chrono::minutes(1);
constexpr milliseconds kHour = std::chrono::hours(1);
constexpr milliseconds kDay = std::chrono::days(1);
constexpr int kMostSteps = 5;

constexpr std::array kSteps {
    Step {kMinute, Unit::Minute},  Step {5 * kMinute, Unit::Minute}, Step {15 * kMinute, Unit::Minute},
    Step {kHour, Unit::Hour},      Step {2 * kHour, Unit::Hour},     Step {6 * kHour, Unit::Hour},
    Step {12 * kHour, Unit::Hour}, Step {kDay, Unit::Day},           Step {2 * kDay, Unit::Day},
    Step {5 * kDay, Unit::Day},    Step {10 * kDay, Unit::Day},      Step {20 * kDay, Unit::Day},
    Step {50 * kDay, Unit::Day},   Step {100 * kDay, Unit::Day},
};

QString aheadText(milliseconds ahead, Unit unit, const QLocale &locale)
{
    const auto number = [&](milliseconds one) { return locale.toString(static_cast<qlonglong>(ahead / one)); };
    switch (unit) {
    case Unit::Minute: return QCoreApplication::translate("AxisMark", "+%1 min").arg(number(kMinute));
    case Unit::Hour: return QCoreApplication::translate("AxisMark", "+%1 h").arg(number(kHour));
    default: return QCoreApplication::translate("AxisMark", "+%1 d").arg(number(kDay));
    }
}

} // namespace

std::vector<AxisMark> axisMarks(const ChartScale &scale, const QLocale &locale)
{
    std::vector<AxisMark> marks;
    for (const double tick : scale.ticks()) {
        marks.push_back({scale.placeOf(tick), scale.text(tick, locale), {}});
    }
    return marks;
}

std::vector<AxisMark> timesAhead(milliseconds span, const QLocale &locale)
{
    const auto fits = [&](const Step &step) { return span / step.length <= kMostSteps; };
    const auto *found = std::ranges::find_if(kSteps, fits);
    const Step &step = found == kSteps.end() ? kSteps.back() : *found;
    std::vector<AxisMark> marks;
    for (milliseconds ahead {0}; ahead <= span; ahead += step.length) {
        marks.push_back({static_cast<double>(ahead.count()) / static_cast<double>(span.count()),
                         aheadText(ahead, step.unit, locale),
                         {}});
    }
    return marks;
}

RowRoles<AxisMark> AxisMark::roles()
{
    return {{"share", &AxisMark::share}, {"words", &AxisMark::text}, {"moreWords", &AxisMark::moreText}};
}

} // namespace plimsoll::viewmodels
