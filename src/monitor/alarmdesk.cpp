// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/alarmdesk.h"

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

AlarmDesk::AlarmDesk(Stores &stores, const Clock &clock, Options options, QObject *parent)
    : QObject(parent)
    , m_stores(stores)
    , m_clock(clock)
    , m_options(std::move(options))
    , m_ownTime(clock.bootMs())
{
    m_machine.setPollPeriod(m_options.pollPeriodMs);
    setPreferences(m_options.preferences);
}

void AlarmDesk::setPreferences(const AlarmPreferences &preferences)
{
    m_options.preferences = preferences;
    for (std::size_t i = 0; i < m_channels.size(); ++i) {
        const auto channel = static_cast<Channel>(i);
        if (!preferences.enabled.has(channel)) {
            m_channels[i] = {ChannelHealth::State::Off, 0, {}, 0};
            report(Condition::NotDelivered, word(channel), false);
        } else if (m_channels[i].state == ChannelHealth::State::Off) {
            m_channels[i] = {};
        }
    }
}

void AlarmDesk::setPollPeriod(alarm::Ms period)
{
    m_options.pollPeriodMs = static_cast<int>(period);
    m_machine.setPollPeriod(period);
}

void AlarmDesk::judge(const margin::Verdict &verdict, const margin::QuoteBoard &quotes, const FeedFacts &feed)
{
    if (m_standsBy) {
        return;
    }
    m_facts.pricesAreNew(*verdict.account, quotes);
    m_machine.judge(verdict.account->id, m_facts.sampleOf(verdict, quotes, feed, m_machine.rules(), m_clock.bootMs()));
}

void AlarmDesk::answered(const margin::RiskBook &book, const FeedFacts &feed)
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
                            m_facts.sampleOf(verdict, book.quotes(), feed, m_machine.rules(), m_clock.bootMs()));
        }
    }
}

void AlarmDesk::judgeRules(const margin::RiskBook &book, const FeedFacts &feed)
{
    const std::vector<alarm::Rule> &rules = m_machine.rules();
    const auto isOn = [](const alarm::Rule &rule) { return rule.enabled; };
    if (std::ranges::none_of(rules, isOn)) {
        return;
    }
    const alarm::Ms now = m_clock.bootMs();
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

void AlarmDesk::remove(const std::string &account)
{
    m_facts.forget(account);
    m_machine.remove(account, m_clock.bootMs());
}

void AlarmDesk::lookAtRulePrices(const margin::QuoteBoard &quotes)
{
    const alarm::Ms now = m_clock.bootMs();
    m_rulePrices.look(m_machine.rules(), quotes, now);
    for (const std::string &symbol : m_rulePrices.missing(now)) {
        report(Condition::Incomplete, symbol, true);
    }
    for (const std::string &symbol : m_rulePrices.takeFound(now)) {
        report(Condition::Incomplete, symbol, false);
    }
}

void AlarmDesk::tick()
{
    if (m_standsBy) {
        return;
    }
    const alarm::Ms now = m_clock.bootMs();
    m_machine.tick(now);
    const OwnTime::Step step = m_ownTime.look(now);
    m_outbox.missed(step.missed);
    m_screenSilence += step.ran;
    for (const DeliveryReport &late : m_outbox.overdue(now)) {
        delivered(late);
    }
    if (m_options.hasScreen) {
        report(Condition::ThreadDead, "screen", m_screenSilence > kScreenSilence, Priority::High);
    }
}

void AlarmDesk::report(Condition condition, const std::string &detail, bool holds, Priority priority)
{
    report(condition, detail, holds ? alarm::Observation::True : alarm::Observation::Clear, priority);
}

void AlarmDesk::report(Condition condition, const std::string &detail, alarm::Observation observation,
                       Priority priority)
{
    if (m_standsBy) {
        return;
    }
    m_machine.report({{}, condition, detail}, observation, priority, m_clock.bootMs());
}

void AlarmDesk::decide(const std::function<NoticeContext()> &context)
{
    if (m_standsBy) {
        return;
    }
    AlarmRecord record;
    const auto changes = m_machine.takeChanges();
    m_planner.setLadder(ladder());
    const alarm::Plan plan = m_planner.plan(m_machine, changes, quietNow(), m_clock.bootMs());
    const NoticeContext now = changes.empty() && plan.notices.empty() ? NoticeContext() : context();
    remember(changes, now, record);
    for (const alarm::NoticeLine &line : plan.folded) {
        keep(line.key);
    }
    for (const alarm::Key &key : m_machine.takeHolds()) {
        keep(key);
    }
    record.outbox = AlarmOutbox::folded(plan.folded, m_clock.wallMs());
    for (const alarm::Notice &notice : plan.notices) {
        tell(notice, now, record);
    }
    if (plan.notices.empty()) {
        putAway(changes);
    }
    record.outbox.insert(record.outbox.end(), m_closed.begin(), m_closed.end());
    m_closed.clear();
    for (const alarm::Key &key : std::exchange(m_dirty, {})) {
        const alarm::Life *life = std::as_const(m_machine).find(key);
        record.states.push_back({key, life != nullptr ? *life : alarm::Life {}});
    }
    record.handledRequests = std::exchange(m_handledRequests, 0);
    if (!record.empty()) {
        write(std::move(record));
    }
}

void AlarmDesk::keep(const alarm::Key &key)
{
    m_dirty.insert(key);
}

void AlarmDesk::remember(const std::vector<alarm::Change> &changes, const NoticeContext &context, AlarmRecord &record)
{
    for (const alarm::Change &change : changes) {
        keep(change.key);
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
            event.inputs = AlarmFacts::inputsOf(*verdict, *context.rates(), m_clock.bootMs());
        }
        record.events.push_back(event);
        Q_EMIT alarmChanged(event);
    }
}

void AlarmDesk::write(AlarmRecord record)
{
    record.moment = {m_clock.bootId(), m_clock.bootMs(), m_clock.wallMs()};
    std::vector<alarm::Key> keys;
    for (const AlarmStateRow &row : record.states) {
        keys.push_back(row.key);
    }
    const std::int64_t requests = record.handledRequests;
    m_stores.recordAlarms(std::move(record))
        .then(this, [this, keys = std::move(keys), requests](const Result<Done> &done) {
            if (!done) { // the next record says it again: what was taken over must not be taken over once more
                m_dirty.insert(keys.begin(), keys.end());
                m_handledRequests = std::max(m_handledRequests, requests);
            }
            Q_EMIT stored(done.hasValue());
        });
}

void AlarmDesk::acknowledge(const std::string &account, std::optional<Condition> condition,
                            std::optional<alarm::Request> request)
{
    const auto before = m_machine.awake();
    if (m_machine.acknowledge(account, condition, request.value_or(m_clock.bootMs())) > 0) {
        m_undo = before;
        m_undoUntil = m_clock.bootMs() + kUndo;
    }
}

void AlarmDesk::acknowledgeNotice(std::uint64_t notice)
{
    const auto before = m_machine.awake();
    int count = 0;
    for (const std::string &account : m_outbox.accountsOf(notice)) {
        count += m_machine.acknowledge(account, {}, m_clock.bootMs());
    }
    if (count > 0) {
        m_undo = before;
        m_undoUntil = m_clock.bootMs() + kUndo;
    }
}

void AlarmDesk::snoozeNotice(std::uint64_t notice)
{
    for (const std::string &account : m_outbox.accountsOf(notice)) {
        m_machine.snooze(account, kNoticeSnooze, m_clock.bootMs());
    }
}

void AlarmDesk::undo()
{
    if (m_clock.bootMs() < m_undoUntil) {
        m_machine.undo(m_undo, m_clock.bootMs());
    }
    m_undoUntil = 0;
}

void AlarmDesk::snooze(const std::string &account, alarm::Ms span)
{
    m_machine.snooze(account, span, m_clock.bootMs());
}

void AlarmDesk::handled(const std::string &account)
{
    m_machine.handle(account, m_clock.bootMs());
}

void AlarmDesk::takeRequests(const std::vector<AlarmRequest> &requests)
{
    for (const AlarmRequest &request : requests) {
        if (request.sequence <= m_lastRequest) {
            continue; // taken over already, its record is on the way to the disk
        }
        m_lastRequest = request.sequence;
        const alarm::Ms now = m_clock.bootMs();
        const alarm::Request when(now - std::max<std::int64_t>(m_clock.wallMs() - request.time, 0),
                                  now); // it counts from when it was made
        switch (request.kind) {
        case AlarmRequest::Kind::Acknowledge: acknowledge(request.account, request.condition, when); break;
        case AlarmRequest::Kind::Snooze: m_machine.snooze(request.account, request.span, when); break;
        case AlarmRequest::Kind::Handle: m_machine.handle(request.account, when); break;
        }
        m_handledRequests = m_lastRequest;
    }
}

void AlarmDesk::tellAgain()
{
    m_planner.tellAgain(m_machine, m_clock.bootMs());
}

AlarmBoard AlarmDesk::board() const
{
    AlarmBoard board;
    board.standing = m_machine.awake();
    std::ranges::stable_sort(board.standing, {}, [](const alarm::Standing &standing) {
        const Condition condition = standing.key.condition;
        const int severity = alarm::severityOf(condition);
        return std::tuple(-static_cast<int>(standing.life.priority), standing.outlook.clearsAt.has_value(), -severity,
                          !standing.level, standing.level.value_or(margin::Decimal()));
    });
    board.rules = m_machine.rules();
    board.rulePrices = m_rulePrices.prices();
    board.channels = m_channels;
    board.canUndo = m_clock.bootMs() < m_undoUntil;
    board.unacknowledged = static_cast<int>(std::ranges::count_if(board.standing, [](const alarm::Standing &s) {
        return !s.folded
            && (s.life.state == alarm::State::ActiveUnacknowledged
                || s.life.state == alarm::State::ClearedUnacknowledged);
    }));
    return board;
}

} // namespace plimsoll::monitor
