// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarming/gapreports.h"

#include "ports/logging.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace plimsoll::monitor {

namespace {
const QString kUnseenGaps = u"unseen_gaps"_s;
} // namespace

GapReports::GapReports(Stores &stores, const Clock &clock, AlarmManager &alarms, bool tells, QObject *parent)
    : QObject(parent)
    , m_stores(stores)
    , m_clock(clock)
    , m_alarms(alarms)
    , m_tells(tells)
    , m_watch(clock.bootTime())
{
}

void GapReports::begin(const StoredAlarms &stored, GapQuestion open)
{
    markWatch(); // from here on a request of another process is for this one
    forget();
    if (const auto gap = m_watch.start(stored.mark, m_clock.bootTime(), m_clock.wallTime())) {
        note(*gap, std::move(open), stored.lastLevels);
    }
    restore();
    Q_EMIT changed(); // what is high is told now, not with the first price
}

GapWatch::Tick GapReports::tick()
{
    const GapWatch::Tick tick = m_watch.tick(m_clock.bootTime(), m_clock.wallTime());
    if (tick.markDue && !m_alarms.standsBy()) {
        markWatch();
    }
    return tick;
}

void GapReports::markWatch()
{
    m_stores.markWatch({m_clock.wallTime(), true}).then(this, [this](const Result<Done> &done) {
        m_alarms.report(alarm::Condition::Ledger, "watch", !done.hasValue(), alarm::Priority::High);
    });
}

void GapReports::stop()
{
    m_stores.markWatch({m_clock.wallTime(), false}).then([](const Result<Done> &done) {
        if (!done) { // no alarm can be raised any more; the next start takes it for a crash, and reports a gap
            qCWarning(lcEngine, "that watching ended in order could not be written: %s",
                      done.error().message().c_str());
        }
    });
}

// By what is known from before: at a start no price has come yet.
bool GapReports::stoodNearCall(const margin::Account &account,
                               const std::map<std::string, margin::Decimal> &lastLevels) const
{
    const alarm::Machine &machine = m_alarms.machine();
    if (machine.nearCall(account.id)) {
        return true;
    }
    for (const alarm::Condition condition :
         {alarm::Condition::Call, alarm::Condition::Critical, alarm::Condition::Liquidation}) {
        const alarm::Alarm *alarm = machine.find({account.id, condition, {}});
        if (alarm != nullptr && alarm::isActive(alarm->state)) {
            return true;
        }
    }
    const auto last = lastLevels.find(account.id);
    return last != lastLevels.end() && last->second <= alarm::barsOf(account.thresholds).nearCall;
}

void GapReports::note(const GapWatch::Gap &gap, GapQuestion open,
                      const std::map<std::string, margin::Decimal> &lastLevels)
{
    if (!m_tells || m_alarms.standsBy()) {
        return;
    }
    const bool owes = !open.accounts.empty();
    GapReport report;
    report.reason = gap.reason;
    report.from = gap.from;
    report.to = gap.to;
    report.state = owes ? GapReport::State::Asking : GapReport::State::Ready;
    const bool near = std::ranges::any_of(
        open.accounts, [&](const margin::Account &account) { return stoodNearCall(account, lastLevels); });
    m_queue.add(std::move(report), std::move(open.accounts));
    m_alarms.report(alarm::Condition::Gap, {}, owes, near ? alarm::Priority::High : alarm::Priority::Medium);
    keep();
}

bool GapReports::asks() const
{
    return !m_asked && !m_alarms.standsBy() && m_queue.nextToAsk() != nullptr;
}

void GapReports::ask(GapQuestion open)
{
    m_open = std::move(open);
    if (!asks()) {
        return;
    }
    m_asked = true;
    const GapQueue::Open *next = m_queue.nextToAsk();
    GapQuestion question = m_open;
    question.report = next->report;
    if (!next->accounts.empty()) {
        question.accounts = next->accounts;
    }
    Q_EMIT found(question);
}

void GapReports::answer(GapReport report)
{
    m_asked = false;
    const GapReportPtr kept = m_alarms.standsBy() ? nullptr : m_queue.answer(std::move(report));
    if (!kept) {
        return;
    }
    raiseMissed(*kept);
    keep();
    Q_EMIT reported(*kept);
    Q_EMIT changed();
    ask(std::move(m_open));
}

void GapReports::raiseMissed(const GapReport &report)
{
    if (report.missedCall()) {
        m_alarms.report(alarm::Condition::Gap, GapReport::kMissed, true, alarm::Priority::High);
    }
}

void GapReports::forget()
{
    m_queue = {};
    m_kept.clear();
    m_restored = false;
    m_asked = false;
}

void GapReports::mirror()
{
    m_stores.settings().then(this, [this](const Result<QHash<QString, QString>> &settings) {
        const QString text = settings ? settings->value(kUnseenGaps) : m_kept;
        if (m_alarms.standsBy() && m_tells && text != m_kept) {
            m_kept = text;
            m_queue = {};
            m_queue.restore(text);
            Q_EMIT changed();
        }
    });
}

void GapReports::restore()
{
    m_stores.settings().then(this, [this](const Result<QHash<QString, QString>> &settings) {
        if (m_alarms.standsBy()) {
            return; // another process took over meanwhile
        }
        m_restored = true;
        if (m_tells && settings) {
            for (const GapReportPtr &report : m_queue.restore(settings->value(kUnseenGaps))) {
                if (report->state != GapReport::State::Asking) {
                    raiseMissed(*report);
                    Q_EMIT reported(*report);
                }
            }
        }
        keep();
        Q_EMIT changed();
    });
}

void GapReports::keep()
{
    const QString text = m_queue.saved();
    if (m_restored && m_tells && !m_alarms.standsBy() && text != m_kept) {
        m_kept = text;
        m_stores.setSetting(kUnseenGaps, text).then(this, [this](const Result<Done> &done) {
            m_alarms.report(alarm::Condition::Ledger, "gaps", !done.hasValue(), alarm::Priority::High);
        });
    }
}

// Who acknowledges everything from a terminal has read the reports there; a window that stands by has shown the first.
void GapReports::takeRequests(const std::vector<AlarmRequest> &requests)
{
    for (const AlarmRequest &request : requests) {
        const bool isGap = request.condition.value_or(alarm::Condition::Gap) == alarm::Condition::Gap;
        if (request.kind != AlarmRequest::Kind::Acknowledge || !isGap) {
            continue;
        }
        if (request.account == "*") {
            m_queue.seeAll();
        } else if (request.account.empty()) {
            m_queue.see(m_queue.first());
        }
    }
    keep();
}

void GapReports::see(const GapReportPtr &shown)
{
    m_queue.see(shown);
    if (!m_alarms.standsBy() && m_queue.count() == 0) {
        m_alarms.acknowledge({}, alarm::Condition::Gap);
    }
    keep();
}

void GapReports::fill(AlarmBoard &board) const
{
    board.gap = m_queue.first();
    board.furtherGaps = std::max(0, m_queue.count() - 1);
}

void GapReports::fill(NoticeContext &context) const
{
    context.newestGap = m_queue.newest();
    context.missedGap = m_queue.newestMissed();
}

} // namespace plimsoll::monitor
