// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/accounts/callbook.h"

#include "margin/assessment.h"
#include "viewmodels/alarms/alarmviews.h"
#include "viewmodels/common/accounttext.h"

#include <algorithm>

namespace plimsoll::viewmodels {

using margin::Status;

namespace {

bool inCall(Status status)
{
    return status == Status::MarginCall || status == Status::Liquidation;
}

bool contains(const std::vector<CallAlarm> &alarms, const CallAlarm &wanted)
{
    return std::ranges::any_of(alarms, [&wanted](const CallAlarm &alarm) { return alarm.sameAs(wanted); });
}

} // namespace

CallBook::CallBook(const DisplayFormat &format)
    : m_format(format)
{
}

void CallBook::follow(const monitor::RiskSnapshot &snapshot, BootTime nowBoot)
{
    std::erase_if(m_entries, [&](const auto &entry) { return snapshot.find(entry.first) == nullptr; });
    if (snapshot.alarms) {
        m_alarms = callAlarms(*snapshot.alarms);
        std::erase_if(m_alarms,
                      [&snapshot](const CallAlarm &alarm) { return snapshot.find(alarm.key.account) == nullptr; });
        std::erase_if(m_answered, [this](const CallAlarm &answered) { return !contains(m_alarms, answered); });
    }
    for (std::size_t i = 0; i < snapshot.verdicts.size(); ++i) {
        const margin::Verdict &verdict = snapshot.verdicts[i];
        if (verdict.account) {
            snapshot.alarms ? followAlarms(verdict, snapshot) : followStatus(verdict, snapshot, nowBoot);
        }
    }
    if (snapshot.alarms) {
        openForNews(nowBoot);
        closeWhenSilent();
    }
    m_first = false;
}

void CallBook::followStatus(const margin::Verdict &verdict, const monitor::RiskSnapshot &snapshot, BootTime nowBoot)
{
    const auto found = m_entries.find(verdict.account->id);
    const bool isOver = found == m_entries.end() || found->second.endedAt != 0;
    if (inCall(verdict.status)) {
        isOver ? enter(verdict.account->id, verdict.status, snapshot.wallTime, nowBoot)
               : followStatus(found->second, verdict.status, snapshot.wallTime, nowBoot);
        return;
    }
    if (isOver || snapshot.bootTime < found->second.enteredBoot) {
        return; // nothing to end, or a snapshot from before the crossing
    }
    found->second.now = verdict.status;
    if (verdict.status != Status::Unknown) {
        end(found->second, verdict, snapshot);
        if (found->second.acknowledged && !m_isOpen) {
            m_entries.erase(found);
        }
    }
}

void CallBook::followStatus(Entry &entry, Status status, WallTime time, BootTime nowBoot)
{
    entry.now = status;
    if (status == Status::Liquidation && entry.stage == Status::MarginCall) { // a worse stage breaks an acknowledgement
        entry.stage = Status::Liquidation;
        entry.since = time;
        entry.acknowledged = false;
        show(nowBoot);
    } else if (status == Status::MarginCall && entry.acknowledged) {
        entry.stage = Status::MarginCall; // what was acknowledged is over: falling again is news
    }
}

void CallBook::enter(const std::string &id, Status status, WallTime time, BootTime nowBoot)
{
    Entry entry;
    entry.stage = entry.now = status;
    entry.since = time;
    entry.enteredBoot = nowBoot;
    m_entries.insert_or_assign(id, entry);
    show(nowBoot);
    if (m_first) { // it was in call before this program started
        m_undated.push_back(id);
    }
}

void CallBook::show(BootTime nowBoot)
{
    m_isOpen = true;
    m_shownAt = nowBoot;
}

void CallBook::date(const std::string &account, Status stage, WallTime since)
{
    const auto entry = m_entries.find(account);
    if (entry != m_entries.end() && entry->second.stage == stage && since < entry->second.since) {
        entry->second.since = since;
    }
}

void CallBook::end(Entry &entry, const margin::Verdict &verdict, const monitor::RiskSnapshot &snapshot)
{
    entry.endedAt = std::max(snapshot.wallTime, entry.since);
    const QString label = accountLabel(*verdict.account);
    if (verdict.status == Status::Liquidated) {
        entry.endText = tr("%1 was liquidated").arg(label);
        return;
    }
    const auto assessment = snapshot.describe(verdict);
    entry.endText = verdict.status == Status::NoDebt
        ? tr("%1 has recovered: nothing is owed any more").arg(label)
        : tr("%1 has recovered to %2").arg(label, levelOrDash(m_format, assessment));
}

bool CallBook::cross(const std::string &account, Status to, WallTime time, BootTime nowBoot)
{
    const auto found = m_entries.find(account);
    const bool isOver = found == m_entries.end() || found->second.endedAt != 0;
    if (inCall(to)) {
        isOver ? enter(account, to, time, nowBoot) : followStatus(found->second, to, time, nowBoot);
        return true;
    }
    if (!isOver && to != Status::Unknown && found->second.acknowledged) {
        m_entries.erase(found); // it recovered after the person had seen it: falling again is news
        return true;
    }
    return false;
}

void CallBook::followAlarms(const margin::Verdict &verdict, const monitor::RiskSnapshot &snapshot)
{
    const std::string &id = verdict.account->id;
    const CallStand stand = standOf(m_alarms, id);
    const auto found = m_entries.find(id);
    if (inCall(verdict.status) || stand == CallStand::Loud || stand == CallStand::Silent) {
        Entry &entry = m_entries[id];
        if (found == m_entries.end() || entry.endedAt != 0) {
            const CallAlarm *alarm = alarmOf(id);
            entry = Entry {};
            entry.since = alarm != nullptr ? wallOf(alarm->raisedAt, snapshot) : snapshot.wallTime;
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
        entry.now = verdict.status;
        if (verdict.status == Status::Unknown) {
            return;
        }
        end(entry, verdict, snapshot);
    }
    const bool isSeen = entry.acknowledged || stand == CallStand::None;
    if (!m_isOpen && isSeen) {
        m_entries.erase(found);
    }
}

void CallBook::openForNews(BootTime nowBoot)
{
    std::vector<CallAlarm> told;
    bool isNews = false;
    for (const CallAlarm &alarm : m_alarms) {
        if (alarm.state != alarm::State::ActiveUnacknowledged || contains(m_answered, alarm)) {
            continue;
        }
        isNews = isNews || !m_isOpen || !contains(m_told, alarm);
        told.push_back(alarm);
    }
    m_told = std::move(told);
    if (isNews) {
        m_byPerson = false;
        show(nowBoot);
    }
}

// It was acknowledged or snoozed elsewhere: in the list, on a notification, in a terminal.
void CallBook::closeWhenSilent()
{
    const auto silent = [this](const auto &entry) {
        return entry.second.endedAt == 0 && standOf(m_alarms, entry.first) == CallStand::Silent;
    };
    if (m_isOpen && !m_byPerson && !m_entries.empty() && std::ranges::all_of(m_entries, silent)) {
        m_isOpen = false;
    }
}

void CallBook::open(BootTime nowBoot)
{
    if (!m_entries.empty() && !m_isOpen) {
        m_byPerson = true;
        show(nowBoot);
    }
}

void CallBook::answer()
{
    m_answered = m_alarms;
    m_told.clear();
    std::erase_if(m_entries, [](const auto &entry) { return entry.second.endedAt != 0; });
    for (auto &[id, entry] : m_entries) {
        entry.acknowledged = true;
    }
    m_isOpen = false;
    m_byPerson = false;
}

const CallAlarm *CallBook::alarmOf(const std::string &account) const
{
    const auto found = std::ranges::find_if(
        m_alarms, [&account](const CallAlarm &alarm) { return alarm.key.account == account; });
    return found == m_alarms.end() ? nullptr : &*found;
}

} // namespace plimsoll::viewmodels
