// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/recordedbars.h"

#include <algorithm>
#include <utility>

namespace plimsoll::scenario {

namespace {

constexpr std::int64_t kUsualMs = 5'000; // how often samples are written; where nothing else tells
constexpr std::int64_t kLongestMs = 60'000; // coarser than this is no sample

// The middle one of all distances: a program that was off some nights is a few long ones.
std::int64_t usualDistance(const std::vector<RecordedPrice> &prices)
{
    std::vector<std::int64_t> distances;
    for (std::size_t i = 1; i < prices.size(); ++i) {
        if (prices[i - 1].step == 1 && prices[i].step == 1) {
            distances.push_back(prices[i].time - prices[i - 1].time);
        }
    }
    if (distances.empty()) {
        return kUsualMs;
    }
    const auto middle = distances.begin() + static_cast<std::ptrdiff_t>(distances.size() / 2);
    std::ranges::nth_element(distances, middle);
    return std::clamp<std::int64_t>(*middle, 1, kLongestMs);
}

} // namespace

BarSeries recordedBars(std::string symbol, const std::vector<RecordedPrice> &prices)
{
    const std::int64_t usual = usualDistance(prices);
    BarSeries series {std::move(symbol), kLongestMs * 60, {}, 1};
    series.bars.reserve(prices.size());
    for (const RecordedPrice &recorded : prices) {
        const std::int64_t length = recorded.step > 1 ? recorded.step : usual;
        series.interval = std::min(series.interval, length);
        series.bars.push_back({recorded.time, recorded.price, recorded.price, recorded.price, recorded.price, length});
    }
    return series;
}

} // namespace plimsoll::scenario
