// SPDX-License-Identifier: GPL-3.0-or-later
#include "chance/dynamics.h"

#include "chance/bootstrapdriver.h"
#include "chance/gbmdriver.h"
#include "chance/jumpdriver.h"

namespace plimsoll::chance {

Result<Dynamics> Dynamics::make(const MarketModel &market, Method method)
{
    if (method != Method::Gbm && !hasJointHistory(market)) {
        std::string names;
        for (const AssetModel &asset : market.assets) {
            names += asset.hasHistory ? (names.empty() ? "" : ", ") + asset.asset : "";
        }
        return Error {ErrorCode::NotFound, names, "there are no two intervals in which all of them have candles"};
    }
    return Dynamics(market, method);
}

Dynamics::Dynamics(const MarketModel &market, Method method)
    : m_market(market)
    , m_method(method)
{
    if (method == Method::Jump) {
        m_jumps = estimateJumps(market);
    } else if (method == Method::Bootstrap) {
        m_blocks.emplace(market);
    }
}

std::unique_ptr<PriceDriver> Dynamics::driver(const TimeGrid &grid, std::uint64_t seed) const
{
    switch (m_method) {
    case Method::Bootstrap: return std::make_unique<BootstrapDriver>(m_market, *m_blocks, grid, seed);
    case Method::Jump: return std::make_unique<JumpDriver>(m_market, *m_jumps, grid, seed);
    case Method::Gbm: break;
    }
    return std::make_unique<GbmDriver>(m_market, grid, seed);
}

} // namespace plimsoll::chance
