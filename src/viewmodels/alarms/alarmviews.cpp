// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/alarms/alarmviews.h"

#include "ports/alarmrecords.h"
#include "viewmodels/common/accounttext.h"
#include "viewmodels/common/translated.h"
#include "wording/alarmtext.h"

#include <QtCore/QStringList>

#include <algorithm>

namespace plimsoll::viewmodels {

using alarm::ActiveAlarm;
using alarm::Condition;
using alarm::State;

namespace {

QString stateText(const ActiveAlarm &active, const monitor::RiskSnapshot &snapshot, const DisplayFormat &format)
{
    const QString word = wording::alarmStateText(active.alarm.state);
    const bool silent = active.alarm.state == State::ActiveAcknowledged || active.alarm.state == State::Snoozed;
    return silent && active.alarm.until > 0
        ? tr("%1 until %2").arg(word, momentText(active.alarm.until, snapshot, format))
        : word;
}

/// An alarm about prices stands since the last of them, not since it was found out.
QString sinceText(const ActiveAlarm &active, const margin::Verdict *verdict, const monitor::RiskSnapshot &snapshot,
                  const DisplayFormat &format)
{
    const alarm::Condition condition = active.key.condition;
    const bool isBlind = condition == alarm::Condition::Stale || condition == alarm::Condition::Frozen
        || condition == alarm::Condition::Incomplete;
    BootTime since = active.alarm.raisedAt;
    if (isBlind && verdict != nullptr && verdict->status == margin::Status::Unknown) {
        since = lastPriceTime(snapshot.describe(*verdict)).value_or(since);
    }
    if (active.alarm.state == State::ClearedUnacknowledged) {
        return tr("from %1 to %2")
            .arg(momentText(since, snapshot, format),
                 momentText(std::max(active.alarm.since, since), snapshot, format));
    }
    return tr("since %1").arg(momentText(since, snapshot, format));
}

QString levelTextOf(const ActiveAlarm &active, const monitor::RiskSnapshot &snapshot, const DisplayFormat &format)
{
    const margin::Verdict *verdict = snapshot.find(active.key.account);
    if (!active.level || active.key.account.empty()) {
        return {};
    }
    return wording::alarmLevelText(format, *active.level, verdict != nullptr ? &verdict->account->thresholds : nullptr);
}

/// `known`: the account has a level now; else the one at hand is the last there was.
QString headlineOf(const AlarmView &view, bool known)
{
    if (view.account.isEmpty()) {
        return view.title;
    }
    if (!view.outlook.isEmpty()) {
        return tr("%1: %2").arg(view.account, view.title);
    }
    const QString about = tr("%1: %2").arg(view.title, view.account);
    if (view.levelText.isEmpty()) {
        return about;
    }
    return (known ? tr("%1 at %2") : tr("%1, last known level %2")).arg(about, view.levelText);
}

// The worst of the account that speaks for it.
const ActiveAlarm *worstOf(const std::string &account, const monitor::RiskSnapshot &snapshot)
{
    if (!snapshot.alarms) {
        return nullptr;
    }
    const std::vector<ActiveAlarm> &all = snapshot.alarms->active;
    const auto speaks = [&account](const ActiveAlarm &active) {
        const bool isLevel = alarm::isLevel(active.key.condition) || active.key.condition == Condition::Custom;
        return isLevel && active.key.account == account && !active.folded && alarm::isActive(active.alarm.state);
    };
    const auto found = std::ranges::find_if(all, speaks);
    return found == all.end() ? nullptr : &*found;
}

QString remark(const ActiveAlarm &active, const QString &name)
{
    QStringList parts;
    if (active.outlook.clearsAt) {
        parts << name;
    }
    if (active.alarm.hold) {
        parts << tr("not confirmed by a fresh price");
    }
    if (active.alarm.flaps.flapping) {
        parts << tr("unstable around the bar");
    }
    if (active.folded) {
        parts << tr("told by a worse one");
    }
    return parts.join(QStringLiteral(" · "));
}

AlarmView alarmView(const ActiveAlarm &active, const monitor::RiskSnapshot &snapshot, const DisplayFormat &format)
{
    const std::vector<alarm::Rule> &rules = snapshot.alarms->rules;
    const alarm::Behaviour &behaviour = behaviourOf(active.key, rules);
    const State state = active.alarm.state;
    const margin::Verdict *verdict = snapshot.find(active.key.account);
    AlarmView view;
    view.key = active.key;
    view.occurrence = active.alarm.occurrence;
    view.rowId = QString::fromStdString(monitor::occurrenceId(active.key, 0));
    view.riskState = riskStateOf(active.key, rules);
    const QString name = wording::conditionTitle(active.key, wording::ruleOf(rules, active.key.detail), format,
                                                 active.alarm.byPace);
    view.outlook = outlookOf(active, snapshot, format);
    view.title = view.outlook.isEmpty() ? name : view.outlook;
    view.account = labelOf(active.key.account, snapshot);
    if (state == State::ClearedUnacknowledged) {
        view.title = tr("%1, came and went").arg(name); // its level is not of now
    } else if (!active.outlook.clearsAt) { // the sentence names it
        view.levelText = levelTextOf(active, snapshot, format);
    }
    view.headline = headlineOf(view, verdict == nullptr || verdict->status != margin::Status::Unknown);
    view.stateText = stateText(active, snapshot, format);
    view.sinceText = sinceText(active, verdict, snapshot, format);
    view.remark = remark(active, name);
    view.unacknowledged = alarm::isUnacknowledged(state);
    view.canAcknowledge = view.unacknowledged || state == State::Snoozed;
    const bool snoozable = state == State::ActiveUnacknowledged || state == State::ActiveAcknowledged;
    view.canSnooze = snoozable && behaviour.snoozeMax > 0;
    view.canSnoozeLong = snoozable && behaviour.snoozeMax >= 15 * alarm::kMinute;
    view.canHandle = active.key.condition == Condition::Liquidation && alarm::isActive(state);
    return view;
}

} // namespace

std::vector<AlarmView> alarmViews(const monitor::RiskSnapshot &snapshot, const DisplayFormat &format)
{
    std::vector<AlarmView> views;
    if (snapshot.alarms) {
        for (const ActiveAlarm &active : snapshot.alarms->active) {
            if (alarm::isActive(active.alarm.state) || active.alarm.state == State::ClearedUnacknowledged) {
                views.push_back(alarmView(active, snapshot, format));
            }
        }
    }
    return views;
}

QString outlookOf(const ActiveAlarm &active, const monitor::RiskSnapshot &snapshot, const DisplayFormat &format)
{
    return wording::outlookText(active.outlook, levelTextOf(active, snapshot, format), snapshot.bootTime, format);
}

QString outlookOf(const std::string &account, const monitor::RiskSnapshot &snapshot, const DisplayFormat &format)
{
    const ActiveAlarm *worst = worstOf(account, snapshot);
    return worst == nullptr ? QString() : outlookOf(*worst, snapshot, format);
}

bool isAboutToClear(const std::string &account, const monitor::RiskSnapshot &snapshot)
{
    const ActiveAlarm *worst = worstOf(account, snapshot);
    return worst != nullptr && worst->outlook.clearsAt.has_value();
}

const monitor::AlarmBoard &boardOf(const monitor::SnapshotPtr &snapshot)
{
    static const monitor::AlarmBoard kNone;
    return snapshot && snapshot->alarms ? *snapshot->alarms : kNone;
}

const alarm::Behaviour &behaviourOf(const alarm::Key &key, const std::vector<alarm::Rule> &rules)
{
    if (key.condition != Condition::Custom) {
        return alarm::behaviourOf(key.condition);
    }
    const alarm::Rule *rule = wording::ruleOf(rules, key.detail);
    return alarm::behaviourOf(rule != nullptr ? rule->stage : alarm::Stage::Notice);
}

RiskState riskStateOf(const alarm::Key &key, const std::vector<alarm::Rule> &rules)
{
    switch (key.condition) {
    case Condition::Watch: return RiskState::EarlyWarning;
    case Condition::Call:
    case Condition::Critical: return RiskState::MarginCall;
    case Condition::Liquidation: return RiskState::Liquidation;
    case Condition::Custom:
        return behaviourOf(key, rules).priority == alarm::Priority::Low ? RiskState::EarlyWarning
                                                                        : RiskState::MarginCall;
    default: return RiskState::Unknown;
    }
}

QString labelOf(const std::string &account, const monitor::RiskSnapshot &snapshot)
{
    const margin::Verdict *verdict = account.empty() ? nullptr : snapshot.find(account);
    return verdict != nullptr ? accountLabel(*verdict->account) : plainName(account);
}

monitor::RiskSnapshot inTimeOf(const monitor::Clock &clock, const monitor::RiskSnapshot &snapshot)
{
    monitor::RiskSnapshot here = snapshot;
    here.wallTime = clock.wallTime() - (clock.bootTime() - snapshot.bootTime);
    return here;
}

WallTime wallOf(BootTime boot, const monitor::RiskSnapshot &snapshot)
{
    return snapshot.wallTime + (boot - snapshot.bootTime);
}

} // namespace plimsoll::viewmodels
