// SPDX-License-Identifier: GPL-3.0-or-later
// AlarmService and the times in which nobody watched.
#include "monitor/alarmservice.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plimsoll::monitor {

namespace {

const QString kUnseenGaps = u"unseen_gaps"_s;

}

// By what is known from before: at a start no price has come yet.
bool AlarmService::stoodNearCall(const margin::Account &account,
                                 const std::map<std::string, margin::Decimal> &lastLevels) const
{
    if (m_desk.machine().nearCall(account.id)) {
        return true;
    }
    for (const alarm::Condition condition :
         {alarm::Condition::Call, alarm::Condition::Critical, alarm::Condition::Liquidation}) {
        const alarm::Life *life = m_desk.machine().find({account.id, condition, {}});
        if (life != nullptr && alarm::isActive(life->state)) {
            return true;
        }
    }
    const auto last = lastLevels.find(account.id);
    return last != lastLevels.end() && last->second <= alarm::barsOf(account.thresholds).nearCall;
}

void AlarmService::noteGap(const GapWatch::Gap &gap, const std::map<std::string, margin::Decimal> &lastLevels)
{
    if (!m_tellsGaps || m_desk.standsBy()) {
        return;
    }
    GapQuestion question = m_engine.accounts();
    const bool anybody = !question.accounts.empty();
    GapReport report;
    report.reason = gap.reason;
    report.from = gap.from;
    report.to = gap.to;
    report.state = anybody ? GapReport::State::Asking : GapReport::State::Ready;
    const bool near = std::ranges::any_of(
        question.accounts, [&](const margin::Account &account) { return stoodNearCall(account, lastLevels); });
    m_gapQueue.add(std::move(report), std::move(question.accounts));
    m_desk.report(alarm::Condition::Gap, {}, anybody, near ? alarm::Priority::High : alarm::Priority::Medium);
    keepGaps();
}

// Asked for only now: the answer that came tells which routes price an account, and that the network is there.
void AlarmService::pricesCame()
{
    const GapQueue::Open *open = m_gapAsked || m_desk.standsBy() ? nullptr : m_gapQueue.nextToAsk();
    if (open == nullptr) {
        return;
    }
    m_gapAsked = true;
    GapQuestion question = m_engine.accounts();
    question.report = open->report;
    if (!open->accounts.empty()) {
        question.accounts = open->accounts;
    }
    Q_EMIT gapFound(question);
}

void AlarmService::setGapReport(GapReport report)
{
    m_gapAsked = false;
    const GapReportPtr kept = m_desk.standsBy() ? nullptr : m_gapQueue.answer(std::move(report));
    if (!kept) {
        return;
    }
    tellMissed(*kept);
    keepGaps();
    Q_EMIT gapReported(*kept);
    settle();
    pricesCame();
}

void AlarmService::tellMissed(const GapReport &report)
{
    if (report.missedCall()) {
        m_desk.report(alarm::Condition::Gap, kMissed, true, alarm::Priority::High);
    }
}

void AlarmService::forgetGaps()
{
    m_gapQueue = {};
    m_keptGaps.clear();
    m_gapsRestored = false;
    m_gapAsked = false;
}

// What the monitor has to show, shown here too.
void AlarmService::mirrorGaps()
{
    m_stores.settings().then(this, [this](const Result<QHash<QString, QString>> &settings) {
        const QString text = settings ? settings->value(kUnseenGaps) : m_keptGaps;
        if (m_desk.standsBy() && m_tellsGaps && text != m_keptGaps) {
            m_keptGaps = text;
            m_gapQueue = {};
            m_gapQueue.restore(text);
            m_engine.publish();
        }
    });
}

void AlarmService::restoreGaps()
{
    m_stores.settings().then(this, [this](const Result<QHash<QString, QString>> &settings) {
        if (m_desk.standsBy()) {
            return; // another process took over meanwhile
        }
        m_gapsRestored = true;
        if (m_tellsGaps && settings) {
            for (const GapReportPtr &report : m_gapQueue.restore(settings->value(kUnseenGaps))) {
                if (report->state != GapReport::State::Asking) {
                    tellMissed(*report);
                    Q_EMIT gapReported(*report);
                }
            }
        }
        keepGaps();
        settle();
    });
}

void AlarmService::keepGaps()
{
    const QString text = m_gapQueue.saved();
    if (m_gapsRestored && m_tellsGaps && !m_desk.standsBy() && text != m_keptGaps) {
        m_keptGaps = text;
        m_stores.setSetting(kUnseenGaps, text).then(this, [this](const Result<Done> &done) {
            m_desk.report(alarm::Condition::Ledger, "gaps", !done.hasValue(), alarm::Priority::High);
        });
    }
}

// Who acknowledges everything from a terminal has read the reports there; a window that stands by has shown the first.
void AlarmService::takeGapRequests(const std::vector<AlarmRequest> &requests)
{
    for (const AlarmRequest &request : requests) {
        const bool isGap = request.condition.value_or(alarm::Condition::Gap) == alarm::Condition::Gap;
        if (request.kind != AlarmRequest::Kind::Acknowledge || !isGap) {
            continue;
        }
        if (request.account == "*") {
            m_gapQueue.seeAll();
        } else if (request.account.empty()) {
            m_gapQueue.see(m_gapQueue.first());
        }
    }
    keepGaps();
}

GapReportPtr AlarmService::gapOf(const alarm::Notice &notice) const
{
    const auto about = std::ranges::find_if(
        notice.lines, [](const alarm::NoticeLine &line) { return line.key.condition == alarm::Condition::Gap; });
    if (about == notice.lines.end()) {
        return nullptr;
    }
    return about->key.detail == kMissed ? m_gapQueue.newestMissed() : m_gapQueue.newest();
}

void AlarmService::gapSeen(GapReportPtr shown)
{
    post([this, shown = std::move(shown)] {
        m_gapQueue.see(shown);
        if (m_desk.standsBy()) {
            ask({0, 0, AlarmRequest::Kind::Acknowledge, {}, alarm::Condition::Gap, 0});
        } else if (m_gapQueue.count() == 0) {
            m_desk.acknowledge({}, alarm::Condition::Gap);
        }
        keepGaps();
    });
}

} // namespace plimsoll::monitor
