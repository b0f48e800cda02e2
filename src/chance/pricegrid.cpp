// SPDX-License-Identifier: GPL-3.0-or-later
#include "chance/pricegrid.h"

#include "margin/quotes.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

namespace plimsoll::chance {

namespace {

using margin::PriceState;
using margin::RateId;
using margin::SymbolId;

// One series that is needed, and how far it was read.
struct Reader {
    const wire::CandleSeries *series;
    SymbolId symbol;
    std::size_t next = 0;
};

WallTime closeTime(const wire::CandleSeries &series, const wire::Candle &candle)
{
    return candle.openTime + (candle.length > 0 ? candle.length : series.interval);
}

class GridMaker
{
public:
    GridMaker(const std::vector<wire::CandleSeries> &candles, const std::vector<std::string> &assets,
              const std::string &unit)
        : m_assets(assets)
        , m_unit(unit)
    {
        for (const std::string &asset : assets) {
            m_rates.push_back(m_board.internRate(asset, unit));
        }
        // Every symbol is listed from the beginning, or an asset would change its route where one begins.
        for (const wire::CandleSeries &series : candles) {
            const SymbolId *symbol = m_board.findSymbol(series.symbol);
            if (symbol != nullptr && !series.candles.empty()) {
                m_board.setPrice(*symbol, series.candles.front().close, 0);
            }
        }
        m_board.evaluate();
        const auto needed = m_board.neededSymbols();
        const std::set<std::string> inUse(needed.begin(), needed.end());
        for (const wire::CandleSeries &series : candles) {
            if (inUse.contains(series.symbol) && !series.candles.empty()) {
                m_readers.push_back({&series, *m_board.findSymbol(series.symbol)});
            }
        }
    }

    PriceGrid run()
    {
        PriceGrid grid;
        grid.logs.resize(m_assets.size());
        const auto coarsest = std::ranges::max_element(m_readers, {},
                                                       [](const Reader &r) { return r.series->interval; });
        if (coarsest == m_readers.end()) {
            return grid;
        }
        grid.interval = coarsest->series->interval;
        grid.times = times(grid.interval, closeTime(*coarsest->series, coarsest->series->candles.front()));
        for (const WallTime time : grid.times) {
            setPrices(time);
            for (std::size_t i = 0; i < m_rates.size(); ++i) {
                grid.logs[i].push_back(logPrice(i));
            }
        }
        return grid;
    }

private:
    [[nodiscard]] std::vector<WallTime> times(std::int64_t interval, WallTime phase) const
    {
        std::vector<WallTime> all;
        for (const Reader &reader : m_readers) {
            for (const wire::Candle &candle : reader.series->candles) {
                const WallTime time = closeTime(*reader.series, candle);
                if ((time - phase) % interval == 0) {
                    all.push_back(time);
                }
            }
        }
        std::ranges::sort(all);
        all.erase(std::unique(all.begin(), all.end()), all.end());
        return all;
    }

    // Closes at exactly this time; who has none is without a price.
    void setPrices(WallTime time)
    {
        for (Reader &reader : m_readers) {
            const auto &candles = reader.series->candles;
            while (reader.next < candles.size() && closeTime(*reader.series, candles[reader.next]) < time) {
                ++reader.next;
            }
            if (reader.next < candles.size() && closeTime(*reader.series, candles[reader.next]) == time) {
                m_board.setPrice(reader.symbol, candles[reader.next].close, 0); // nothing here asks for its age
            } else {
                m_board.setUnusable(reader.symbol, PriceState::Missing);
            }
        }
        m_board.evaluate();
    }

    // A rate below the last digit of a decimal is no price either.
    [[nodiscard]] double logPrice(std::size_t asset) const
    {
        if (m_assets[asset] == m_unit) {
            return 0;
        }
        const margin::Rate &rate = m_board.rate(m_rates[asset]);
        return rate.known() && rate.down.isPositive() ? std::log(rate.down.toDoubleForPlot())
                                                      : std::numeric_limits<double>::quiet_NaN();
    }

    const std::vector<std::string> &m_assets;
    const std::string &m_unit;
    margin::QuoteBoard m_board;
    std::vector<RateId> m_rates;
    std::vector<Reader> m_readers;
};

} // namespace

PriceGrid makePriceGrid(const std::vector<wire::CandleSeries> &candles, const std::vector<std::string> &assets,
                        const std::string &unit)
{
    return GridMaker(candles, assets, unit).run();
}

} // namespace plimsoll::chance
