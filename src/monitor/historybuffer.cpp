// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/historybuffer.h"

#include "margin/leveltext.h"

namespace plimsoll::monitor {

std::optional<margin::Decimal> levelOf(const margin::Verdict &verdict)
{
    return verdict.hasLevel() ? std::optional(margin::printedLevel(verdict.assets.toInteger(), verdict.debt.toInteger())) : std::nullopt;
}

std::optional<std::int64_t> levelUnits(const margin::Verdict &verdict)
{
    constexpr margin::Int128 kUnit = 10'000'000'000; // mantissa of 10^-8
    const auto level = levelOf(verdict);
    if (!level || level->mantissa() / kUnit > INT64_MAX) {
        return std::nullopt;
    }
    return static_cast<std::int64_t>(level->mantissa() / kUnit);
}

void HistoryBuffer::note(const margin::Verdict &verdict, std::int64_t wallMs, bool statusChanged)
{
    const LevelRecord record {verdict.account->id, {wallMs, levelUnits(verdict), verdict.status}};
    if (statusChanged) {
        m_changes.push_back(record);
        return;
    }
    const auto [place, isNew] = m_lowest.try_emplace(record.account, record);
    const auto &kept = place->second.point.level;
    if (!isNew && (!kept || (record.point.level && *record.point.level <= *kept))) {
        place->second = record;
    }
}

void HistoryBuffer::notePrice(const std::string &symbol, margin::Decimal price, std::int64_t wallMs)
{
    m_prices.insert_or_assign(symbol, PriceRecord {symbol, wallMs, price});
}

bool HistoryBuffer::due(std::int64_t bootMs) const
{
    return !empty() && bootMs - m_lastWrite >= kPeriodMs;
}

HistoryBuffer::Batch HistoryBuffer::take(std::int64_t bootMs)
{
    Batch batch;
    batch.levels = std::move(m_changes);
    for (auto &[account, record] : m_lowest) {
        batch.levels.push_back(std::move(record));
    }
    for (auto &[symbol, record] : m_prices) {
        batch.prices.push_back(std::move(record));
    }
    m_changes.clear();
    m_lowest.clear();
    m_prices.clear();
    m_lastWrite = bootMs;
    return batch;
}

} // namespace plimsoll::monitor
