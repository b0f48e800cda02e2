// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/margincallviewmodel.h"

#include "viewmodels/alarmviews.h"
#include "wording/alarmtext.h"

#include <algorithm>

// The second half of MarginCallViewModel: how it follows the alarms.

namespace plimsoll::viewmodels {

using alarm::State;
using margin::Status;

namespace {

bool contains(const std::vector<CallAlarm> &alarms, const CallAlarm &wanted)
{
    return std::ranges::any_of(alarms, [&wanted](const CallAlarm &alarm) { return alarm.sameAs(wanted); });
}

} // namespace

void MarginCallViewModel::followAlarms(const monitor::RiskSnapshot &snapshot)
{
    m_alarms = callAlarms(*snapshot.alarms);
    std::erase_if(m_alarms,
                  [&snapshot](const CallAlarm &alarm) { return snapshot.find(alarm.key.account) == nullptr; });
    std::erase_if(m_answered, [this](const CallAlarm &answered) { return !contains(m_alarms, answered); });
    for (std::size_t i = 0; i < snapshot.verdicts.size(); ++i) {
        if (snapshot.verdicts[i].account) {
            followAlarms(snapshot.verdicts[i], snapshot);
        }
    }
    openForNews();
    closeWhenSilent();
}

void MarginCallViewModel::followAlarms(const margin::Verdict &verdict, const monitor::RiskSnapshot &snapshot)
{
    const std::string &id = verdict.account->id;
    const CallStand stand = standOf(m_alarms, id);
    const bool inCall = verdict.status == Status::MarginCall || verdict.status == Status::Liquidation;
    const auto found = m_entries.find(id);
    if (inCall || stand == CallStand::Loud || stand == CallStand::Silent) {
        Entry &entry = m_entries[id];
        if (found == m_entries.end() || entry.endedAt != 0) {
            const auto alarm = std::ranges::find_if(m_alarms,
                                                    [&id](const CallAlarm &a) { return a.key.account == id; });
            entry = Entry {};
            entry.since = alarm != m_alarms.end() ? wallOf(alarm->raisedAt, snapshot) : snapshot.wallTime;
            entry.stage = verdict.status;
            entry.enteredBoot = snapshot.bootTime;
        }
        entry.now = verdict.status;
        entry.acknowledged = stand == CallStand::Silent;
        return;
    }
    if (found == m_entries.end()) {
        return;
    }
    Entry &entry = found->second;
    const bool isLost = verdict.status == Status::Liquidated && entry.now != Status::Liquidated; // after it recovered
    if (entry.endedAt == 0 || isLost) {
        if (verdict.status == Status::Unknown) {
            entry.now = verdict.status;
            return;
        }
        entry.now = verdict.status;
        end(entry, verdict, snapshot);
    }
    const bool isSeen = entry.acknowledged || stand == CallStand::None;
    if (!m_isOpen && isSeen) {
        m_entries.erase(found);
    }
}

void MarginCallViewModel::openForNews()
{
    std::vector<CallAlarm> told;
    bool isNews = false;
    for (const CallAlarm &alarm : m_alarms) {
        if (alarm.state != State::ActiveUnacknowledged || contains(m_answered, alarm)) {
            continue;
        }
        isNews = isNews || !m_isOpen || !contains(m_told, alarm);
        told.push_back(alarm);
    }
    m_told = std::move(told);
    if (isNews) {
        m_isOpen = true;
        m_byPerson = false;
        m_shownAt = m_services.clock.bootMs();
    }
}

// It was acknowledged or snoozed elsewhere: in the list, on a notification, in a terminal.
void MarginCallViewModel::closeWhenSilent()
{
    const auto silent = [this](const auto &entry) {
        return entry.second.endedAt == 0 && standOf(m_alarms, entry.first) == CallStand::Silent;
    };
    if (m_isOpen && !m_byPerson && !m_entries.empty() && std::ranges::all_of(m_entries, silent)) {
        m_isOpen = false;
    }
}

void MarginCallViewModel::answer()
{
    m_answered = m_alarms;
    m_told.clear();
    std::erase_if(m_entries, [](const auto &entry) { return entry.second.endedAt != 0; });
    for (auto &[id, entry] : m_entries) {
        entry.acknowledged = true;
    }
    m_isOpen = false;
    m_byPerson = false;
    show();
}

void MarginCallViewModel::snooze(int minutes)
{
    const std::chrono::minutes span(minutes);
    if (!hasSettled() || minutes <= 0 || !snoozable(std::chrono::milliseconds(span).count())) {
        return;
    }
    for (const auto &[id, entry] : m_entries) {
        if (entry.endedAt == 0) {
            m_services.alarms.snoozeAlarms(id, span);
        }
    }
    answer();
}

void MarginCallViewModel::forgetAcknowledgement()
{
    m_answered.clear();
    if (m_snapshot && m_snapshot->loaded && m_snapshot->alarms) {
        followAlarms(*m_snapshot);
        show();
    }
}

bool MarginCallViewModel::hasSettled() const
{
    return m_isOpen && m_services.clock.bootMs() - m_shownAt > kSettleMs;
}

bool MarginCallViewModel::snoozable(alarm::Ms span) const
{
    const auto isActive = [](const CallAlarm &alarm) { return alarm::isActive(alarm.state); };
    const auto refuses = [span](const CallAlarm &alarm) {
        return alarm::isActive(alarm.state) && alarm.snoozeMax < span;
    };
    return std::ranges::any_of(m_alarms, isActive) && std::ranges::none_of(m_alarms, refuses);
}

QString MarginCallViewModel::ownAlarmText(const std::string &id) const
{
    const QString outlook = outlookOf(id, *m_snapshot, m_format);
    if (!outlook.isEmpty()) {
        return outlook + u'.';
    }
    const std::vector<alarm::Rule> &rules = boardOf(m_snapshot).rules;
    const auto alarm = std::ranges::find_if(m_alarms, [&id](const CallAlarm &a) { return a.key.account == id; });
    if (alarm == m_alarms.end()) {
        return {};
    }
    return wording::conditionTitle(alarm->key, wording::ruleOf(rules, alarm->key.detail), m_format, alarm->byPace)
        + u'.';
}

} // namespace plimsoll::viewmodels
