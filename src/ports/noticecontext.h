// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alarm/rule.h"
#include "margin/moment.h"
#include "margin/riskbook.h"
#include "ports/alarmboard.h"
#include "ports/notifier.h"

#include <memory>
#include <string>
#include <vector>

namespace plimsoll::monitor {

/// What the words of a notice are made from: the accounts and rates of one decision.
class NoticeContext
{
public:
    NoticeContext() = default;
    NoticeContext(const margin::RiskBook &book, std::shared_ptr<const margin::Rates> rates)
        : m_book(&book)
        , m_rates(std::move(rates))
    {
    }

    /// nullptr where there is no such account.
    [[nodiscard]] const margin::Verdict *verdict(const std::string &id) const
    {
        const std::size_t *slot = m_book == nullptr ? nullptr : m_book->find(id);
        return slot == nullptr ? nullptr : &m_book->verdicts()[*slot];
    }

    [[nodiscard]] const margin::Account *account(const std::string &id) const
    {
        const margin::Verdict *found = verdict(id);
        return found == nullptr ? nullptr : found->account.get();
    }

    [[nodiscard]] const std::shared_ptr<const margin::Rates> &rates() const { return m_rates; }

    const std::vector<alarm::Rule> *rules = nullptr; ///< a person's own alarms; outlives the call
    std::shared_ptr<const GapReport> newestGap; ///< nullptr: none
    std::shared_ptr<const GapReport> missedGap; ///< the newest that held a margin call or worse
    bool hideAmounts = false;
    BootTime nowBoot;
    WallTime nowWall;

private:
    const margin::RiskBook *m_book = nullptr;
    std::shared_ptr<const margin::Rates> m_rates;
};

} // namespace plimsoll::monitor
