// SPDX-License-Identifier: GPL-3.0-or-later
// What Monitor lends to its alarms.
#include "monitor/monitor.h"

#include <algorithm>
#include <cstdlib>

namespace plimsoll::monitor {

void Monitor::decideAlarms(std::int64_t wallTime)
{
    m_alarms->desk().decide([this, wallTime] {
        NoticeContext context = noticeContext();
        context.nowWall = wallTime;
        return context;
    });
}

// More than 5 s off raises T6, less than half a second clears it.
void Monitor::onClock(std::int64_t leastErrorMs)
{
    constexpr std::int64_t kOffMs = 5000;
    constexpr std::int64_t kRightMs = 500;
    const std::int64_t error = std::abs(leastErrorMs);
    const alarm::Observation right = error < kRightMs ? alarm::Observation::Clear : alarm::Observation::Between;
    m_alarms->desk().report(alarm::Condition::Clock, {}, error > kOffMs ? alarm::Observation::True : right);
    decideAlarms(m_clock.wallMs());
}

// An account that owes and is close to its call, or was not judged yet: the source must not be long in coming back.
void Monitor::hurry()
{
    const alarm::Machine &machine = m_alarms->desk().machine();
    bool urgent = false;
    for (std::size_t i = 0; i < m_book.verdicts().size() && !urgent; ++i) {
        const auto &account = m_book.verdicts()[i].account;
        urgent = account && account->hasDebt() && !account->liquidatedAt
            && (machine.nearCall(account->id) || !machine.judged(account->id));
    }
    if (urgent != m_urgent) {
        m_urgent = urgent;
        m_source->setUrgent(urgent);
    }
}

// After a hole nothing was said yet: the observations start anew.
void Monitor::lookAtOwnTime(std::int64_t now)
{
    m_listening.missed(m_ownTime.look(now).missed);
    m_listening.tick(now);
    m_answering = m_answering && !m_listening.isHoled();
}

// Why an account is unknown may have changed although none of its prices moved.
void Monitor::explainAgain()
{
    if (!m_listening.takeChanged()) {
        return;
    }
    for (std::size_t i = 0; i < m_book.verdicts().size(); ++i) {
        const margin::Verdict &verdict = m_book.verdicts()[i];
        if (verdict.account && verdict.status == margin::Status::Unknown) {
            m_alarms->desk().judge(verdict, m_book.quotes(), feedFacts());
        }
    }
}

// A rule that holds already is raised when it is saved, not when its price moves next.
void Monitor::takeRules()
{
    wantSymbols();
    m_alarms->desk().judgeRules(m_book, feedFacts());
}

FeedFacts Monitor::feedFacts() const
{
    const std::int64_t newest = m_feed.status().lastAnswer;
    return {m_everAnswered && !m_listening.isHoled(), m_answering,
            m_listening.silentSince(std::max(newest, m_startedAt)), &m_listening};
}

NoticeContext Monitor::noticeContext()
{
    NoticeContext context(m_book, m_book.quotes().freeze());
    context.hideAmounts = m_alarms->desk().preferences().hideAmounts;
    context.nowBoot = m_clock.bootMs();
    context.nowWall = m_clock.wallMs();
    return context;
}

GapQuestion Monitor::openAccounts() const
{
    GapQuestion question;
    for (std::size_t i = 0; i < m_book.verdicts().size(); ++i) {
        const auto &account = m_book.verdicts()[i].account;
        if (account && account->hasDebt() && !account->liquidatedAt) {
            question.accounts.push_back(*account);
        }
    }
    question.symbols = m_book.quotes().neededSymbols();
    return question;
}

std::optional<margin::Decimal> Monitor::knownLevel(const std::string &account) const
{
    const std::size_t *slot = m_book.find(account);
    return slot == nullptr ? std::nullopt : levelOf(m_book.verdicts()[*slot]);
}

// Those of the routes in use, and those that a person's own alarms name.
std::vector<std::string> Monitor::neededSymbols()
{
    auto needed = m_book.quotes().neededSymbols();
    for (const alarm::Rule &rule : m_alarms->desk().machine().rules()) {
        if (rule.enabled && !rule.symbol.empty()) {
            m_book.quotes().internSymbol(rule.symbol);
            needed.push_back(rule.symbol);
        }
    }
    std::ranges::sort(needed);
    const auto repeated = std::ranges::unique(needed);
    needed.erase(repeated.begin(), repeated.end());
    return needed;
}

} // namespace plimsoll::monitor
