// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/batchmaker.h"

#include <algorithm>
#include <unordered_map>

namespace plimsoll::feed {

using margin::PriceState;
using monitor::PriceBatch;
using monitor::PriceSample;

void BatchMaker::add(const std::vector<std::string> &asked, const std::vector<wire::TickerItem> &items,
                     BootTime bootTime, PriceState absent)
{
    std::unordered_map<std::string_view, const wire::TickerItem *> bySymbol;
    for (const wire::TickerItem &item : items) {
        bySymbol.emplace(item.symbol, &item);
    }
    for (const std::string &symbol : asked) {
        const auto item = bySymbol.find(symbol);
        Found found {{}, absent, bootTime};
        if (item != bySymbol.end()) {
            found.price = item->second->price;
            found.state = item->second->state;
        }
        if (found.state == PriceState::Known) {
            m_guard.onPrice(bootTime, symbol, found.price);
            m_doubts.note(symbol, found.price);
        }
        m_found[symbol] = found;
    }
}

PriceSample BatchMaker::sampleOf(const std::string &symbol, const Found &found, BootTime bootTime) const
{
    PriceSample sample {symbol, found.price, found.state, false};
    if (found.state == PriceState::Known) {
        sample.state = m_guard.stateOf(symbol, bootTime);
        sample.unconfirmed = m_doubts.isDoubtful(symbol);
    }
    return sample;
}

PriceBatch BatchMaker::take(BootTime bootTime, WallTime wallTime)
{
    PriceBatch batch {{}, bootTime, wallTime};
    for (const auto &[symbol, found] : m_found) {
        PriceSample sample = sampleOf(symbol, found, bootTime);
        const auto told = m_told.find(symbol);
        if (told == m_told.end() || told->second != sample) {
            m_told[symbol] = sample;
            batch.samples.push_back(std::move(sample));
            batch.asOf = std::min(batch.asOf, found.asOf);
        }
    }
    return batch;
}

std::vector<std::string> BatchMaker::priced() const
{
    std::vector<std::string> symbols;
    for (const auto &[symbol, found] : m_found) {
        if (found.state == PriceState::Known) {
            symbols.push_back(symbol);
        }
    }
    return symbols;
}

std::vector<std::string> BatchMaker::doubtful() const
{
    std::vector<std::string> symbols = priced();
    std::erase_if(symbols, [this](const std::string &symbol) { return !m_doubts.isDoubtful(symbol); });
    return symbols;
}

} // namespace plimsoll::feed
