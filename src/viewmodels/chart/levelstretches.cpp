// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/chart/levelstretches.h"

#include "viewmodels/chart/axistime.h"

#include <algorithm>
#include <cstdint>
#include <limits>

namespace plimsoll::viewmodels {

namespace {

constexpr double kLevelUnit = 1e8; // LevelSample::level

/// The corners of a stretch that tell what held in [from, to]: from the last one at or before `from`.
template<typename Take>
void walk(const LevelStretch &stretch, double from, double to, const Take &take)
{
    auto next = std::ranges::lower_bound(stretch, from, {}, &QPointF::x);
    if (next != stretch.begin() && (next == stretch.end() || next->x() > from)) {
        --next;
    }
    for (; next != stretch.end() && next->x() <= to; ++next) {
        take(*next);
    }
}

bool isIn(const LevelStretch &stretch, double from, double to)
{
    return !stretch.isEmpty() && stretch.last().x() >= from && stretch.first().x() <= to;
}

class Columns
{
public:
    Columns(double from, double to, int count)
        : m_from(from)
        , m_perMs(count / (to - from))
        , m_count(count)
        , m_low(static_cast<std::size_t>(count), std::numeric_limits<double>::max())
        , m_high(static_cast<std::size_t>(count), std::numeric_limits<double>::lowest())
    {
    }

    void add(const LevelStretch &stretch, double to)
    {
        const QPointF *before = nullptr;
        walk(stretch, m_from, to, [&](const QPointF &corner) {
            const int column = of(corner.x());
            if (before != nullptr && before->y() == corner.y()) {
                fill(of(before->x()), column, corner.y());
            } else if (corner.x() >= m_from) {
                fill(column, column, corner.y());
            }
            before = &corner;
        });
        if (before != nullptr && stretch.last().x() > to) { // holds beyond the end
            fill(of(before->x()), m_count - 1, before->y());
        }
    }

    [[nodiscard]] std::vector<LevelColumn> take() const
    {
        std::vector<LevelColumn> columns;
        columns.reserve(static_cast<std::size_t>(m_count));
        for (std::size_t i = 0; i < m_low.size(); ++i) {
            if (m_low[i] <= m_high[i]) {
                columns.push_back({static_cast<int>(i), m_low[i], m_high[i]});
            }
        }
        return columns;
    }

private:
    [[nodiscard]] int of(double time) const
    {
        return static_cast<int>(std::clamp((time - m_from) * m_perMs, 0.0, m_count - 1.0));
    }

    void fill(int first, int last, double level)
    {
        for (auto i = static_cast<std::size_t>(first); i <= static_cast<std::size_t>(last); ++i) {
            m_low[i] = std::min(m_low[i], level);
            m_high[i] = std::max(m_high[i], level);
        }
    }

    double m_from;
    double m_perMs;
    int m_count;
    std::vector<double> m_low;
    std::vector<double> m_high;
};

} // namespace

LevelStretches stretchesOf(const monitor::LevelTrack &track)
{
    LevelStretches stretches;
    for (const auto &known : track.stretches(INT64_MIN, INT64_MAX)) {
        LevelStretch stretch;
        stretch.reserve(static_cast<qsizetype>(known.size()));
        for (const monitor::LevelSample &corner : known) {
            stretch << QPointF(axisTime(corner.time), static_cast<double>(corner.level) / kLevelUnit);
        }
        stretches << stretch;
    }
    return stretches;
}

std::optional<LevelExtent> extentOf(const LevelStretches &stretches, double from, double to)
{
    std::optional<LevelExtent> extent;
    for (const LevelStretch &stretch : stretches) {
        if (!isIn(stretch, from, to)) {
            continue;
        }
        walk(stretch, from, to, [&extent](const QPointF &corner) {
            if (!extent) {
                extent = LevelExtent {corner.y(), corner.y()};
            }
            extent->lowest = std::min(extent->lowest, corner.y());
            extent->highest = std::max(extent->highest, corner.y());
        });
    }
    return extent;
}

std::optional<double> levelAt(const LevelStretches &stretches, double time)
{
    for (const LevelStretch &stretch : stretches) {
        if (isIn(stretch, time, time)) {
            return std::prev(std::ranges::upper_bound(stretch, time, {}, &QPointF::x))->y();
        }
    }
    return std::nullopt;
}

std::vector<TimeSpan> gapsOf(const LevelStretches &stretches, double from, double to, double shortest)
{
    std::vector<TimeSpan> gaps;
    for (qsizetype i = 0; i < stretches.size(); ++i) {
        const bool isLast = i + 1 == stretches.size();
        const TimeSpan gap {std::max(from, stretches[i].last().x()),
                            isLast ? to : std::min(to, stretches[i + 1].first().x())};
        if (gap.to - gap.from > shortest) {
            gaps.push_back(gap);
        }
    }
    return gaps;
}

std::vector<LevelColumn> columnsOf(const LevelStretches &stretches, double from, double to, int count)
{
    if (count <= 0 || !(to > from)) {
        return {};
    }
    Columns columns(from, to, count);
    for (const LevelStretch &stretch : stretches) {
        if (isIn(stretch, from, to)) {
            columns.add(stretch, to);
        }
    }
    return columns.take();
}

} // namespace plimsoll::viewmodels
