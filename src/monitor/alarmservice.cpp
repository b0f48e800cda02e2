// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/alarmservice.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QPromise>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plimsoll::monitor {

namespace {

NoticeText words(const char *title, const char *body)
{
    NoticeText text;
    text.title = QCoreApplication::translate("AlarmService", title);
    text.body = QCoreApplication::translate("AlarmService", body);
    text.line = text.title + u". "_s + text.body;
    return text;
}

NoticeText testText()
{
    return words(QT_TRANSLATE_NOOP("AlarmService", "Plimsoll: this is a test"),
                 QT_TRANSLATE_NOOP("AlarmService", "An alarm would reach you this way. Nothing is wrong."));
}

NoticeText selfTestText()
{
    return words(QT_TRANSLATE_NOOP("AlarmService", "Plimsoll is watching"),
                 QT_TRANSLATE_NOOP("AlarmService", "Daily test of the notifications. Nothing needs to be done."));
}

NoticeText drillText()
{
    return words(
        QT_TRANSLATE_NOOP("AlarmService", "Fire drill: margin call of a practice account"),
        QT_TRANSLATE_NOOP("AlarmService", "No account of yours is concerned. Acknowledge it as you would a real one."));
}

} // namespace

AlarmService::AlarmService(Stores &stores, const Clock &clock, AlarmDesk::Options options, Engine engine,
                           QObject *parent)
    : QObject(parent)
    , m_stores(stores)
    , m_clock(clock)
    , m_engine(std::move(engine))
    , m_notifier(options.notifier)
    , m_tellsGaps(options.tellsGaps)
    , m_desk(stores, clock, std::move(options))
    , m_selfTestAt(clock.bootMs() + kSelfTestMs)
{
    m_desk.setParent(this);
    if (m_notifier != nullptr) {
        // Queued even on one thread: a report that comes from inside send() must not begin a decision inside another.
        connect(m_notifier, &Notifier::reported, this, &AlarmService::onReport, Qt::QueuedConnection);
        connect(m_notifier, &Notifier::actionChosen, this, &AlarmService::onAction, Qt::QueuedConnection);
        const auto tellAgain = [this] {
            m_desk.tellAgain();
            settle();
        };
        connect(m_notifier, &Notifier::desktopRestarted, this, tellAgain, Qt::QueuedConnection);
    }
    connect(&m_desk, &AlarmDesk::stored, this,
            [this](bool ok) { m_desk.report(alarm::Condition::Ledger, "alarms", !ok, alarm::Priority::High); });
}

void AlarmService::restore(const StoredAlarms &stored)
{
    m_desk.restore(stored);
}

void AlarmService::greet(const StoredAlarms &stored)
{
    markWatch(true); // from here on a request of another process is for this one
    forgetGaps();
    if (const auto gap = m_gaps.start(stored.mark, m_clock.bootMs(), m_clock.wallMs())) {
        noteGap(*gap, stored.lastLevels);
    }
    restoreGaps();
    settle(); // what is high is told now, not with the first price
}

void AlarmService::tick()
{
    const GapWatch::Tick tick = m_gaps.tick(m_clock.bootMs(), m_clock.wallMs());
    if (tick.jumped) {
        m_engine.pollNow();
    }
    if (m_desk.standsBy()) {
        runDrill();
        return;
    }
    if (tick.gap) {
        noteGap(*tick.gap, {});
    }
    if (tick.markDue) {
        markWatch(true);
    }
    m_desk.tick();
    runDrill();
    selfTest();
}

void AlarmService::runDrill()
{
    for (Delivery delivery : m_drill.tick(m_desk.ladder(), m_clock.bootMs())) {
        delivery.text = drillText();
        const bool external = delivery.channel == alarm::Channel::Desktop || delivery.channel == alarm::Channel::Sound
            || delivery.channel == alarm::Channel::Command || delivery.channel == alarm::Channel::Webhook;
        if (!external) {
            Q_EMIT m_desk.noticed(delivery);
        } else if (m_notifier != nullptr) {
            m_notifier->send(delivery);
        }
    }
    if (const auto withdrawal = m_drill.takeWithdrawal(); withdrawal && m_notifier != nullptr) {
        m_notifier->send(*withdrawal);
    }
}

void AlarmService::answerDrill()
{
    m_drill.acknowledge(m_clock.bootMs());
    runDrill();
}

void AlarmService::selfTest()
{
    if (m_clock.bootMs() < m_selfTestAt) {
        return;
    }
    m_selfTestAt = m_clock.bootMs() + kSelfTestMs;
    const AlarmPreferences &preferences = m_desk.preferences();
    if (preferences.selfTest && m_notifier != nullptr && preferences.enabled.has(alarm::Channel::Desktop)) {
        m_desk.test(alarm::Channel::Desktop, selfTestText());
    }
}

void AlarmService::markWatch(bool running)
{
    m_stores.markWatch({m_clock.wallMs(), running}).then(this, [this](const Result<Done> &done) {
        ledgerReported("watch", done);
    });
}

void AlarmService::stop()
{
    if (m_desk.standsBy()) {
        return; // the monitor goes on
    }
    m_stores.markWatch({m_clock.wallMs(), false}).then([](const Result<Done> &done) {
        if (!done) { // no alarm can be raised any more; the next start takes it for a crash, and reports a gap
            qWarning("that watching ended in order could not be written: %s", done.error().message().c_str());
        }
    });
}

void AlarmService::lookedOutside(std::int64_t revision)
{
    if (revision <= m_seen) {
        return;
    }
    m_seen = revision;
    m_stores.loadAlarms().then(this, [this](const Result<StoredAlarms> &stored) {
        ledgerReported("requests", stored);
        if (!stored) {
            m_seen = 0; // again with the next look
            return;
        }
        const bool rules = stored->rules != m_desk.machine().rules();
        if (rules) {
            m_desk.setRules(stored->rules);
            m_engine.rulesChanged();
        }
        if (m_desk.standsBy()) {
            return; // requests are for the monitor
        }
        m_desk.takeRequests(stored->requests);
        takeGapRequests(stored->requests);
        if (rules || !stored->requests.empty()) {
            settle();
        }
    });
}

std::shared_ptr<const AlarmBoard> AlarmService::board()
{
    auto board = std::make_shared<AlarmBoard>(m_desk.board());
    board->gap = m_gapQueue.first();
    board->furtherGaps = std::max(0, m_gapQueue.count() - 1);
    board->drill = m_drill.status();
    for (alarm::Standing &standing : board->standing) {
        if (m_desk.standsBy()) {
            standing.level = m_engine.levelOf(standing.key.account);
        }
    }
    return board;
}

// A change that no price made: told and shown at once.
void AlarmService::settle()
{
    m_desk.decide(m_engine.context);
    m_engine.publish();
}

void AlarmService::post(std::function<void()> work)
{
    QMetaObject::invokeMethod(this, [this, work = std::move(work)] {
        work();
        settle();
    });
}

void AlarmService::acknowledgeAlarms(std::string account, std::optional<alarm::Condition> condition)
{
    post([this, account = std::move(account), condition] {
        m_desk.standsBy() ? ask({0, 0, AlarmRequest::Kind::Acknowledge, account, condition, 0})
                          : m_desk.acknowledge(account, condition);
        if (account == "*" || account == AlarmDrill::kAccount) {
            answerDrill();
        }
    });
}

void AlarmService::undoAcknowledge()
{
    post([this] { m_desk.undo(); });
}

void AlarmService::snoozeAlarms(std::string account, std::chrono::milliseconds span)
{
    post([this, account = std::move(account), span] {
        m_desk.standsBy() ? ask({0, 0, AlarmRequest::Kind::Snooze, account, {}, span.count()})
                          : m_desk.snooze(account, span.count());
    });
}

void AlarmService::alarmHandled(std::string account)
{
    post([this, account = std::move(account)] {
        m_desk.standsBy() ? ask({0, 0, AlarmRequest::Kind::Handle, account, {}, 0}) : m_desk.handled(account);
    });
}

QFuture<Result<Done>> AlarmService::thenRules(QFuture<Result<Done>> done)
{
    auto promise = std::make_shared<QPromise<Result<Done>>>();
    promise->start();
    const auto finish = [promise](const Result<Done> &result) {
        promise->addResult(result);
        promise->finish();
    };
    done.then(this, [this, finish](const Result<Done> &saved) {
        saved ? void(loadRules().then(this, finish)) : finish(saved);
    });
    return promise->future();
}

QFuture<Result<Done>> AlarmService::loadRules()
{
    return m_stores.loadAlarms().then(this, [this](const Result<StoredAlarms> &stored) -> Result<Done> {
        if (!stored) {
            return stored.error();
        }
        m_desk.setRules(stored->rules);
        m_engine.rulesChanged();
        settle();
        return Done {};
    });
}

QFuture<Result<Done>> AlarmService::saveRule(alarm::Rule rule)
{
    return thenRules(m_stores.saveAlarmRule(std::move(rule)));
}

QFuture<Result<Done>> AlarmService::removeRule(std::string id)
{
    return thenRules(m_stores.removeAlarmRule(std::move(id)));
}

void AlarmService::testChannel(alarm::Channel channel)
{
    post([this, channel] { m_desk.test(channel, testText()); });
}

void AlarmService::startDrill()
{
    post([this] {
        m_drill.start(m_clock.bootMs(), m_clock.wallMs());
        runDrill();
    });
}

void AlarmService::endDrill()
{
    post([this] {
        m_drill.end();
        runDrill();
    });
}

void AlarmService::beatScreen()
{
    QMetaObject::invokeMethod(this, [this] { m_desk.screenBeat(); });
}

void AlarmService::screenReported(DeliveryReport report)
{
    QMetaObject::invokeMethod(
        this, [this, report = std::move(report)] { onReport(report); }, Qt::QueuedConnection);
}

void AlarmService::setPreferences(const AlarmPreferences &preferences)
{
    post([this, preferences] { m_desk.setPreferences(preferences); });
}

void AlarmService::woke()
{
    post([this] {
        tick();
        m_engine.pollNow();
    });
}

void AlarmService::onReport(const DeliveryReport &report)
{
    if (m_drill.delivered(report)) {
        runDrill(); // a way that failed hastens the next
    } else {
        m_desk.delivered(report);
    }
    settle();
}

void AlarmService::onAction(std::uint64_t notice, NoticeAction action)
{
    const bool drill = m_drill.isOurs(notice);
    switch (action) {
    case NoticeAction::Open: Q_EMIT openWanted(); return;
    case NoticeAction::Snooze:
        if (drill) {
            answerDrill();
        } else {
            m_desk.standsBy() ? ask(notice, AlarmRequest::Kind::Snooze) : m_desk.snoozeNotice(notice);
        }
        break;
    case NoticeAction::Acknowledge:
        if (drill) {
            answerDrill();
        } else {
            m_desk.standsBy() ? ask(notice, AlarmRequest::Kind::Acknowledge) : m_desk.acknowledgeNotice(notice);
        }
        break;
    }
    settle();
}

} // namespace plimsoll::monitor
