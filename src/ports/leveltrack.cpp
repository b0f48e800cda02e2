// SPDX-License-Identifier: GPL-3.0-or-later
#include "ports/leveltrack.h"

#include <algorithm>
#include <array>
#include <utility>

namespace plimsoll::monitor {

namespace {

constexpr std::int64_t kMinute = 60'000;
constexpr std::int64_t kHour = 60 * kMinute;
constexpr std::array<std::int64_t, 7> kWidths {1, 5'000, kMinute, 10 * kMinute, kHour, 6 * kHour, 24 * kHour};

// Of two samples of one moment the lower one counts, in either role: which came first is not stored.
bool isLower(const LevelSample &a, const LevelSample &b)
{
    return a.level != b.level ? a.level < b.level : a.time < b.time;
}

bool isHigher(const LevelSample &a, const LevelSample &b)
{
    return a.level != b.level ? a.level > b.level : a.time < b.time;
}

bool isLater(const LevelSample &a, const LevelSample &b)
{
    return a.time != b.time ? a.time > b.time : a.level < b.level;
}

} // namespace

void LevelBucket::fold(const LevelBucket &other)
{
    if (isLower(other.lowest, lowest)) {
        lowest = other.lowest;
    }
    if (isHigher(other.highest, highest)) {
        highest = other.highest;
    }
    if (isLater(other.last, last)) {
        last = other.last;
    }
}

std::int64_t LevelTrack::widthFor(std::int64_t span)
{
    const auto fits = [span](std::int64_t width) { return span / width <= kMostBuckets; };
    const auto found = std::ranges::find_if(kWidths, fits);
    return found == kWidths.end() ? kWidths.back() : *found;
}

LevelTrack::LevelTrack(std::int64_t width)
    : m_width(std::max<std::int64_t>(width, 1))
{
}

void LevelTrack::add(const LevelBucket &bucket)
{
    const auto [place, isNew] = m_buckets.try_emplace(floorTo(bucket.lowest.time, m_width), bucket);
    if (!isNew) {
        place->second.fold(bucket);
    }
}

void LevelTrack::add(const LevelSpan &span)
{
    const auto [place, isNew] = m_spans.try_emplace(span.begin, span);
    if (!isNew) {
        place->second.end = std::max(place->second.end, span.end);
    }
}

void LevelTrack::add(const LevelTrack &other)
{
    coarsen(std::max(m_width, other.m_width));
    for (const auto &[begin, bucket] : other.m_buckets) {
        add(bucket);
    }
    for (const auto &[begin, span] : other.m_spans) {
        add(span);
    }
}

void LevelTrack::coarsen(std::int64_t width)
{
    if (width <= m_width) {
        return;
    }
    m_width = width;
    const auto finer = std::exchange(m_buckets, {});
    for (const auto &[begin, bucket] : finer) {
        add(bucket);
    }
}

void LevelTrack::dropBefore(WallTime time)
{
    auto keep = m_buckets.lower_bound(floorTo(time, m_width));
    if (keep != m_buckets.begin()) {
        --keep; // the level that holds at `time`
    }
    m_buckets.erase(m_buckets.begin(), keep);
    std::erase_if(m_spans, [time](const auto &span) { return span.second.end < time; });
}

void LevelTrack::dropFrom(WallTime time)
{
    m_buckets.erase(m_buckets.lower_bound(floorTo(time, m_width)), m_buckets.end());
    m_spans.erase(m_spans.lower_bound(time), m_spans.end());
    for (auto &[begin, span] : m_spans) {
        span.end = std::min(span.end, time);
    }
}

WallTime LevelTrack::first() const
{
    return m_spans.empty() ? WallTime() : m_spans.begin()->first;
}

WallTime LevelTrack::last() const
{
    WallTime last;
    for (const auto &[begin, span] : m_spans) {
        last = std::max(last, span.end);
    }
    return last;
}

// Ascending, one per moment. A stretch's beginning counts as a sample: its bucket may have kept others.
std::vector<LevelSample> LevelTrack::samples() const
{
    std::vector<LevelSample> all;
    all.reserve(3 * m_buckets.size() + m_spans.size());
    for (const auto &[begin, bucket] : m_buckets) {
        all.push_back(bucket.lowest);
        all.push_back(bucket.highest);
        all.push_back(bucket.last);
    }
    for (const auto &[begin, span] : m_spans) {
        all.push_back({span.begin, span.level});
    }
    std::ranges::sort(all, [](const LevelSample &a, const LevelSample &b) {
        return isLater(b, a) || (a.time == b.time && a.level < b.level);
    });
    const auto repeated = std::ranges::unique(all, {}, &LevelSample::time);
    all.erase(repeated.begin(), repeated.end());
    return all;
}

std::vector<LevelSpan> LevelTrack::mergedSpans() const
{
    std::vector<LevelSpan> merged;
    for (const auto &[begin, span] : m_spans) {
        if (!merged.empty() && begin < merged.back().end) {
            merged.back().end = std::max(merged.back().end, span.end);
        } else {
            merged.push_back(span);
        }
    }
    return merged;
}

std::vector<std::vector<LevelSample>> LevelTrack::stretches(WallTime from, WallTime to) const
{
    std::vector<std::vector<LevelSample>> all;
    const std::vector<LevelSample> points = samples();
    for (const LevelSpan &span : mergedSpans()) {
        const WallTime begin = std::max(span.begin, from);
        const WallTime end = std::min(span.end, to);
        if (begin > end) {
            continue;
        }
        auto next = std::ranges::upper_bound(points, begin, {}, &LevelSample::time);
        std::vector<LevelSample> corners {{begin, std::prev(next)->level}}; // there is one: the stretch's own beginning
        for (; next != points.end() && next->time <= end; ++next) {
            if (next->level != corners.back().level) {
                corners.push_back({next->time, corners.back().level});
                corners.push_back(*next);
            }
        }
        if (corners.back().time < end) {
            corners.push_back({end, corners.back().level});
        }
        all.push_back(std::move(corners));
    }
    return all;
}

} // namespace plimsoll::monitor
