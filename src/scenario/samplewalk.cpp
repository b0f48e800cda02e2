// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/samplewalk.h"

#include <algorithm>
#include <utility>

namespace plimsoll::scenario {

namespace {

constexpr std::int64_t kShortestStaleMs = 30'000;

void keepEarlier(std::optional<WallTime> &earliest, std::optional<WallTime> time)
{
    if (time && (!earliest || *time < *earliest)) {
        earliest = time;
    }
}

margin::Decimal priceAt(const Bar &bar, int quarter)
{
    const bool rises = bar.close >= bar.open;
    switch (quarter) {
    case 0: return bar.open;
    case 1: return rises ? bar.low : bar.high;
    case 2: return rises ? bar.high : bar.low;
    default: return bar.close;
    }
}

} // namespace

SampleWalk::SampleWalk(std::vector<BarSeries> series, std::optional<WalkSpan> span)
    : m_series(std::move(series))
    , m_span(span)
    , m_cursors(m_series.size())
{
}

void SampleWalk::restart()
{
    std::ranges::fill(m_cursors, Cursor {});
    m_begun = false;
}

std::int64_t SampleWalk::pace() const
{
    const auto paceOf = [](const BarSeries &series) { return series.interval / series.samples; };
    const auto shortest = std::ranges::min_element(m_series, {}, paceOf);
    return paceOf(shortest == m_series.end() ? BarSeries {} : *shortest);
}

std::int64_t SampleWalk::lengthOf(std::size_t series, std::size_t bar) const
{
    const BarSeries &bars = m_series[series];
    const std::int64_t length = bars.bars[bar].length > 0 ? bars.bars[bar].length : bars.interval;
    if (bar + 1 == bars.bars.size()) {
        return length;
    }
    const std::int64_t distance = bars.bars[bar + 1].openTime - bars.bars[bar].openTime;
    return length * (bars.samples - 1) / bars.samples < distance ? length : distance;
}

std::optional<WallTime> SampleWalk::timeOf(std::size_t series) const
{
    const Cursor &cursor = m_cursors[series];
    const BarSeries &bars = m_series[series];
    if (cursor.bar >= bars.bars.size()) {
        return std::nullopt;
    }
    return bars.bars[cursor.bar].openTime + lengthOf(series, cursor.bar) * cursor.quarter / bars.samples;
}

std::optional<WallTime> SampleWalk::nextSample() const
{
    std::optional<WallTime> earliest;
    for (std::size_t i = 0; i < m_series.size(); ++i) {
        keepEarlier(earliest, timeOf(i));
    }
    return earliest;
}

std::optional<WallTime> SampleWalk::nextStale() const
{
    std::optional<WallTime> earliest;
    for (const Cursor &cursor : m_cursors) {
        keepEarlier(earliest, cursor.staleAt);
    }
    return earliest;
}

std::optional<SampleStep> SampleWalk::next()
{
    const auto sample = nextSample();
    if (m_span && !std::exchange(m_begun, true) && (!sample || *sample > m_span->from)) {
        return SampleStep {m_span->from, {}, {}};
    }
    const auto stale = nextStale();
    const bool goesOn = sample ? stale < sample : m_span && stale <= m_span->to;
    if (stale && goesOn) {
        return age(*stale);
    }
    return sample ? std::optional(take(*sample)) : std::nullopt;
}

// Prices that nothing followed in time.
SampleStep SampleWalk::age(WallTime time)
{
    SampleStep step {time, {}, {}};
    for (std::size_t i = 0; i < m_series.size(); ++i) {
        if (m_cursors[i].staleAt == time) {
            m_cursors[i].staleAt.reset();
            step.stale.push_back(m_series[i].symbol);
        }
    }
    return step;
}

SampleStep SampleWalk::take(WallTime time)
{
    SampleStep step {time, {}, {}};
    for (std::size_t i = 0; i < m_series.size(); ++i) {
        Cursor &cursor = m_cursors[i];
        if (timeOf(i) != time) {
            if (cursor.staleAt == time) {
                cursor.staleAt.reset();
                step.stale.push_back(m_series[i].symbol);
            }
            continue;
        }
        const std::int64_t period = lengthOf(i, cursor.bar) / m_series[i].samples;
        step.prices.push_back({m_series[i].symbol, priceAt(m_series[i].bars[cursor.bar], cursor.quarter)});
        cursor.staleAt = time + std::max(3 * period, kShortestStaleMs);
        if (++cursor.quarter == m_series[i].samples) {
            ++cursor.bar;
            cursor.quarter = 0;
        }
    }
    return step;
}

} // namespace plimsoll::scenario
