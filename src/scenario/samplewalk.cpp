// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/samplewalk.h"

#include <algorithm>

namespace plimsoll::scenario {

namespace {

constexpr int kSamplesPerBar = 4;

margin::Decimal priceAt(const Bar &bar, int quarter)
{
    const bool rises = bar.close >= bar.open;
    switch (quarter) {
    case 0:
        return bar.open;
    case 1:
        return rises ? bar.low : bar.high;
    case 2:
        return rises ? bar.high : bar.low;
    default:
        return bar.close;
    }
}

} // namespace

SampleWalk::SampleWalk(std::vector<BarSeries> series)
    : m_series(std::move(series))
    , m_cursors(m_series.size())
{
}

void SampleWalk::restart()
{
    std::ranges::fill(m_cursors, Cursor {});
}

std::int64_t SampleWalk::pace() const
{
    const auto shortest = std::ranges::min_element(m_series, {}, &BarSeries::interval);
    return (shortest == m_series.end() ? BarSeries {}.interval : shortest->interval) / kSamplesPerBar;
}

std::optional<std::int64_t> SampleWalk::timeOf(std::size_t series) const
{
    const Cursor &cursor = m_cursors[series];
    const BarSeries &bars = m_series[series];
    if (cursor.bar >= bars.bars.size()) {
        return std::nullopt;
    }
    return bars.bars[cursor.bar].openTime + bars.interval * cursor.quarter / kSamplesPerBar;
}

std::optional<SampleStep> SampleWalk::next()
{
    std::optional<std::int64_t> earliest;
    for (std::size_t i = 0; i < m_series.size(); ++i) {
        if (const auto time = timeOf(i); time && (!earliest || *time < *earliest)) {
            earliest = time;
        }
    }
    if (!earliest) {
        return std::nullopt;
    }
    SampleStep step {*earliest, {}};
    for (std::size_t i = 0; i < m_series.size(); ++i) {
        if (timeOf(i) != earliest) {
            continue;
        }
        Cursor &cursor = m_cursors[i];
        step.prices.push_back({m_series[i].symbol, priceAt(m_series[i].bars[cursor.bar], cursor.quarter)});
        if (++cursor.quarter == kSamplesPerBar) {
            cursor = {cursor.bar + 1, 0};
        }
    }
    return step;
}

} // namespace plimsoll::scenario
