// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alarm/rule.h"
#include "alarm/sample.h"
#include "alarming/listening.h"
#include "margin/moment.h"
#include "margin/riskbook.h"

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace plimsoll::monitor {

/// What the feed says about itself at a decision.
struct FeedFacts {
    bool answered = false; ///< a usable answer came since the start
    bool answering = false; ///< the newest attempt was answered, usable or not
    BootTime startedAt; ///< silence counts from here where nothing was received
    const Listening *listening = nullptr; ///< which symbols were only just asked for; nullptr: none
};

/// Turns a verdict into the sample that alarms are judged by. Engine thread; remembers how old the prices of each
/// account were.
class AlarmFacts
{
public:
    [[nodiscard]] alarm::Sample sampleOf(const margin::Verdict &verdict, const margin::QuoteBoard &quotes,
                                         const FeedFacts &feed, const std::vector<alarm::Rule> &rules, BootTime now);

    /// What price rules of no account are judged by.
    static alarm::Sample pricesOf(const margin::QuoteBoard &quotes, const std::vector<alarm::Rule> &rules,
                                  BootTime now);

    /// Whether an answer of the source brought this account newer prices since it was asked last. Moves the mark.
    bool pricesAreNew(const margin::Account &account, const margin::QuoteBoard &quotes);

    void forget(const std::string &account) { m_oldest.erase(account); }

    /// The inputs of a decision as JSON text: sums, bars, and each price with route and age. For explaining it later.
    static std::string inputsOf(const margin::Verdict &verdict, const margin::Rates &rates, BootTime now);

private:
    std::unordered_map<std::string, BootTime> m_oldest;
};

} // namespace plimsoll::monitor
