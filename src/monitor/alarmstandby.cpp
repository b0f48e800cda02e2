// SPDX-License-Identifier: GPL-3.0-or-later
// How AlarmDesk and AlarmService become those of the monitor or of a stand-by. The latter decide, keep and tell
// nothing: what stands is what the monitor recorded; what a person does here is asked of it.
#include "monitor/alarmservice.h"

namespace plimsoll::monitor {

void AlarmDesk::standBy()
{
    m_standsBy = true;
    m_undoUntil = 0;
    m_dirty.clear();
    m_closed.clear();
}

void AlarmDesk::handOver()
{
    putAway(tr("Plimsoll: handed over"), tr("Another Plimsoll on this computer watches from here on."));
    standBy();
}

void AlarmDesk::forgetLives()
{
    m_machine = alarm::Machine();
    m_machine.setPollPeriod(m_options.pollPeriodMs);
}

void AlarmDesk::putInPlace(const StoredAlarms &stored)
{
    const alarm::SavedMoment now {m_clock.bootId(), m_clock.bootMs(), m_clock.wallMs()};
    const alarm::Ms shift = alarm::shiftSince(stored.moment, now);
    m_machine.setRules(stored.rules, now.bootMs);
    for (const AlarmStateRow &row : stored.states) {
        alarm::Standing standing;
        standing.key = row.key;
        standing.life = alarm::shifted(row.life, shift);
        m_machine.restore(standing);
    }
}

void AlarmDesk::restore(const StoredAlarms &stored)
{
    m_standsBy = false;
    forgetLives();
    m_planner = alarm::Planner();
    m_outbox = AlarmOutbox();
    m_facts = AlarmFacts();
    putInPlace(stored);
    for (const AlarmStateRow &row : stored.states) {
        if (row.life.state == alarm::State::ActiveUnacknowledged) {
            m_planner.restored(row.key, m_clock.bootMs());
        }
    }
    takeRequests(stored.requests);
    for (OutboxRow row : stored.pending) { // their alarms, where they still stand, are told again; these never arrived
        row.result = OutboxRow::Result::Failed;
        row.detail = "the program ended before an answer came";
        m_closed.push_back(std::move(row));
    }
}

void AlarmDesk::mirror(const StoredAlarms &stored)
{
    forgetLives();
    putInPlace(stored);
    m_machine.tick(m_clock.bootMs()); // what time has done since it was recorded
    m_machine.takeChanges(); // the monitor sees and records the same
}

void AlarmService::standBy()
{
    m_desk.standBy();
    forgetGaps();
}

void AlarmService::handOver()
{
    m_desk.handOver();
    forgetGaps();
}

void AlarmService::mirror(const StoredAlarms &stored)
{
    if (m_desk.standsBy()) {
        m_desk.mirror(stored);
        mirrorGaps();
    }
}

void AlarmService::ask(AlarmRequest request)
{
    request.time = m_clock.wallMs();
    m_stores.addAlarmRequest(std::move(request)).then(this, [this](const Result<Done> &done) {
        if (!done) {
            m_engine.refused(done.error());
        }
    });
}

void AlarmService::ask(std::uint64_t notice, AlarmRequest::Kind kind)
{
    for (const std::string &account : m_desk.accountsOf(notice)) {
        AlarmRequest request;
        request.kind = kind;
        request.account = account;
        request.span = kind == AlarmRequest::Kind::Snooze ? AlarmDesk::kNoticeSnooze : 0;
        ask(std::move(request));
    }
}

} // namespace plimsoll::monitor
