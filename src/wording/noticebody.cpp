// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/noticebody.h"

#include "alarm/sample.h"
#include "margin/assessment.h"
#include "wording/accounttext.h"
#include "wording/alarmtext.h"
#include "wording/translated.h"

#include <algorithm>

namespace plimsoll::wording {

using alarm::Condition;
using alarm::NoticeLine;
using alarm::State;
using margin::Assessment;

namespace {

/// What is true of every alarm: how long it stands, whether it is believed, whether it keeps still.
QStringList active(const NoticeLine &line, const Assessment *assessment, bool isReminder, const NoticeFacts &facts,
                   const DisplayFormat &format)
{
    QStringList texts;
    if (isReminder && line.state == State::ActiveUnacknowledged) {
        texts << tr("Not acknowledged for %1.").arg(format.age(facts.nowBoot - line.raisedAt));
    }
    if (line.hold) {
        const auto oldest = assessment != nullptr ? lastPriceTime(*assessment) : std::nullopt;
        texts << (oldest ? tr("Not confirmed by a fresh price since %1.")
                               .arg(format.moment(facts.wallNow - (facts.nowBoot - *oldest), facts.wallNow))
                         : tr("Not confirmed by a fresh price."));
    }
    if (line.unstable) {
        texts << tr("Unstable around the bar: it stays on until the level keeps still.");
    }
    return texts;
}

QString barsText(const margin::Thresholds &bars, const DisplayFormat &format)
{
    return tr("Call %1, liquidation %2.").arg(ratioText(format, bars.marginCall), ratioText(format, bars.liquidation));
}

/// What the condition itself means for the person.
QString meaning(const NoticeLine &line, const NoticeFacts &facts)
{
    switch (line.key.condition) {
    case Condition::Liquidation:
        return tr("The exchange may sell everything in it at any moment, or has done so. Look there first.");
    case Condition::Custom:
        return facts.rules != nullptr && ruleOf(*facts.rules, line.key.detail) != nullptr
            ? tr("This alarm is your own.")
            : QString();
    default: return {};
    }
}

/// The same sentence as everywhere, closed.
QString outlookSentence(const NoticeLine &line, const margin::Account *account, const NoticeFacts &facts,
                        const DisplayFormat &format)
{
    const margin::Thresholds *bars = account != nullptr ? &account->thresholds : nullptr;
    const QString level = line.level ? alarmLevelText(format, *line.level, bars) : QString();
    const QString text = outlookText(line.outlook, level, facts.nowBoot, format);
    return text.isEmpty() ? text : text + u'.';
}

QStringList levelBody(const NoticeLine &line, const margin::Account &account, const Assessment &assessment,
                      const NoticeFacts &facts, const DisplayFormat &format)
{
    QStringList texts {meaning(line, facts), barsText(account.thresholds, format)};
    texts << (assessment.level ? noticePrices(assessment, facts.nowBoot, format) : missingText(assessment));
    texts << waysText(account, assessment, facts.hideAmounts, format);
    if (account.mode == margin::MarginMode::Isolated) {
        texts << tr("Other isolated accounts and cross funds are not used automatically.");
    }
    return texts;
}

QString lastLevel(const NoticeLine &line, const margin::Account *account, const DisplayFormat &format)
{
    if (!line.level) {
        return {};
    }
    return tr("The last known level was %1.")
        .arg(alarmLevelText(format, *line.level, account != nullptr ? &account->thresholds : nullptr));
}

QStringList blindBody(const NoticeLine &line, const margin::Account *account, const Assessment *assessment,
                      const NoticeFacts &facts, const DisplayFormat &format)
{
    if (line.key.account.empty()) {
        return {tr("An alarm of your own waits for this price and cannot be raised."),
                tr("Check how the pair is written: the exchange may not have it, or not any more.")};
    }
    const QString who = account != nullptr ? accountLabel(*account) : plainName(line.key.account);
    const QString unjudged = tr("The level of %1 cannot be judged.").arg(who);
    const auto oldest = assessment != nullptr ? lastPriceTime(*assessment) : std::nullopt;
    const QString age = oldest ? format.age(facts.nowBoot - *oldest) : QString();
    QString why;
    switch (line.key.condition) {
    case Condition::Stale:
        why = age.isEmpty() ? tr("No prices come in.") : tr("Prices have been silent for %1.").arg(age);
        break;
    case Condition::Frozen: why = tr("The exchange answers, but its prices stand still."); break;
    default: {
        const QString missing = assessment != nullptr ? missingText(*assessment) : QString();
        why = missing.isEmpty() ? tr("A price it needs is missing.") : tr("Prices: %1.").arg(missing);
        break;
    }
    }
    const QString action = line.key.condition == Condition::Incomplete
        ? tr("Check whether the pair is still traded, and look at the account at the exchange.")
        : tr("Check the network, and look at the account at the exchange.");
    return {why, unjudged, lastLevel(line, account, format), action};
}

// The account that fell lowest against its bars, and how many others were called.
QString missedText(const NoticeFacts &facts, const DisplayFormat &format)
{
    const auto depth = [](const monitor::GapAccount &account) {
        return account.wouldHaveFired.empty() ? -1 : static_cast<int>(account.wouldHaveFired.front());
    };
    const auto worst = std::ranges::max_element(facts.gap->accounts, {}, depth);
    if (worst == facts.gap->accounts.end() || !worst->lowestLevel) {
        return {};
    }
    const margin::Account *account = facts.account ? facts.account(worst->account) : nullptr;
    const QString who = account != nullptr ? accountLabel(*account) : plainName(worst->account);
    const QString level = alarmLevelText(format, *worst->lowestLevel,
                                         account != nullptr ? &account->thresholds : nullptr);
    return tr("%1 fell to %2 on %3 (%4), and nobody was told.")
        .arg(who, level, format.dateTime(worst->lowestAt), conditionName(worst->wouldHaveFired.front()));
}

QStringList gapBody(const NoticeFacts &facts, const DisplayFormat &format)
{
    const QString action = tr("Open Plimsoll to see what happened meanwhile.");
    if (facts.gap == nullptr) {
        return {tr("For a while nobody watched."), action};
    }
    const QString span = format.age(facts.gap->to - facts.gap->from);
    const bool slept = facts.gap->reason == monitor::GapReport::Reason::Asleep;
    const QString from = format.moment(facts.gap->from, facts.wallNow);
    const QString what = slept ? tr("The computer slept for %1, from %2 on.")
                               : tr("Plimsoll did not run for %1, from %2 on.");
    return {what.arg(span, from), missedText(facts, format), action};
}

QStringList programBody(const NoticeLine &line, const NoticeFacts &facts, const DisplayFormat &format)
{
    switch (line.key.condition) {
    case Condition::NotDelivered:
        return {tr("Plimsoll could not reach you this way."),
                tr("Press Test in Settings, Alarms, and do not rely on this channel until it works.")};
    case Condition::ThreadDead:
        return {tr("Figures and alarms may be missing."),
                tr("Restart Plimsoll, and look at your accounts at the exchange.")};
    case Condition::Clock:
        return {tr("It differs from the exchange's by more than 5 s, so ages of prices may be wrong."),
                tr("Switch on the automatic setting of the time.")};
    case Condition::Gap: return gapBody(facts, format);
    default:
        return {tr("A change or an alarm may not survive a restart."),
                tr("Check the free space of the disk and the folder of the data.")};
    }
}

} // namespace

QString noticePrices(const Assessment &assessment, BootTime nowBoot, const DisplayFormat &format)
{
    constexpr int kMost = 3;
    QStringList texts;
    for (const margin::AssetLine &line : assessment.lines) {
        const bool fixed = line.rate.asOf == INT64_MAX || (line.total.isZero() && line.debt.isZero());
        if (fixed || !line.rate.known() || texts.size() >= kMost) {
            continue;
        }
        const QString age = format.age(nowBoot - line.rate.asOf);
        QString text = tr("%1 %2, %3 old.")
                           .arg(plainName(line.asset, 20), format.price(line.rate.down, margin::Rounding::Down), age);
        if (!line.rate.confirmed) {
            text += u' ' + tr("It jumped by more than 10 %; no second answer has confirmed it yet.");
        }
        const auto end = std::ranges::find(assessment.liquidationPrices, line.asset, &margin::NamedBarPrice::asset);
        if (end != assessment.liquidationPrices.end() && end->distance && !end->distance->isNegative()) {
            const QString sentence = end->bar.below ? tr("Liquidation at %1, %2 below.")
                                                    : tr("Liquidation at %1, %2 above.");
            text += u' ' + sentence.arg(barPriceText(format, end->bar), format.percent(end->distance));
        }
        texts << text;
    }
    return texts.join(u' ');
}

QString waysText(const margin::Account &account, const Assessment &assessment, bool hideAmounts,
                 const DisplayFormat &format)
{
    const margin::Rescue &rescue = assessment.toInitial;
    if (!rescue.deposit || !rescue.deposit->isPositive()) {
        return {};
    }
    const QString target = ratioText(format, account.thresholds.initial);
    const auto pay = [&](const std::optional<margin::Decimal> &value) {
        return format.money(value, account.quoteAsset, margin::Rounding::Up);
    };
    if (hideAmounts) {
        return tr("To reach %1: deposit, repay, or sell and repay. Plimsoll shows the amounts.").arg(target);
    }
    QStringList ways {tr("deposit %1 %2").arg(pay(rescue.deposit), plainName(account.quoteAsset, 20))};
    if (rescue.repay) {
        ways << tr("repay %1").arg(pay(rescue.repay));
    }
    if (rescue.sellAndRepay) {
        ways << tr("sell and repay %1").arg(pay(rescue.sellAndRepay));
    }
    return tr("To reach %1: %2.").arg(target, ways.join(tr(", or ")));
}

QStringList noticeBody(const NoticeLine &line, const margin::Account *account, bool isReminder,
                       const NoticeFacts &facts, const DisplayFormat &format)
{
    static const margin::Rates kNoRates;
    const auto assessment = account != nullptr
        ? std::optional(margin::assess(*account, facts.rates ? *facts.rates : kNoRates))
        : std::nullopt;
    const Assessment *seen = assessment ? &*assessment : nullptr;
    QStringList texts = active(line, seen, isReminder, facts, format);
    texts << outlookSentence(line, account, facts, format);
    if (line.outlook.clearsAt || line.state == State::Normal) { // nothing to be done: no ways, no amounts
        texts << (account != nullptr ? barsText(account->thresholds, format) : QString());
    } else if (line.state == State::ClearedUnacknowledged) {
        texts << tr("It is over for now. Acknowledge it when you have seen it.");
    } else if (line.state == State::Disarmed) {
        texts << tr("There is nothing to watch any more.");
    } else if (alarm::isBlindness(line.key.condition)) {
        texts << blindBody(line, account, seen, facts, format);
    } else if (line.key.condition > Condition::Incomplete) {
        texts << programBody(line, facts, format);
    } else if (account != nullptr) {
        texts << levelBody(line, *account, *assessment, facts, format);
    }
    texts.removeAll(QString());
    return texts;
}

} // namespace plimsoll::wording
