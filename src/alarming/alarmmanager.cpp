// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarming/alarmmanager.h"

#include <algorithm>

namespace plimsoll::monitor {

namespace {

using alarm::Channel;
using alarm::Condition;
using alarm::Priority;

std::string word(Channel channel)
{
    return std::string(alarm::channelWord(channel));
}

} // namespace

AlarmManager::AlarmManager(AlarmsPort &alarms, const Clock &clock, const Options &options, QObject *parent)
    : QObject(parent)
    , m_alarms(alarms)
    , m_clock(clock)
    , m_dispatcher(new NoticeDispatcher(clock, options, this))
    , m_hasScreen(options.hasScreen)
    , m_pollPeriod(options.pollPeriodMs)
    , m_ownTime(clock.bootTime())
{
    m_machine.setPollPeriod(m_pollPeriod);
    setPreferences(options.preferences);
}

void AlarmManager::setPreferences(const AlarmPreferences &preferences)
{
    for (const Channel off : m_dispatcher->setPreferences(preferences)) {
        report(Condition::NotDelivered, word(off), false);
    }
}

void AlarmManager::setPollPeriod(alarm::Ms period)
{
    m_pollPeriod = period;
    m_machine.setPollPeriod(period);
}

void AlarmManager::setRules(std::vector<alarm::Rule> rules)
{
    m_machine.setRules(std::move(rules), m_clock.bootTime());
}

// Those of a stand-by are what mirror() brings.
void AlarmManager::resetMachine()
{
    m_machine = alarm::Machine();
    m_machine.setPollPeriod(m_pollPeriod);
}

void AlarmManager::putInPlace(const StoredAlarms &stored)
{
    const alarm::SavedMoment now {m_clock.bootId(), m_clock.bootTime(), m_clock.wallTime()};
    const alarm::Ms shift = alarm::shiftSince(stored.moment, now);
    m_machine.setRules(stored.rules, now.bootTime);
    for (const AlarmStateRow &row : stored.states) {
        alarm::ActiveAlarm active;
        active.key = row.key;
        active.alarm = alarm::shifted(row.alarm, shift);
        m_machine.restore(active);
    }
}

void AlarmManager::restore(const StoredAlarms &stored)
{
    m_standsBy = false;
    resetMachine();
    m_planner = alarm::Planner();
    m_dispatcher->forget();
    m_facts = AlarmFacts();
    putInPlace(stored);
    for (const AlarmStateRow &row : stored.states) {
        if (row.alarm.state == alarm::State::ActiveUnacknowledged) {
            m_planner.restored(row.key, m_clock.bootTime());
        }
    }
    takeRequests(stored.requests);
    for (OutboxRow row : stored.pending) { // their alarms, where they still stand, are told again; these never arrived
        row.result = OutboxRow::Result::Failed;
        row.detail = "the program ended before an answer came";
        m_closed.push_back(std::move(row));
    }
}

void AlarmManager::mirror(const StoredAlarms &stored)
{
    resetMachine();
    putInPlace(stored);
    m_machine.tick(m_clock.bootTime()); // what time has done since it was recorded
    m_machine.takeChanges(); // the monitor sees and records the same
}

void AlarmManager::standBy()
{
    m_standsBy = true;
    m_undoUntil = 0;
    m_dirty.clear();
    m_closed.clear();
}

void AlarmManager::handOver()
{
    m_dispatcher->withdraw(tr("Plimsoll: handed over"), tr("Another Plimsoll on this computer watches from here on."));
    standBy();
}

void AlarmManager::judge(const margin::Verdict &verdict, const margin::QuoteBoard &quotes, const FeedFacts &feed)
{
    if (m_standsBy) {
        return;
    }
    m_facts.pricesAreNew(*verdict.account, quotes);
    m_machine.judge(verdict.account->id,
                    m_facts.sampleOf(verdict, quotes, feed, m_machine.rules(), m_clock.bootTime()));
}

void AlarmManager::answered(const margin::RiskBook &book, const FeedFacts &feed)
{
    if (m_standsBy) {
        return;
    }
    for (const std::string &account : m_machine.restlessAccounts()) {
        const std::size_t *slot = book.find(account);
        if (slot == nullptr) {
            continue;
        }
        const margin::Verdict &verdict = book.verdicts()[*slot];
        if (verdict.account && m_facts.pricesAreNew(*verdict.account, book.quotes())) {
            m_machine.judge(account,
                            m_facts.sampleOf(verdict, book.quotes(), feed, m_machine.rules(), m_clock.bootTime()));
        }
    }
}

void AlarmManager::judgeRules(const margin::RiskBook &book, const FeedFacts &feed)
{
    const std::vector<alarm::Rule> &rules = m_machine.rules();
    const BootTime now = m_clock.bootTime();
    m_rulePrices.look(rules, book.quotes(), now);
    for (const std::string &symbol : m_rulePrices.missing(now)) {
        report(Condition::Incomplete, symbol, true);
    }
    for (const std::string &symbol : m_rulePrices.takeFound(now)) {
        report(Condition::Incomplete, symbol, false);
    }
    const auto isOn = [](const alarm::Rule &rule) { return rule.enabled; };
    if (std::ranges::none_of(rules, isOn)) {
        return;
    }
    for (std::size_t i = 0; i < book.verdicts().size(); ++i) {
        const margin::Verdict &verdict = book.verdicts()[i];
        const auto concerns = [&](const alarm::Rule &rule) {
            return rule.enabled && alarm::concerns(rule, verdict.account->id);
        };
        if (verdict.account && std::ranges::any_of(rules, concerns)) {
            m_machine.judgeRules(verdict.account->id, m_facts.sampleOf(verdict, book.quotes(), feed, rules, now));
        }
    }
    m_machine.judgeRules({}, AlarmFacts::pricesOf(book.quotes(), rules, now));
}

void AlarmManager::remove(const std::string &account)
{
    m_facts.forget(account);
    m_machine.remove(account, m_clock.bootTime());
}

void AlarmManager::tick()
{
    if (m_standsBy) {
        return;
    }
    const BootTime now = m_clock.bootTime();
    m_machine.tick(now);
    m_screenSilence += m_ownTime.look(now).ran;
    for (const DeliveryReport &late : m_dispatcher->overdue()) {
        delivered(late);
    }
    if (m_hasScreen) {
        report(Condition::ThreadDead, "screen", m_screenSilence > kScreenSilence, Priority::High);
    }
}

void AlarmManager::report(Condition condition, const std::string &detail, bool holds, Priority priority)
{
    report(condition, detail, holds ? alarm::Observation::True : alarm::Observation::Clear, priority);
}

void AlarmManager::report(Condition condition, const std::string &detail, alarm::Observation observation,
                          Priority priority)
{
    if (m_standsBy) {
        return;
    }
    m_machine.report({{}, condition, detail}, observation, priority, m_clock.bootTime());
}

void AlarmManager::decide(const NoticeContext &context)
{
    if (m_standsBy) {
        return;
    }
    AlarmRecord record;
    const auto changes = m_machine.takeChanges();
    m_planner.setLadder(m_dispatcher->ladder());
    const alarm::Plan plan = m_planner.plan(m_machine, changes, m_dispatcher->isQuietNow(), m_clock.bootTime());
    remember(changes, context, record);
    for (const alarm::NoticeLine &line : plan.folded) {
        m_dirty.insert(line.key);
    }
    for (const alarm::Key &key : m_machine.takeHolds()) {
        m_dirty.insert(key);
    }
    record.outbox = AlarmOutbox::folded(plan.folded, m_clock.wallTime());
    for (const alarm::Notice &notice : plan.notices) {
        send(notice, context, record);
    }
    if (plan.notices.empty()) {
        withdrawAnswered(changes);
    }
    record.outbox.insert(record.outbox.end(), m_closed.begin(), m_closed.end());
    m_closed.clear();
    for (const alarm::Key &key : std::exchange(m_dirty, {})) {
        const alarm::Alarm *alarm = std::as_const(m_machine).find(key);
        record.states.push_back({key, alarm != nullptr ? *alarm : alarm::Alarm {}});
    }
    record.handledRequests = std::exchange(m_handledRequests, 0);
    if (!record.empty()) {
        write(std::move(record));
    }
}

void AlarmManager::send(const alarm::Notice &notice, const NoticeContext &context, AlarmRecord &record)
{
    for (const alarm::NoticeLine &line : notice.lines) {
        m_dirty.insert(line.key);
    }
    auto rows = m_dispatcher->send(notice, context, m_machine);
    record.outbox.insert(record.outbox.end(), std::make_move_iterator(rows.begin()),
                         std::make_move_iterator(rows.end()));
}

// What stands on the desktop still asks for an answer that was given elsewhere. Not a notice: nobody needs to hear of
// it.
void AlarmManager::withdrawAnswered(const std::vector<alarm::Change> &changes)
{
    const auto isAnswer = [](const alarm::Change &change) {
        return change.cause == alarm::Cause::Acknowledged || change.cause == alarm::Cause::SnoozedByPerson
            || change.cause == alarm::Cause::Handled;
    };
    const auto asks = [](const alarm::ActiveAlarm &active) {
        return active.alarm.state == alarm::State::ActiveUnacknowledged;
    };
    const auto isSnooze = [](const alarm::Change &change) { return change.cause == alarm::Cause::SnoozedByPerson; };
    if (std::ranges::any_of(changes, isAnswer) && std::ranges::none_of(m_machine.awake(), asks)) {
        m_dispatcher->withdraw(
            std::ranges::any_of(changes, isSnooze) ? tr("Plimsoll: snoozed") : tr("Plimsoll: acknowledged"),
            tr("Nothing else needs you now. An alarm comes back when it gets worse, or when its time is over."));
    }
}

void AlarmManager::delivered(const DeliveryReport &report)
{
    if (m_standsBy && !report.isTest) {
        return; // it was told as a monitor, whose place another took meanwhile
    }
    if (auto rows = m_dispatcher->finish(report)) {
        m_closed.insert(m_closed.end(), std::make_move_iterator(rows->begin()), std::make_move_iterator(rows->end()));
        this->report(Condition::NotDelivered, word(report.channel), !report.delivered,
                     m_machine.anyHigh() ? Priority::High : Priority::Medium);
    }
}

void AlarmManager::remember(const std::vector<alarm::Change> &changes, const NoticeContext &context,
                            AlarmRecord &record)
{
    for (const alarm::Change &change : changes) {
        m_dirty.insert(change.key);
        const bool resting = change.cause == alarm::Cause::Judged
            || (change.cause == alarm::Cause::Ended && !alarm::isActive(change.from));
        if (resting) {
            continue; // nothing a person would look for
        }
        AlarmEventRow event {0,           context.nowWall, change.key,   change.occurrence,
                             change.from, change.to,       change.cause, change.level,
                             "{}"};
        if (const margin::Verdict *verdict = context.verdict(change.key.account);
            verdict != nullptr && context.rates()) {
            event.inputs = AlarmFacts::inputsOf(*verdict, *context.rates(), m_clock.bootTime());
        }
        record.events.push_back(event);
        Q_EMIT alarmChanged(event);
    }
}

void AlarmManager::write(AlarmRecord record)
{
    record.moment = {m_clock.bootId(), m_clock.bootTime(), m_clock.wallTime()};
    std::vector<alarm::Key> keys;
    keys.reserve(record.states.size());
    for (const AlarmStateRow &row : record.states) {
        keys.push_back(row.key);
    }
    const std::int64_t requests = record.handledRequests;
    m_alarms.recordAlarms(std::move(record))
        .then(this, [this, keys = std::move(keys), requests](const Result<Done> &done) {
            if (!done) { // the next record says it again: what was taken over must not be taken over once more
                m_dirty.insert(keys.begin(), keys.end());
                m_handledRequests = std::max(m_handledRequests, requests);
            }
            report(Condition::Ledger, "alarms", !done.hasValue(), Priority::High);
        });
}

void AlarmManager::acknowledge(const std::string &account, std::optional<Condition> condition,
                               std::optional<alarm::Request> request)
{
    const auto before = m_machine.awake();
    if (m_machine.acknowledge(account, condition, request.value_or(m_clock.bootTime())) > 0) {
        m_undo = before;
        m_undoUntil = m_clock.bootTime() + kUndo;
    }
}

void AlarmManager::acknowledgeNotice(alarm::NoticeId notice)
{
    const auto before = m_machine.awake();
    int count = 0;
    for (const std::string &account : m_dispatcher->accountsOf(notice)) {
        count += m_machine.acknowledge(account, {}, m_clock.bootTime());
    }
    if (count > 0) {
        m_undo = before;
        m_undoUntil = m_clock.bootTime() + kUndo;
    }
}

void AlarmManager::snoozeNotice(alarm::NoticeId notice)
{
    for (const std::string &account : m_dispatcher->accountsOf(notice)) {
        m_machine.snooze(account, kNoticeSnooze, m_clock.bootTime());
    }
}

void AlarmManager::undo()
{
    if (m_clock.bootTime() < m_undoUntil) {
        m_machine.undo(m_undo, m_clock.bootTime());
    }
    m_undoUntil = 0;
}

void AlarmManager::snooze(const std::string &account, alarm::Ms span)
{
    m_machine.snooze(account, span, m_clock.bootTime());
}

void AlarmManager::handled(const std::string &account)
{
    m_machine.handle(account, m_clock.bootTime());
}

void AlarmManager::takeRequests(const std::vector<AlarmRequest> &requests)
{
    for (const AlarmRequest &request : requests) {
        if (request.sequence <= m_lastRequest) {
            continue; // taken over already, its record is on the way to the disk
        }
        m_lastRequest = request.sequence;
        const BootTime now = m_clock.bootTime();
        const alarm::Request when(now - std::max<std::int64_t>(m_clock.wallTime() - request.time, 0),
                                  now); // it counts from when it was made
        switch (request.kind) {
        case AlarmRequest::Kind::Acknowledge: acknowledge(request.account, request.condition, when); break;
        case AlarmRequest::Kind::Snooze: m_machine.snooze(request.account, request.span, when); break;
        case AlarmRequest::Kind::Handle: m_machine.handle(request.account, when); break;
        }
        m_handledRequests = m_lastRequest;
    }
}

void AlarmManager::tellAgain()
{
    m_planner.tellAgain(m_machine, m_clock.bootTime());
}

AlarmBoard AlarmManager::board() const
{
    AlarmBoard board;
    board.active = m_machine.awake();
    std::ranges::stable_sort(board.active, {}, [](const alarm::ActiveAlarm &active) {
        const Condition condition = active.key.condition;
        const int severity = alarm::severityOf(condition);
        return std::tuple(-static_cast<int>(active.alarm.priority), active.outlook.clearsAt.has_value(), -severity,
                          !active.level, active.level.value_or(margin::Decimal()));
    });
    board.rules = m_machine.rules();
    board.rulePrices = m_rulePrices.prices();
    board.channels = m_dispatcher->channels();
    board.canUndo = m_clock.bootTime() < m_undoUntil;
    board.unacknowledged = static_cast<int>(std::ranges::count_if(
        board.active, [](const alarm::ActiveAlarm &s) { return !s.folded && alarm::isUnacknowledged(s.alarm.state); }));
    return board;
}

} // namespace plimsoll::monitor
