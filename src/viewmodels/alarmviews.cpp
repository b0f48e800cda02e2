// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/alarmviews.h"

#include "ports/alarmstores.h"
#include "viewmodels/accounttext.h"
#include "wording/alarmtext.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QStringList>

#include <algorithm>

namespace plimsoll::viewmodels {

using alarm::Condition;
using alarm::Standing;
using alarm::State;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plimsoll::viewmodels", text); // where lupdate files a free function's words
}

QString stateText(const Standing &standing, const monitor::RiskSnapshot &snapshot, const DisplayFormat &format)
{
    const QString word = wording::alarmStateText(standing.alarm.state);
    const bool silent = standing.alarm.state == State::ActiveAcknowledged || standing.alarm.state == State::Snoozed;
    return silent && standing.alarm.until > 0
        ? tr("%1 until %2").arg(word, momentText(standing.alarm.until, snapshot, format))
        : word;
}

/// An alarm about prices stands since the last of them, not since it was found out.
QString sinceText(const Standing &standing, const margin::Verdict *verdict, const monitor::RiskSnapshot &snapshot,
                  const DisplayFormat &format)
{
    const alarm::Condition condition = standing.key.condition;
    const bool isBlind = condition == alarm::Condition::Stale || condition == alarm::Condition::Frozen
        || condition == alarm::Condition::Incomplete;
    std::int64_t since = standing.alarm.raisedAt;
    if (isBlind && verdict != nullptr && verdict->status == margin::Status::Unknown) {
        since = lastPriceTime(snapshot.describe(*verdict)).value_or(since);
    }
    if (standing.alarm.state == State::ClearedUnacknowledged) {
        return tr("from %1 to %2")
            .arg(momentText(since, snapshot, format),
                 momentText(std::max(standing.alarm.since, since), snapshot, format));
    }
    return tr("since %1").arg(momentText(since, snapshot, format));
}

QString levelTextOf(const Standing &standing, const monitor::RiskSnapshot &snapshot, const DisplayFormat &format)
{
    const margin::Verdict *verdict = snapshot.find(standing.key.account);
    if (!standing.level || standing.key.account.empty()) {
        return {};
    }
    return wording::alarmLevelText(format, *standing.level,
                                   verdict != nullptr ? &verdict->account->thresholds : nullptr);
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
const Standing *worstOf(const std::string &account, const monitor::RiskSnapshot &snapshot)
{
    if (!snapshot.alarms) {
        return nullptr;
    }
    const std::vector<Standing> &all = snapshot.alarms->standing;
    const auto speaks = [&account](const Standing &standing) {
        const bool isLevel = alarm::isLevel(standing.key.condition) || standing.key.condition == Condition::Custom;
        return isLevel && standing.key.account == account && !standing.folded && alarm::isActive(standing.alarm.state);
    };
    const auto found = std::ranges::find_if(all, speaks);
    return found == all.end() ? nullptr : &*found;
}

QString remark(const Standing &standing, const QString &name)
{
    QStringList parts;
    if (standing.outlook.clearsAt) {
        parts << name;
    }
    if (standing.alarm.hold) {
        parts << tr("not confirmed by a fresh price");
    }
    if (standing.alarm.flaps.flapping) {
        parts << tr("unstable around the bar");
    }
    if (standing.folded) {
        parts << tr("told by a worse one");
    }
    return parts.join(QStringLiteral(" · "));
}

AlarmView alarmView(const Standing &standing, const monitor::RiskSnapshot &snapshot, const DisplayFormat &format)
{
    const std::vector<alarm::Rule> &rules = snapshot.alarms->rules;
    const alarm::Behaviour &behaviour = behaviourOf(standing.key, rules);
    const State state = standing.alarm.state;
    const margin::Verdict *verdict = snapshot.find(standing.key.account);
    AlarmView view;
    view.key = standing.key;
    view.occurrence = standing.alarm.occurrence;
    view.rowId = QString::fromStdString(monitor::occurrenceId(standing.key, 0));
    view.riskState = riskStateOf(standing.key, rules);
    const QString name = wording::conditionTitle(standing.key, wording::ruleOf(rules, standing.key.detail), format,
                                                 standing.alarm.byPace);
    view.outlook = outlookOf(standing, snapshot, format);
    view.title = view.outlook.isEmpty() ? name : view.outlook;
    view.account = labelOf(standing.key.account, snapshot);
    if (state == State::ClearedUnacknowledged) {
        view.title = tr("%1, came and went").arg(name); // its level is not of now
    } else if (!standing.outlook.clearsAt) { // the sentence names it
        view.levelText = levelTextOf(standing, snapshot, format);
    }
    view.headline = headlineOf(view, verdict == nullptr || verdict->status != margin::Status::Unknown);
    view.stateText = stateText(standing, snapshot, format);
    view.sinceText = sinceText(standing, verdict, snapshot, format);
    view.remark = remark(standing, name);
    view.unacknowledged = state == State::ActiveUnacknowledged || state == State::ClearedUnacknowledged;
    view.canAcknowledge = view.unacknowledged || state == State::Snoozed;
    const bool snoozable = state == State::ActiveUnacknowledged || state == State::ActiveAcknowledged;
    view.canSnooze = snoozable && behaviour.snoozeMax > 0;
    view.canSnoozeLong = snoozable && behaviour.snoozeMax >= 15 * alarm::kMinute;
    view.canHandle = standing.key.condition == Condition::Liquidation && alarm::isActive(state);
    return view;
}

} // namespace

std::vector<AlarmView> alarmViews(const monitor::RiskSnapshot &snapshot, const DisplayFormat &format)
{
    std::vector<AlarmView> views;
    if (snapshot.alarms) {
        for (const Standing &standing : snapshot.alarms->standing) {
            if (alarm::isActive(standing.alarm.state) || standing.alarm.state == State::ClearedUnacknowledged) {
                views.push_back(alarmView(standing, snapshot, format));
            }
        }
    }
    return views;
}

QString outlookOf(const Standing &standing, const monitor::RiskSnapshot &snapshot, const DisplayFormat &format)
{
    return wording::outlookText(standing.outlook, levelTextOf(standing, snapshot, format), snapshot.bootTime, format);
}

QString outlookOf(const std::string &account, const monitor::RiskSnapshot &snapshot, const DisplayFormat &format)
{
    const Standing *worst = worstOf(account, snapshot);
    return worst == nullptr ? QString() : outlookOf(*worst, snapshot, format);
}

bool isAboutToClear(const std::string &account, const monitor::RiskSnapshot &snapshot)
{
    const Standing *worst = worstOf(account, snapshot);
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
    here.wallTime = clock.wallMs() - (clock.bootMs() - snapshot.bootTime);
    return here;
}

std::int64_t wallOf(alarm::Ms boot, const monitor::RiskSnapshot &snapshot)
{
    return snapshot.wallTime + (boot - snapshot.bootTime);
}

} // namespace plimsoll::viewmodels
