// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/timeticks.h"

#include "wording/translated.h"

#include <QtCore/QDateTime>

#include <algorithm>
#include <array>
#include <iterator>

namespace plimsoll::wording {

namespace {

constexpr std::int64_t kSecond = 1000;
constexpr std::int64_t kMinute = 60 * kSecond;
constexpr std::int64_t kHour = 60 * kMinute;
constexpr std::int64_t kDay = 24 * kHour;

struct Step {
    std::int64_t length; ///< ms, about
    int days; ///< 0: of a clock's time
    int months; ///< 0: of days
};

constexpr std::array kSteps {
    Step {kSecond, 0, 0},   Step {5 * kSecond, 0, 0}, Step {15 * kSecond, 0, 0}, Step {30 * kSecond, 0, 0},
    Step {kMinute, 0, 0},   Step {5 * kMinute, 0, 0}, Step {15 * kMinute, 0, 0}, Step {30 * kMinute, 0, 0},
    Step {kHour, 0, 0},     Step {3 * kHour, 0, 0},   Step {6 * kHour, 0, 0},    Step {12 * kHour, 0, 0},
    Step {kDay, 1, 0},      Step {2 * kDay, 2, 0},    Step {7 * kDay, 7, 0},     Step {31 * kDay, 0, 1},
    Step {92 * kDay, 0, 3}, Step {184 * kDay, 0, 6},  Step {366 * kDay, 0, 12},  Step {5 * 366 * kDay, 0, 60},
};

QString textOf(const QDateTime &time, const Step &step, const QLocale &locale)
{
    if (step.months >= 12) {
        return QString::number(time.date().year());
    }
    if (step.months > 0) {
        return locale.toString(time.date(),
                               time.date().month() == 1 ? QStringLiteral("MMM yyyy") : QStringLiteral("MMM"));
    }
    if (step.days > 0 || time.time() == QTime(0, 0)) {
        //: a date on a time axis, as QLocale writes it
        return locale.toString(time.date(), tr("d MMM"));
    }
    return locale.toString(time.time(), step.length < kMinute ? QStringLiteral("HH:mm:ss") : QStringLiteral("HH:mm"));
}

// The last round time at or before this one.
QDateTime rounded(const QDateTime &time, const Step &step)
{
    const QDate date = time.date();
    if (step.months > 0) {
        const int months = (date.year() * 12 + date.month() - 1) / step.months * step.months;
        return QDate(months / 12, months % 12 + 1, 1).startOfDay(time.timeSpec());
    }
    if (step.days > 0) {
        return date.addDays(-(date.toJulianDay() % step.days)).startOfDay(time.timeSpec());
    }
    const int ms = time.time().msecsSinceStartOfDay();
    return {date, QTime::fromMSecsSinceStartOfDay(static_cast<int>(ms - ms % step.length)), time.timeSpec()};
}

QDateTime after(const QDateTime &time, const Step &step)
{
    if (step.months > 0) {
        return time.date().addMonths(step.months).startOfDay(time.timeSpec());
    }
    if (step.days > 0) {
        return time.date().addDays(step.days).startOfDay(time.timeSpec());
    }
    for (const std::int64_t length : {step.length, step.length * 3 / 2}) { // a day of 25 hours needs the longer one
        const QDateTime next = rounded(time.addMSecs(length), step);
        if (next > time) {
            return next;
        }
    }
    return time.addMSecs(step.length); // within the hour that comes twice
}

} // namespace

std::vector<TimeTick> timeTicks(double from, double to, int most, const QLocale &locale, Qt::TimeSpec clock)
{
    std::vector<TimeTick> ticks;
    const double fewest = (to - from) / std::max(most, 1);
    const auto found = std::ranges::find_if(
        kSteps, [fewest](const Step &step) { return static_cast<double>(step.length) >= fewest; });
    const Step &step = found == kSteps.end() ? kSteps.back() : *found;
    QDateTime time = rounded(QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(from), clock), step);
    for (int i = 0; i <= most + 2 && time.isValid(); ++i, time = after(time, step)) {
        const auto at = static_cast<double>(time.toMSecsSinceEpoch());
        if (at > to) {
            break;
        }
        if (at >= from && std::ssize(ticks) < most) {
            ticks.push_back({at, textOf(time, step, locale)});
        }
    }
    return ticks;
}

} // namespace plimsoll::wording
