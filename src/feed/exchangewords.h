// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feed/freshnessguard.h"
#include "feed/httpfetcher.h"
#include "margin/moment.h"

#include <QtCore/QString>

#include <deque>
#include <string>
#include <vector>

namespace plimsoll::feed {

/// Asks an exchange what it says about its pairs, for the FreshnessGuard: GET /api/v3/ticker/24hr and
/// /api/v3/exchangeInfo. Both are optional: a form of the question that the source does not understand is given up for
/// a plainer one, and an endpoint that it does not have is left alone for an hour. Not thread-safe. `guard` outlives
/// it.
class ExchangeWords
{
public:
    struct Question {
        bool isTimes = true; ///< else statuses
        std::vector<std::string> symbols;
        QString path;
        QString query;
    };

    explicit ExchangeWords(FreshnessGuard &guard)
        : m_guard(guard)
    {
    }

    /// What is due about these symbols now; forgets what was left of the last round.
    void begin(const std::vector<std::string> &symbols, BootTime bootTime);

    [[nodiscard]] bool done() const { return m_questions.empty(); }

    /// Requires: !done().
    [[nodiscard]] const Question &question() const { return m_questions.front(); }

    /// The answer to question(), which was no request for a pause. Returns the newest time of a trade in it; 0 = none.
    WallTime answered(const HttpAnswer &answer, BootTime bootTime);

private:
    void ask(bool times, const std::vector<std::string> &symbols);
    WallTime onGood(const Question &question, const QByteArray &body, BootTime bootTime);
    void onFailed(const Question &question, BootTime bootTime);
    void onRefused(const Question &question, const HttpAnswer &answer, BootTime bootTime);
    WallTime takeTimes(const Question &question, std::vector<wire::TickerTime> times, BootTime bootTime);
    void takeStatuses(const Question &question, wire::ExchangeInfo info, BootTime bootTime);

    FreshnessGuard &m_guard;
    std::deque<Question> m_questions;
    std::vector<std::string> m_symbols; // of this round
    std::size_t m_timesForm = 0;
    std::size_t m_statusesForm = 0;
};

} // namespace plimsoll::feed
