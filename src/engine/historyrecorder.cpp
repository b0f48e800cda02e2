// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/historyrecorder.h"

#include "alarming/gapwatch.h"

#include <algorithm>

namespace plimsoll::monitor {

HistoryRecorder::HistoryRecorder(const Clock &clock, std::chrono::milliseconds period)
    : m_clock(clock)
    , m_buffer(period.count())
{
}

WallTime HistoryRecorder::sampleTime(BootTime bootTime) const
{
    return m_batchBoot == 0 ? m_clock.wallTime() - (m_clock.bootTime() - bootTime)
                            : m_batchWall + (bootTime - m_batchBoot);
}

void HistoryRecorder::beat()
{
    const BootTime now = m_clock.bootTime();
    if (m_beatAt != 0 && now - m_beatAt >= GapWatch::kJumpMs) {
        m_buffer.interrupt(sampleTime(now));
    }
    m_beatAt = now;
}

void HistoryRecorder::begin(const PriceBatch &batch)
{
    m_batchBoot = batch.asOf;
    m_batchWall = batch.wallTime;
}

void HistoryRecorder::note(const margin::Verdict &verdict, bool statusChanged)
{
    m_buffer.note(verdict, sampleTime(m_clock.bootTime()), statusChanged);
}

void HistoryRecorder::notePrice(const PriceSample &sample)
{
    m_buffer.notePrice(sample.symbol, sample.price, m_batchWall);
}

void HistoryRecorder::forget(const std::string &account)
{
    m_buffer.forget(account);
}

void HistoryRecorder::stopWatching()
{
    m_buffer.stopWatching();
}

bool HistoryRecorder::due() const
{
    return m_buffer.due(m_clock.bootTime());
}

// Of the oldest price that the account's level follows from; now where it needs none. What has no price does
// not count in a level that is known.
BootTime HistoryRecorder::oldestPrice(const margin::Account &account, const margin::QuoteBoard &quotes) const
{
    BootTime oldest = m_clock.bootTime();
    for (const margin::Balance &balance : account.balances) {
        const margin::Rate rate = quotes.rateOf(balance.asset, account.quoteAsset);
        const auto total = balance.total();
        const auto debt = balance.debt();
        const bool isNeeded = balance.asset != account.quoteAsset
            && (!total || !debt || !total->isZero() || !debt->isZero());
        if (isNeeded && rate.known()) {
            oldest = std::min(oldest, rate.asOf);
        }
    }
    return oldest;
}

HistoryBatchPtr HistoryRecorder::take(const margin::RiskBook &book)
{
    for (std::size_t i = 0; i < book.verdicts().size(); ++i) {
        const margin::Verdict &verdict = book.verdicts()[i];
        if (verdict.account && levelUnits(verdict)) {
            m_buffer.confirm(verdict.account->id, sampleTime(oldestPrice(*verdict.account, book.quotes())));
        }
    }
    return m_buffer.empty() ? nullptr : std::make_shared<const HistoryBatch>(m_buffer.take(m_clock.bootTime()));
}

} // namespace plimsoll::monitor
