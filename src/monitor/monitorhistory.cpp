// SPDX-License-Identifier: GPL-3.0-or-later
// What Monitor remembers, so that a chart can be drawn of it.
#include "monitor/gapwatch.h"
#include "monitor/monitor.h"

#include <algorithm>

namespace plimsoll::monitor {

namespace {

/// Boot ms of the oldest price that the account's level follows from; `now` where it needs none. What has no price does
/// not count in a level that is known.
std::int64_t oldestPrice(const margin::Account &account, const margin::QuoteBoard &quotes, std::int64_t now)
{
    std::int64_t oldest = now;
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

} // namespace

// In the time of the samples, which is that of a story or of a candle file where those are played.
std::int64_t Monitor::sampleTime(std::int64_t bootMs) const
{
    return m_batchBoot == 0 ? m_clock.wallMs() - (m_clock.bootMs() - bootMs) : m_batchWall + (bootMs - m_batchBoot);
}

// A suspended computer, a stopped process: whichever of tick and batch comes first afterwards finds out.
void Monitor::noticeInterruption()
{
    const std::int64_t now = m_clock.bootMs();
    if (m_beatAt != 0 && now - m_beatAt >= GapWatch::kJumpMs) {
        m_history.interrupt(sampleTime(now));
    }
    m_beatAt = now;
}

void Monitor::confirmLevels()
{
    const auto &verdicts = m_book.verdicts();
    for (std::size_t i = 0; i < verdicts.size(); ++i) {
        const auto &account = verdicts[i].account;
        if (account && levelUnits(verdicts[i])) {
            m_history.confirm(account->id, sampleTime(oldestPrice(*account, m_book.quotes(), m_clock.bootMs())));
        }
    }
}

void Monitor::keepHistory()
{
    if (!m_options.keepHistory) {
        return;
    }
    confirmLevels();
    if (m_history.empty()) {
        return;
    }
    auto batch = std::make_shared<const HistoryBatch>(m_history.take(m_clock.bootMs()));
    Q_EMIT historyTaken(batch);
    m_stores.appendHistory(*batch)
        .then([](const Result<Done> &written) {
            if (!written) { // said here too: at the end no alarm can be raised any more
                qWarning("the history could not be written: %s", written.error().message().c_str());
            }
            return written;
        })
        .then(this, [this](const Result<Done> &written) { m_alarms->ledgerReported("history", written); });
}

} // namespace plimsoll::monitor
