// SPDX-License-Identifier: GPL-3.0-or-later
#include "chance/blockhistory.h"

#include "chance/timegrid.h"

#include <algorithm>
#include <cmath>

namespace plimsoll::chance {

namespace {

// Whether steps of 5 minutes and of an hour divide it or are multiples of it.
bool fitsSteps(std::int64_t unit)
{
    return kShortStepMs % unit == 0
        || (unit % kShortStepMs == 0 && (kLongStepMs % unit == 0 || unit % kLongStepMs == 0));
}

// What is added to every return so that the mean of e^return is that of the drift.
double correction(const std::vector<double> &returns, double drift)
{
    double mean = 0;
    for (const double r : returns) {
        mean += std::exp(r) / static_cast<double>(returns.size());
    }
    return drift - std::log(mean);
}

} // namespace

BlockHistory::BlockHistory(const MarketModel &market)
    : m_interval(std::max<std::int64_t>(market.history.interval, 1))
{
    for (const auto &column : market.history.byAsset) {
        m_size = std::max(m_size, column.size());
    }
    m_unit = m_interval;
    while (!fitsSteps(m_unit)) {
        m_unit += m_interval;
    }
    const double quarter = static_cast<double>(m_size) * static_cast<double>(m_interval) / 4;
    m_blockLength = std::max(std::min(static_cast<double>(kDayMs), quarter), static_cast<double>(m_unit));
    const std::size_t behind = intervals(std::max(m_unit, kLongStepMs));
    for (std::size_t i = 0; i < market.assets.size(); ++i) {
        const auto &column = market.history.byAsset[i];
        std::vector<double> sums {0};
        const double added = column.empty()
            ? 0
            : correction(column, market.assets[i].drift * static_cast<double>(m_interval) / kYearMs);
        for (std::size_t t = 0; t < (column.empty() ? 0 : m_size + behind); ++t) {
            sums.push_back(sums.back() + column[t % m_size] + added);
        }
        m_sums.push_back(std::move(sums));
    }
}

} // namespace plimsoll::chance
