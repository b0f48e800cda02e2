// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alarm/rule.h"
#include "alarm/sample.h"
#include "margin/moment.h"
#include "margin/quotes.h"
#include "margin/riskbook.h"
#include "ports/stores.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace plimsoll::viewmodels {

/// The recorded levels of one account.
struct RuleHistory {
    std::string account;
    margin::Thresholds thresholds; ///< of today
    std::vector<monitor::LevelPoint> points; ///< oldest first
};

/// When a rule would have been raised.
struct RulePreview {
    std::vector<WallTime> raisedAt; ///< oldest first
    WallTime since; ///< of the oldest level looked at; 0 = there was none
};

/// Whether recorded levels say anything about a rule of this kind: prices and interest are not recorded with them.
bool canPreview(alarm::Rule::Kind kind);

/// Feeds the levels to an alarm machine that knows only this rule, as the live monitor does: each holds until the next
/// one (the last until `now`), and the rule is judged once a second. Nobody acknowledges. Pure; any thread. Requires:
/// validated(rule), canPreview(rule.kind).
RulePreview previewOf(alarm::Rule rule, const std::vector<RuleHistory> &histories, WallTime now);

/// Whether the rule is met by what is known now; nothing where that cannot be said. Pure.
std::optional<bool> isMetNow(const alarm::Rule &rule, const margin::Verdict &verdict, const margin::Rates &rates);

/// The symbol of an asset in an account's quote asset, as price rules name it.
std::string symbolOf(const margin::Balance &balance, const margin::Account &account);

} // namespace plimsoll::viewmodels
