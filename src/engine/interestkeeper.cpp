// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/interestkeeper.h"

#include "margin/interest.h"

#include <algorithm>

namespace plimsoll::monitor {

InterestKeeper::InterestKeeper(JournalPort &journal, const Clock &clock, PortfolioLoader &loader, QObject *parent)
    : QObject(parent)
    , m_journal(journal)
    , m_clock(clock)
    , m_loader(loader)
{
}

void InterestKeeper::look()
{
    if (m_asking || !m_loader.isLoaded() || !knowsTheTime()) {
        return;
    }
    const WallTime until = m_clock.wallTime() - m_aheadMs.value_or(0);
    const std::int64_t hour = until.ms()
        / margin::kHourMs; // another one after the clock went back, too: it costs a question
    if (hour == m_hour) {
        return;
    }
    m_asking = true;
    m_loader.thenReload([&] { return m_journal.accrueInterest(until); })
        .then(this, [this, hour](const Result<int> &booked) {
            m_asking = false;
            if (booked) {
                m_hour = hour;
            }
            Q_EMIT reported("interest", booked.hasValue());
        });
}

void InterestKeeper::compareClock(std::int64_t leastErrorMs)
{
    m_aheadMs = std::max<std::int64_t>(leastErrorMs, 0);
}

// A clock that begins far ahead would book what nobody owes, and only a person could take it back.
bool InterestKeeper::knowsTheTime()
{
    if (!m_firstLook) {
        m_firstLook = m_clock.bootTime();
    }
    return m_aheadMs || m_clock.bootTime() - *m_firstLook >= kClockWaitMs;
}

} // namespace plimsoll::monitor
