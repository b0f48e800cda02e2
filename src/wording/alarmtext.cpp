// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/alarmtext.h"

#include "margin/leveltext.h"
#include "wording/accounttext.h"
#include "wording/translated.h"

#include <algorithm>

namespace plimsoll::wording {

using alarm::Condition;
using alarm::Rule;

namespace {

QString threadTitle(const std::string &thread)
{
    return thread == "screen" ? tr("The window does not respond") : tr("The calculation stands still");
}

QString trigger(const Rule &rule, const QString &label, const DisplayFormat &format)
{
    const QString symbol = plainName(rule.symbol, 40);
    const QString who = label.isEmpty() ? tr("any account") : label;
    switch (rule.kind) {
    case Rule::Kind::Level:
        return tr("Tell me when %1 falls to a level of %2 or lower").arg(who, ratioText(format, rule.value));
    case Rule::Kind::Distance:
        return tr("Tell me when %1 has %2 or less left until its margin call").arg(who, format.percent(rule.value));
    case Rule::Kind::PriceBelow:
        return tr("Tell me when the price of %1 falls to %2 or lower").arg(symbol, format.full(rule.value, 2));
    case Rule::Kind::PriceAbove:
        return tr("Tell me when the price of %1 rises to %2 or higher").arg(symbol, format.full(rule.value, 2));
    case Rule::Kind::InterestHours: break;
    }
    return tr("Tell me when interest alone would bring %1 to its margin call within %2 hours")
        .arg(who, format.full(rule.value));
}

} // namespace

QString conditionName(Condition condition)
{
    switch (condition) {
    case Condition::Watch: return tr("Early warning");
    case Condition::Call: return tr("Margin call");
    case Condition::Critical: return tr("Close to liquidation");
    case Condition::Liquidation: return tr("Liquidation");
    case Condition::Custom: return tr("Own alarm");
    case Condition::Stale: return tr("Prices out of date");
    case Condition::Frozen: return tr("Prices stand still");
    case Condition::Incomplete: return tr("A price is missing");
    case Condition::NotDelivered: return tr("An alarm was not delivered");
    case Condition::ThreadDead: return tr("The program stands still");
    case Condition::Clock: return tr("The clock of this computer is off");
    case Condition::Gap: return tr("Nothing was watched");
    case Condition::Ledger: break;
    }
    return tr("Something could not be recorded");
}

QString conditionTitle(const alarm::Key &key, const Rule *rule, const DisplayFormat &format, bool byPace)
{
    switch (key.condition) {
    case Condition::Critical:
        if (byPace) {
            return tr("Falling fast");
        }
        break;
    case Condition::Custom:
        return rule != nullptr ? tr("Own alarm, %1").arg(ruleTitle(*rule, format)) : conditionName(key.condition);
    case Condition::NotDelivered:
        if (const auto channel = alarm::channelFromWord(key.detail)) {
            return tr("Not delivered: %1").arg(channelName(*channel));
        }
        break;
    case Condition::ThreadDead: return threadTitle(key.detail);
    case Condition::Incomplete:
        if (key.account.empty() && !key.detail.empty()) {
            return tr("No price of %1").arg(plainName(key.detail, 40));
        }
        break;
    default: break;
    }
    return conditionName(key.condition);
}

QString ruleTitle(const Rule &rule, const DisplayFormat &format)
{
    switch (rule.kind) {
    case Rule::Kind::Level: return tr("level %1 or lower").arg(ratioText(format, rule.value));
    case Rule::Kind::Distance: return tr("%1 or less until the margin call").arg(format.percent(rule.value));
    case Rule::Kind::PriceBelow:
        return tr("%1 at %2 or lower").arg(plainName(rule.symbol, 40), format.full(rule.value, 2));
    case Rule::Kind::PriceAbove:
        return tr("%1 at %2 or higher").arg(plainName(rule.symbol, 40), format.full(rule.value, 2));
    case Rule::Kind::InterestHours: break;
    }
    return tr("margin call by interest within %1 hours").arg(format.full(rule.value));
}

QString ruleSentence(const Rule &rule, const QString &label, const DisplayFormat &format)
{
    const QString what = trigger(rule, label, format);
    switch (rule.stage) {
    case alarm::Stage::Notice: return tr("%1, quietly, like an early warning.").arg(what);
    case alarm::Stage::Call: return tr("%1, like a margin call.").arg(what);
    case alarm::Stage::Critical: break;
    }
    return tr("%1, as loudly as close to liquidation.").arg(what);
}

QString stageText(alarm::Stage stage)
{
    switch (stage) {
    case alarm::Stage::Notice: return conditionName(Condition::Watch);
    case alarm::Stage::Call: return conditionName(Condition::Call);
    case alarm::Stage::Critical: break;
    }
    return conditionName(Condition::Critical);
}

QString outlookText(const alarm::Outlook &outlook, const QString &level, BootTime nowBoot, const DisplayFormat &format)
{
    if (outlook.clearsAt) {
        const QString left = format.age(std::max<alarm::Ms>(*outlook.clearsAt - nowBoot, 0));
        return tr("Safe again at %1; watched for another %2").arg(level, left);
    }
    if (outlook.liquidationAt) {
        const QString left = format.age(std::max<alarm::Ms>(*outlook.liquidationAt - nowBoot, 0));
        return tr("Falling fast: at this pace liquidation in %1").arg(left);
    }
    return {};
}

QString liquidationReachedText()
{
    return tr("It was at or below the liquidation ratio.");
}

QString liquidationAdvice()
{
    return tr("Look at your exchange: it may have been sold.");
}

QString alarmStateText(alarm::State state)
{
    switch (state) {
    case alarm::State::Disarmed: return tr("nothing is owed");
    case alarm::State::Unknown: return tr("cannot be judged");
    case alarm::State::Normal: return tr("normal");
    case alarm::State::Pending: return tr("about to be raised");
    case alarm::State::ActiveUnacknowledged: return tr("active");
    case alarm::State::ActiveAcknowledged: return tr("acknowledged");
    case alarm::State::Snoozed: return tr("snoozed");
    case alarm::State::ClearedUnacknowledged: break;
    }
    return tr("came and went");
}

QString causeText(alarm::Cause cause)
{
    switch (cause) {
    case alarm::Cause::Raised: return tr("raised");
    case alarm::Cause::Cleared: return tr("cleared");
    case alarm::Cause::Judged: return tr("judged anew");
    case alarm::Cause::AckExpired: return tr("the acknowledgement ended");
    case alarm::Cause::SnoozeOver: return tr("the snooze is over");
    case alarm::Cause::Worsened: return tr("worse than when it was acknowledged");
    case alarm::Cause::WorseBar: return tr("a worse bar of the account was reached");
    case alarm::Cause::Acknowledged: return tr("acknowledged");
    case alarm::Cause::SnoozedByPerson: return tr("snoozed");
    case alarm::Cause::Handled: return tr("said to be dealt with");
    case alarm::Cause::Undone: return tr("the acknowledgement was taken back");
    case alarm::Cause::Ended: return tr("nothing to watch any more");
    case alarm::Cause::Restored: break;
    }
    return tr("found active at the start");
}

QString channelName(alarm::Channel channel)
{
    switch (channel) {
    case alarm::Channel::Desktop: return tr("Notification of the desktop");
    case alarm::Channel::Sound: return tr("Sound");
    case alarm::Channel::Screen: return tr("Window of Plimsoll");
    case alarm::Channel::Attention: return tr("Window asks for attention");
    case alarm::Channel::MiniWindow: return tr("Mini window");
    case alarm::Channel::Command: return tr("Own program");
    case alarm::Channel::Webhook: break;
    }
    return tr("Message to a phone");
}

const Rule *ruleOf(const std::vector<Rule> &rules, const std::string &id)
{
    const auto found = std::ranges::find(rules, id, &Rule::id);
    return found == rules.end() ? nullptr : &*found;
}

QString alarmLevelText(const DisplayFormat &format, margin::Decimal level, const margin::Thresholds *bars)
{
    if (bars == nullptr || !level.isPositive()) {
        return ratioText(format, level.rounded(2, margin::Rounding::Down));
    }
    return format.level(QString::fromStdString(margin::levelText(margin::Level::fromRatio(level), *bars)));
}

} // namespace plimsoll::wording
