// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/historybuffer.h"

namespace plimsoll::monitor {

std::optional<std::int64_t> levelUnits(const margin::Verdict &verdict)
{
    constexpr margin::Int128 kUnit = 10'000'000'000; // mantissa of 10^-8
    const auto level = verdict.printedLevel();
    if (!level || level->mantissa() / kUnit > INT64_MAX) {
        return std::nullopt;
    }
    return static_cast<std::int64_t>(level->mantissa() / kUnit);
}

void HistoryBuffer::note(const margin::Verdict &verdict, WallTime wallTime, bool statusChanged)
{
    const LevelRecord record {verdict.account->id, {wallTime, levelUnits(verdict), verdict.status}};
    follow(record);
    if (statusChanged) {
        m_changes.push_back(record);
        return;
    }
    const auto [place, isNew] = m_periods.try_emplace(record.account, Period {record, record, record});
    Period &period = place->second;
    const auto &kept = period.lowest.point.level;
    if (!isNew && (!kept || (record.point.level && *record.point.level < *kept))) {
        period.lowest = record;
    }
    const auto &highest = period.highest.point.level;
    if (!isNew && (!highest || (record.point.level && *record.point.level > *highest))) {
        period.highest = record;
    }
    period.last = record;
}

void HistoryBuffer::notePrice(const std::string &symbol, margin::Decimal price, WallTime wallTime)
{
    m_prices.insert_or_assign(symbol, PriceRecord {symbol, wallTime, price});
}

void HistoryBuffer::follow(const LevelRecord &record)
{
    Watch &watch = m_watched[record.account];
    watch.level = record.point.level;
    if (!watch.level) {
        watch.span.reset();
        return;
    }
    const WallTime time = record.point.time;
    if (!watch.span || time < watch.span->end) { // the clock was set back: what it says now is a stretch of its own
        watch.span = LevelSpan {time, time, *watch.level};
    }
    watch.span->end = time;
    grow(record.account, *watch.span);
}

void HistoryBuffer::confirm(const std::string &account, WallTime wallTime)
{
    const auto found = m_watched.find(account);
    if (found == m_watched.end() || !found->second.level) {
        return;
    }
    Watch &watch = found->second;
    if (!watch.span && wallTime >= m_interruptedAt) {
        watch.span = LevelSpan {wallTime, wallTime, *watch.level};
    } else if (!watch.span || wallTime <= watch.span->end) {
        return;
    }
    watch.span->end = wallTime;
    grow(account, *watch.span);
}

void HistoryBuffer::interrupt(WallTime wallTime)
{
    m_interruptedAt = wallTime;
    for (auto &[account, watch] : m_watched) {
        watch.span.reset();
    }
}

void HistoryBuffer::forget(const std::string &account)
{
    m_watched.erase(account);
}

void HistoryBuffer::grow(const std::string &account, const LevelSpan &span)
{
    m_spans.insert_or_assign({account, span.begin}, span);
}

HistoryBatch HistoryBuffer::take(BootTime bootTime)
{
    HistoryBatch batch;
    batch.levels = std::exchange(m_changes, {});
    for (auto &[account, period] : std::exchange(m_periods, {})) {
        if (period.highest.point.time != period.lowest.point.time
            && period.highest.point.time != period.last.point.time) {
            batch.levels.push_back(period.highest);
        }
        if (period.last.point.time != period.lowest.point.time) {
            batch.levels.push_back(period.last);
        }
        batch.levels.push_back(std::move(period.lowest));
    }
    for (auto &[symbol, record] : std::exchange(m_prices, {})) {
        batch.prices.push_back(std::move(record));
    }
    for (const auto &[key, span] : std::exchange(m_spans, {})) {
        batch.spans.push_back({key.first, span});
    }
    m_lastWrite = bootTime;
    return batch;
}

} // namespace plimsoll::monitor
