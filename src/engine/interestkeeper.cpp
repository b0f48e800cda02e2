// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/interestkeeper.h"

#include "margin/interest.h"

namespace plimsoll::monitor {

InterestKeeper::InterestKeeper(JournalPort &journal, ExchangeTime &time, PortfolioLoader &loader, QObject *parent)
    : QObject(parent)
    , m_journal(journal)
    , m_time(time)
    , m_loader(loader)
{
}

void InterestKeeper::look()
{
    if (m_asking || !m_loader.isLoaded()) {
        return;
    }
    // A clock that begins far ahead would book what nobody owes, and only a person could take it back.
    const auto until = m_time.now();
    if (!until) {
        return;
    }
    const std::int64_t hour = until->ms()
        / margin::kHourMs; // another one after the clock went back, too: it costs a question
    if (hour == m_hour) {
        return;
    }
    m_asking = true;
    m_loader.thenReload([&] { return m_journal.accrueInterest(*until); })
        .then(this, [this, hour](const Result<int> &booked) {
            m_asking = false;
            if (booked) {
                m_hour = hour;
            }
            Q_EMIT reported("interest", booked.hasValue());
        });
}

} // namespace plimsoll::monitor
