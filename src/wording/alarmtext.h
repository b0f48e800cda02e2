// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alarm/notice.h"
#include "alarm/rule.h"
#include "margin/moment.h"
#include "wording/displayformat.h"

#include <QtCore/QString>

#include <vector>

namespace plimsoll::wording {

/// The words of alarms: what they are called, what a person's own alarm says, and how one stands. Pure; any thread.

/// "Margin call", "Prices out of date"; of a person's own alarm "Own alarm, level 1.30 or lower", where its rule is
/// known; "Falling fast" where the pace alone raised it.
QString conditionTitle(const alarm::Key &key, const alarm::Rule *rule, const DisplayFormat &format,
                       bool byPace = false);
QString conditionName(alarm::Condition condition); ///< without the details of one alarm: for filters

/// "Tell me when BCH/USDT isolated falls to a level of 1.30 or lower, like a margin call." `label` names the account;
/// "" = any account.
QString ruleSentence(const alarm::Rule &rule, const QString &label, const DisplayFormat &format);
QString ruleTitle(const alarm::Rule &rule, const DisplayFormat &format); ///< "level 1.30 or lower"
QString stageText(alarm::Stage stage); ///< "Margin call"

/// What is coming, in the same words everywhere: "Safe again at 1.25; watched for another 48 s", "Falling fast: at this
/// pace liquidation in 7 min". Empty where there is no more to say than what the alarm is called. `nowBoot` as in the
/// outlook.
QString outlookText(const alarm::Outlook &outlook, const QString &level, BootTime nowBoot, const DisplayFormat &format);

/// Of an alarm of a liquidation whose level has come back since: what was reached, and what to do about it.
QString liquidationReachedText(); ///< "It was at or below the liquidation ratio."
QString liquidationAdvice(); ///< "Look at your exchange: it may have been sold."

QString alarmStateText(alarm::State state); ///< "active", "acknowledged", ...
QString causeText(alarm::Cause cause); ///< why a state changed: "1 % worse than when it was acknowledged"
QString channelName(alarm::Channel channel); ///< "Notification of the desktop"

/// nullptr where no rule has this id.
const alarm::Rule *ruleOf(const std::vector<alarm::Rule> &rules, const std::string &id);

/// A level of an alarm as a person reads it; where the bars are known, with as many digits as tell on which side of
/// them it is.
QString alarmLevelText(const DisplayFormat &format, margin::Decimal level, const margin::Thresholds *bars);

} // namespace plimsoll::wording
