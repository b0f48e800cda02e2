// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/alarms/rulepreview.h"

#include "alarm/machine.h"
#include "alarm/observation.h"
#include "margin/lookahead.h"
#include "scenario/samplewalk.h"

#include <algorithm>
#include <utility>

namespace plimsoll::viewmodels {

using alarm::Rule;
using alarm::Sample;
using margin::Decimal;
using margin::Status;

namespace {

constexpr margin::Int128 kUnit = 10'000'000'000; // a recorded level counts in 10^-8

Sample sampleOf(const monitor::LevelPoint &point, const margin::Thresholds &thresholds)
{
    Sample sample;
    sample.time = scenario::replayClock(point.time);
    sample.thresholds = thresholds;
    sample.oldestPrice = sample.time;
    if (point.status == Status::Liquidated) {
        sample.kind = Sample::Kind::Closed;
    } else if (point.status == Status::NoDebt) {
        sample.kind = Sample::Kind::NoDebt;
    } else if (!point.level || point.status == Status::Unknown) {
        sample.kind = Sample::Kind::Incomplete;
    } else {
        sample.kind = Sample::Kind::Valid;
        sample.level = margin::Level::fromRatio(Decimal::fromMantissa(margin::Int128 {*point.level} * kUnit));
    }
    return sample;
}

// Nothing would change by more seconds of the same level: no on-delay and no clear time runs, and it has kept still.
bool isSteady(const alarm::Alarm &alarm)
{
    return alarm.state != alarm::State::Pending && alarm.samples == 0 && alarm.flaps.changedBits == 0
        && !alarm.flaps.flapping;
}

void hold(alarm::Machine &machine, const alarm::Key &key, Sample sample, BootTime until)
{
    while (sample.time + alarm::kSecond < until) {
        sample.time += alarm::kSecond;
        machine.tick(sample.time);
        machine.judgeRules(key.account, sample);
        const alarm::Alarm *alarm = std::as_const(machine).find(key);
        if (alarm == nullptr || isSteady(*alarm)) {
            return;
        }
    }
}

bool isJudged(Status status)
{
    return status == Status::Normal || status == Status::MarginCall || status == Status::Liquidation;
}

} // namespace

bool canPreview(Rule::Kind kind)
{
    return kind == Rule::Kind::Level || kind == Rule::Kind::Distance;
}

RulePreview previewOf(Rule rule, const std::vector<RuleHistory> &histories, WallTime now)
{
    rule.enabled = true;
    RulePreview preview;
    for (const RuleHistory &history : histories) {
        const alarm::Key key {history.account, alarm::Condition::Custom, rule.id};
        alarm::Machine machine;
        const WallTime begin = history.points.empty() ? now : history.points.front().time;
        machine.setRules({rule}, scenario::replayClock(begin));
        for (auto point = history.points.begin(); point != history.points.end(); ++point) {
            preview.since = preview.since == 0 ? point->time : std::min(preview.since, point->time);
            const Sample sample = sampleOf(*point, history.thresholds);
            machine.judge(history.account, sample);
            const WallTime next = point + 1 == history.points.end() ? now : (point + 1)->time;
            hold(machine, key, sample, scenario::replayClock(next));
        }
        for (const alarm::Change &change : machine.takeChanges()) {
            if (change.key.condition == alarm::Condition::Custom && change.cause == alarm::Cause::Raised) {
                preview.raisedAt.push_back(scenario::sampleTime(change.time));
            }
        }
    }
    std::ranges::sort(preview.raisedAt);
    return preview;
}

std::string symbolOf(const margin::Balance &balance, const margin::Account &account)
{
    return balance.asset == account.quoteAsset ? std::string() : balance.asset + account.quoteAsset;
}

std::optional<bool> isMetNow(const Rule &rule, const margin::Verdict &verdict, const margin::Rates &rates)
{
    const margin::Account &account = *verdict.account;
    Sample sample;
    sample.kind = isJudged(verdict.status) ? Sample::Kind::Valid : Sample::Kind::Incomplete;
    sample.thresholds = account.thresholds;
    sample.level = verdict.exactLevel;
    for (const margin::Balance &balance : account.balances) {
        const margin::Rate rate = rates.find(balance.asset, account.quoteAsset);
        if (rate.known() && rate.route == symbolOf(balance, account)) {
            sample.prices.push_back({rate.route, rate.down});
        }
    }
    sample.hourlyInterest = margin::hourlyInterest(account, rates);
    const bool asksPrice = rule.kind == Rule::Kind::PriceBelow || rule.kind == Rule::Kind::PriceAbove;
    const bool noPrice = asksPrice
        && std::ranges::find(sample.prices, rule.symbol, &Sample::Price::symbol) == sample.prices.end();
    const bool noInterest = rule.kind == Rule::Kind::InterestHours
        && (!sample.hourlyInterest || sample.hourlyInterest->isZero());
    if (!sample.judgeable() || noPrice || noInterest) {
        return std::nullopt;
    }
    switch (alarm::observe(rule, sample, account.thresholds.marginCall)) {
    case alarm::Observation::True: return true;
    case alarm::Observation::Clear:
    case alarm::Observation::Between: return false;
    default: return std::nullopt;
    }
}

} // namespace plimsoll::viewmodels
