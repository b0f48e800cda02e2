// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/replayrecord.h"

#include <algorithm>
#include <utility>

namespace plimsoll::scenario {

namespace {

constexpr std::int64_t kAskEvery = 1000; // moments
constexpr int kHalf = 500; // of 1000: the walk is made twice

// First and last moment, and how many there are: the walk knows only the next one.
struct Extent {
    WallTime from;
    WallTime to;
    std::int64_t moments = 0;
};

Extent extentOf(SampleWalk &walk)
{
    Extent extent;
    while (const auto moment = walk.next()) {
        extent.from = extent.moments == 0 ? moment->time : extent.from;
        extent.to = moment->time;
        ++extent.moments;
    }
    walk.restart();
    return extent;
}

// Asks whether somebody still waits, not at every moment.
class Patience
{
public:
    Patience(const std::function<bool(int)> &goesOn, std::int64_t moments, int begin)
        : m_goesOn(goesOn)
        , m_moments(std::max<std::int64_t>(moments, 1))
        , m_begin(begin)
    {
    }

    bool isOver()
    {
        if (m_goesOn && !m_isOver && m_passed++ % kAskEvery == 0) {
            m_isOver = !m_goesOn(m_begin + static_cast<int>(m_passed * kHalf / m_moments));
        }
        return m_isOver;
    }

private:
    const std::function<bool(int)> &m_goesOn;
    const std::int64_t m_moments;
    const int m_begin;
    std::int64_t m_passed = 0;
    bool m_isOver = false;
};

// Levels stay exact sums until the slice is complete: printing divides.
class SliceBuilder
{
public:
    void look(const std::optional<margin::Level> &level, margin::Status status, bool early)
    {
        if (level) {
            m_lowest = m_lowest && !level->isBelow(*m_lowest) ? m_lowest : level;
            m_highest = m_highest && !m_highest->isBelow(*level) ? m_highest : level;
        }
        m_last = level;
        m_status = status;
        m_early = early;
    }

    /// The next slice begins with what this one ended with.
    LevelSlice finish()
    {
        const auto printed = [](const std::optional<margin::Level> &level) {
            return level ? std::optional(level->printed()) : std::nullopt;
        };
        LevelSlice slice {printed(m_lowest), printed(m_highest), printed(m_last), m_status, m_early};
        m_lowest = m_highest = m_last;
        return slice;
    }

private:
    std::optional<margin::Level> m_lowest;
    std::optional<margin::Level> m_highest;
    std::optional<margin::Level> m_last;
    margin::Status m_status = margin::Status::Unknown;
    bool m_early = false;
};

class Recorder
{
public:
    Recorder(const Extent &extent, std::size_t accounts, int slices)
        : m_extent(extent)
        , m_slice((extent.to - extent.from) / slices + 1)
        , m_builders(accounts)
        , m_levels(accounts)
    {
    }

    void look(const ReplayRun &run, WallTime time)
    {
        for (; time >= m_extent.from + static_cast<std::int64_t>(m_finished + 1) * m_slice; ++m_finished) {
            finishSlice();
        }
        for (std::size_t i = 0; i < m_builders.size(); ++i) {
            m_builders[i].look(run.level(i), run.status(i), run.isEarly(i));
        }
    }

    std::vector<std::vector<LevelSlice>> take()
    {
        finishSlice();
        return std::move(m_levels);
    }

    [[nodiscard]] std::int64_t slice() const { return m_slice; }

private:
    void finishSlice()
    {
        for (std::size_t i = 0; i < m_builders.size(); ++i) {
            m_levels[i].push_back(m_builders[i].finish());
        }
    }

    const Extent m_extent;
    const std::int64_t m_slice;
    std::size_t m_finished = 0;
    std::vector<SliceBuilder> m_builders;
    std::vector<std::vector<LevelSlice>> m_levels;
};

bool concernsSomebody(const alarm::Change &change)
{
    return change.cause != alarm::Cause::Judged
        && (change.cause != alarm::Cause::Ended || alarm::isActive(change.from));
}

} // namespace

std::optional<ReplayRecord> recordReplay(const std::vector<margin::Account> &accounts, std::vector<BarSeries> candles,
                                         const ReplayRecordOptions &options)
{
    SampleWalk walk(std::move(candles));
    const Extent extent = extentOf(walk);
    if (extent.moments == 0) {
        return std::nullopt;
    }
    ReplayRecord record;
    record.from = extent.from;
    record.to = extent.to;

    Patience first(options.goesOn, extent.moments, 0);
    ReplayRun run(accounts, [&record](const StatusChange &change) { record.statuses.push_back(change); });
    Recorder recorder(extent, accounts.size(), options.slices);
    while (const auto moment = walk.next()) {
        if (first.isOver()) {
            return std::nullopt;
        }
        run.step(*moment);
        recorder.look(run, moment->time);
    }
    record.summary = run.summary();
    record.slice = recorder.slice();
    record.levels = recorder.take();

    walk.restart();
    Patience second(options.goesOn, extent.moments, kHalf);
    AlarmReplayOptions alarms;
    alarms.acknowledgeAfter = options.acknowledgeAfter;
    alarms.stopped = [&second] { return second.isOver(); };
    record.alarmSummary = replayAlarms(
        accounts, walk, alarms,
        [&record](const alarm::Change &change) {
            if (concernsSomebody(change)) {
                record.alarms.push_back(change);
            }
        },
        [&record](const alarm::Notice &notice) {
            if (!notice.quiet) {
                record.notices.push_back(notice);
            }
        });
    return second.isOver() ? std::nullopt : std::optional(std::move(record));
}

} // namespace plimsoll::scenario
