// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/moment.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <vector>

namespace plimsoll::monitor {

/// A level at one moment, in units of 10^-8 (rounded down).
struct LevelSample {
    WallTime time;
    std::int64_t level = 0;

    bool operator==(const LevelSample &) const = default;
};

/// A stretch of time in which the level was known and somebody watched, with the level at its beginning. It reaches as
/// far as prices confirmed it. What no stretch covers was not known: a chart draws nothing there.
struct LevelSpan {
    WallTime begin;
    WallTime end;
    std::int64_t level = 0;

    bool operator==(const LevelSpan &) const = default;
};

/// What is kept of the samples of one bucket of time.
struct LevelBucket {
    LevelSample lowest;
    LevelSample highest;
    LevelSample last;

    void fold(const LevelBucket &other); ///< Requires: of the same bucket

    bool operator==(const LevelBucket &) const = default;
};

/// One account's level over time as a picture needs it: the stretches in which it was known, to the millisecond, and
/// the lowest, the highest and the last sample of each bucket of `width` ms. Folding finer buckets into coarser ones
/// gives what folding the samples themselves gives, so a track grown in memory and one read from thinned rows are the
/// same. Pure; any thread.
class LevelTrack
{
public:
    static constexpr std::int64_t kMostBuckets = 2000; ///< more than a chart has pixels

    /// The finest width that covers `span` ms with at most kMostBuckets: 1 ms, then 5 s to 1 d, each a multiple of the
    /// one before.
    static std::int64_t widthFor(std::int64_t span);

    explicit LevelTrack(std::int64_t width = 1);

    void add(const LevelSample &sample) { add(LevelBucket {sample, sample, sample}); }
    void add(const LevelBucket &bucket); ///< of this width or a finer one that divides it
    void add(const LevelSpan &span); ///< grows the one with the same beginning
    void add(const LevelTrack &other); ///< takes the coarser of the two widths

    void coarsen(std::int64_t width); ///< Requires: a multiple of the present one
    void dropBefore(WallTime time); ///< keeps the bucket of `time` and the last one before it
    void dropFrom(WallTime time); ///< forgets `time` and what came later

    [[nodiscard]] std::int64_t width() const { return m_width; }
    [[nodiscard]] bool isEmpty() const { return m_spans.empty(); }
    [[nodiscard]] WallTime first() const; ///< beginning of the first stretch; 0 where there is none
    [[nodiscard]] WallTime last() const; ///< end of the latest stretch; 0 where there is none

    /// The picture of [from, to]: per stretch the corners of its steps, ascending; a level holds until the next sample.
    /// No line crosses a moment at which the level was not known. A stretch of one moment is a single corner.
    [[nodiscard]] std::vector<std::vector<LevelSample>> stretches(WallTime from, WallTime to) const;

private:
    [[nodiscard]] std::vector<LevelSample> samples() const;
    [[nodiscard]] std::vector<LevelSpan> mergedSpans() const;

    std::int64_t m_width;
    std::map<WallTime, LevelBucket> m_buckets; ///< by the first ms of the bucket
    std::map<WallTime, LevelSpan> m_spans; ///< by beginning; they overlap where the clock was set back
};

} // namespace plimsoll::monitor
