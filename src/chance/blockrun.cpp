// SPDX-License-Identifier: GPL-3.0-or-later
#include "chance/blockrun.h"

namespace plimsoll::chance {

namespace {

double minutes(std::int64_t ms)
{
    return static_cast<double>(ms) / static_cast<double>(kMinuteMs);
}

} // namespace

BlockRun::BlockRun(const Book &book, const Dynamics &dynamics, const TimeGrid &grid, std::uint64_t seed,
                   std::vector<bool> looks)
    : m_grid(grid)
    , m_driver(dynamics.driver(grid, seed))
    , m_looks(std::move(looks))
    , m_block(book.assets.size())
    , m_pricedAlways(book.assets.size(), false)
{
    for (const BookAccount &account : book.accounts) {
        m_walks.push_back(account.simulated ? AccountWalk::make(account, m_driver->covariance()) : nullptr);
        for (const Exposure &exposure : account.exposures) {
            if (m_walks.back() && m_walks.back()->needsPrices() && exposure.asset) {
                m_pricedAlways[*exposure.asset] = true;
            }
        }
    }
}

bool BlockRun::run(std::uint64_t firstPath, const std::stop_token &stop, const Look &look)
{
    m_block.firstPath = firstPath;
    m_driver->begin(m_block);
    priceAssets(true);
    for (const auto &walk : m_walks) {
        if (walk) {
            walk->begin(m_block);
        }
    }
    for (std::size_t step = 0; step < m_grid.steps(); ++step) {
        if (stop.stop_requested()) {
            return false;
        }
        walkStep(step);
        if (m_looks[step]) {
            priceAssets(true);
            look(step);
        }
    }
    return true;
}

void BlockRun::walkStep(std::size_t step)
{
    if (step % 2 == 0) {
        m_driver->draw(m_block, step / 2);
    }
    m_driver->move(m_block, step);
    const double end = minutes(m_grid.end(step));
    walkTo(m_block.bridges[step % 2], {minutes(m_grid.begin(step)), end, m_grid.years(step)});
    if (m_driver->jump(m_block, step)) {
        walkTo(m_block.bridges[step % 2], {end, end, 0});
    }
}

void BlockRun::walkTo(const Lanes &bridge, const StepSpan &span)
{
    priceAssets(false);
    for (const auto &walk : m_walks) {
        if (walk) {
            walk->step(m_block, bridge, span);
        }
    }
}

void BlockRun::priceAssets(bool all)
{
    for (std::size_t i = 0; i < m_block.logs.size(); ++i) {
        if (all || m_pricedAlways[i]) {
            exponentials(m_block.logs[i], m_block.prices[i]);
        }
    }
}

} // namespace plimsoll::chance
