// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alarm/rule.h"
#include "margin/moment.h"
#include "margin/quotes.h"
#include "ports/alarmboard.h"

#include <string>
#include <vector>

namespace plimsoll::monitor {

/// The prices that a person's own alarms wait for: an alarm whose price does not come can never be raised, and says so.
/// State and time only; engine thread.
class RulePrices
{
public:
    static constexpr alarm::Ms kPatience = alarm::kMinute; ///< then it is told

    /// Looks at the prices of all enabled rules.
    void look(const std::vector<alarm::Rule> &rules, const margin::QuoteBoard &quotes, BootTime now);

    [[nodiscard]] const RulePriceMap &prices() const { return m_prices; }
    /// Symbols whose price was waited for too long.
    [[nodiscard]] std::vector<std::string> missing(BootTime now) const;
    /// Symbols that were missing() by an earlier look and are not any more, for whatever reason.
    [[nodiscard]] std::vector<std::string> takeFound(BootTime now);

private:
    RulePriceMap m_prices;
    std::vector<std::string> m_told; ///< sorted
};

} // namespace plimsoll::monitor
