// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarming/alarmservice.h"

#include "ports/promise.h"

#include <QtCore/QCoreApplication>

#include <cstdlib>

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

AlarmService::AlarmService(Stores &stores, const Clock &clock, const AlarmManager::Options &options, QObject *parent)
    : QObject(parent)
    , m_stores(stores)
    , m_clock(clock)
    , m_manager(stores, clock, options, this)
    , m_gaps(stores, clock, m_manager, options.tellsGaps, this)
    , m_selfTestAt(clock.bootTime() + kSelfTestMs)
{
    connect(&m_manager, &AlarmManager::alarmChanged, this, &AlarmService::alarmChanged);
    connect(&m_manager.dispatcher(), &NoticeDispatcher::noticed, this, &AlarmService::noticed);
    connect(&m_gaps, &GapReports::found, this, &AlarmService::gapFound);
    connect(&m_gaps, &GapReports::reported, this, &AlarmService::gapReported);
    connect(&m_gaps, &GapReports::changed, this, &AlarmService::changed);
    if (options.notifier != nullptr) {
        connectNotifier(options.notifier);
    }
}

// Queued even on one thread: a report that comes from inside send() must not begin a decision inside another.
void AlarmService::connectNotifier(Notifier *notifier)
{
    connect(notifier, &Notifier::reported, this, &AlarmService::onReport, Qt::QueuedConnection);
    connect(notifier, &Notifier::actionChosen, this, &AlarmService::onAction, Qt::QueuedConnection);
    const auto tellAgain = [this] {
        m_manager.tellAgain();
        Q_EMIT changed();
    };
    connect(notifier, &Notifier::desktopRestarted, this, tellAgain, Qt::QueuedConnection);
}

void AlarmService::restore(const StoredAlarms &stored)
{
    m_manager.restore(stored);
}

void AlarmService::begin(const StoredAlarms &stored, GapQuestion open)
{
    m_gaps.begin(stored, std::move(open));
}

void AlarmService::standBy()
{
    m_manager.standBy();
    m_gaps.forget();
}

void AlarmService::handOver()
{
    m_manager.handOver();
    m_gaps.forget();
}

void AlarmService::mirror(const StoredAlarms &stored)
{
    if (m_manager.standsBy()) {
        m_manager.mirror(stored);
        m_gaps.mirror();
    }
}

void AlarmService::stop()
{
    if (!m_manager.standsBy()) { // else the monitor goes on
        m_gaps.stop();
    }
}

void AlarmService::judge(const margin::Verdict &verdict, const margin::QuoteBoard &quotes, const FeedFacts &feed)
{
    m_manager.judge(verdict, quotes, feed);
}

void AlarmService::answered(const margin::RiskBook &book, const FeedFacts &feed)
{
    m_manager.answered(book, feed);
}

void AlarmService::judgeRules(const margin::RiskBook &book, const FeedFacts &feed)
{
    m_manager.judgeRules(book, feed);
}

void AlarmService::decide(NoticeContext context)
{
    context.hideAmounts = m_manager.dispatcher().preferences().hideAmounts;
    context.rules = &m_manager.machine().rules();
    m_gaps.fill(context);
    m_manager.decide(context);
}

void AlarmService::remove(const std::string &account)
{
    m_manager.remove(account);
}

void AlarmService::tick()
{
    if (!m_manager.standsBy()) {
        m_manager.tick();
        selfTest();
    }
    runDrill();
}

void AlarmService::setPollPeriod(alarm::Ms period)
{
    m_manager.setPollPeriod(period);
}

GapWatch::Tick AlarmService::lookForGap()
{
    return m_gaps.tick();
}

void AlarmService::noteGap(const GapWatch::Gap &gap, GapQuestion open,
                           const std::map<std::string, margin::Decimal> &lastLevels)
{
    m_gaps.note(gap, std::move(open), lastLevels);
}

bool AlarmService::asksAboutGap() const
{
    return m_gaps.asks();
}

void AlarmService::askAboutGap(GapQuestion open)
{
    m_gaps.ask(std::move(open));
}

void AlarmService::setGapReport(GapReport report)
{
    m_gaps.answer(std::move(report));
}

void AlarmService::reportLedger(const char *what, bool ok)
{
    m_manager.report(alarm::Condition::Ledger, what, !ok, alarm::Priority::High);
}

// More than 5 s off raises T6, less than half a second clears it.
void AlarmService::reportClock(std::int64_t leastErrorMs)
{
    constexpr std::int64_t kOffMs = 5000;
    constexpr std::int64_t kRightMs = 500;
    const std::int64_t error = std::abs(leastErrorMs);
    const alarm::Observation right = error < kRightMs ? alarm::Observation::Clear : alarm::Observation::Between;
    m_manager.report(alarm::Condition::Clock, {}, error > kOffMs ? alarm::Observation::True : right);
}

const std::vector<alarm::Rule> &AlarmService::rules() const
{
    return m_manager.machine().rules();
}

bool AlarmService::needsPrices(const std::string &account) const
{
    return m_manager.machine().nearCall(account) || !m_manager.machine().judged(account);
}

void AlarmService::runDrill()
{
    for (Delivery delivery : m_drill.tick(m_manager.dispatcher().ladder(), m_clock.bootTime())) {
        delivery.text = drillText();
        m_manager.dispatcher().send(delivery);
    }
    if (const auto withdrawal = m_drill.takeWithdrawal()) {
        m_manager.dispatcher().send(*withdrawal);
    }
}

void AlarmService::answerDrill()
{
    m_drill.acknowledge(m_clock.bootTime());
    runDrill();
}

void AlarmService::selfTest()
{
    if (m_clock.bootTime() < m_selfTestAt) {
        return;
    }
    m_selfTestAt = m_clock.bootTime() + kSelfTestMs;
    NoticeDispatcher &dispatcher = m_manager.dispatcher();
    if (dispatcher.preferences().selfTest && dispatcher.ladder().usable.has(alarm::Channel::Desktop)) {
        dispatcher.test(alarm::Channel::Desktop, selfTestText());
    }
}

void AlarmService::lookedOutside(std::int64_t revision)
{
    if (revision <= m_seen) {
        return;
    }
    m_seen = revision;
    m_stores.loadAlarms().then(this, [this](const Result<StoredAlarms> &stored) {
        reportLedger("requests", stored.hasValue());
        if (!stored) {
            m_seen = 0; // again with the next look
            return;
        }
        const bool rules = stored->rules != m_manager.machine().rules();
        if (rules) {
            m_manager.setRules(stored->rules);
            Q_EMIT rulesChanged();
        }
        if (m_manager.standsBy()) {
            return; // requests are for the monitor
        }
        m_manager.takeRequests(stored->requests);
        m_gaps.takeRequests(stored->requests);
        if (rules || !stored->requests.empty()) {
            Q_EMIT changed();
        }
    });
}

// A stand-by judges no alarm, but knows the levels of its own prices.
std::shared_ptr<const AlarmBoard> AlarmService::board(const margin::RiskBook &book) const
{
    auto board = std::make_shared<AlarmBoard>(m_manager.board());
    m_gaps.fill(*board);
    board->drill = m_drill.status();
    for (alarm::ActiveAlarm &active : board->active) {
        if (m_manager.standsBy()) {
            const std::size_t *slot = book.find(active.key.account);
            active.level = slot != nullptr ? book.verdicts()[*slot].printedLevel() : std::nullopt;
        }
    }
    return board;
}

void AlarmService::post(std::function<void()> work)
{
    QMetaObject::invokeMethod(this, [this, work = std::move(work)] {
        work();
        Q_EMIT changed();
    });
}

void AlarmService::acknowledgeAlarms(std::string account, std::optional<alarm::Condition> condition)
{
    post([this, account = std::move(account), condition] {
        m_manager.standsBy() ? ask({0, 0, AlarmRequest::Kind::Acknowledge, account, condition, 0})
                             : m_manager.acknowledge(account, condition);
        if (account == "*" || account == DrillStatus::kAccount) {
            answerDrill();
        }
    });
}

void AlarmService::undoAcknowledge()
{
    post([this] { m_manager.undo(); });
}

void AlarmService::snoozeAlarms(std::string account, std::chrono::milliseconds span)
{
    post([this, account = std::move(account), span] {
        m_manager.standsBy() ? ask({0, 0, AlarmRequest::Kind::Snooze, account, {}, span.count()})
                             : m_manager.snooze(account, span.count());
    });
}

void AlarmService::alarmHandled(std::string account)
{
    post([this, account = std::move(account)] {
        m_manager.standsBy() ? ask({0, 0, AlarmRequest::Kind::Handle, account, {}, 0}) : m_manager.handled(account);
    });
}

Future<Result<Done>> AlarmService::thenRules(const Future<Result<Done>> &done)
{
    const Promise<Result<Done>> promise;
    done.then(this, [this, promise](const Result<Done> &saved) {
        if (!saved) {
            promise.finish(saved);
            return;
        }
        loadRules().then(this, [promise](const Result<Done> &loaded) { promise.finish(loaded); });
    });
    return promise.future();
}

Future<Result<Done>> AlarmService::loadRules()
{
    return m_stores.loadAlarms().then(this, [this](const Result<StoredAlarms> &stored) -> Result<Done> {
        if (!stored) {
            return stored.error();
        }
        m_manager.setRules(stored->rules);
        Q_EMIT rulesChanged();
        Q_EMIT changed();
        return Done {};
    });
}

Future<Result<Done>> AlarmService::saveRule(alarm::Rule rule)
{
    return thenRules(m_stores.saveAlarmRule(std::move(rule)));
}

Future<Result<Done>> AlarmService::removeRule(std::string id)
{
    return thenRules(m_stores.removeAlarmRule(std::move(id)));
}

void AlarmService::testChannel(alarm::Channel channel)
{
    post([this, channel] { m_manager.dispatcher().test(channel, testText()); });
}

void AlarmService::startDrill()
{
    post([this] {
        m_drill.start(m_clock.bootTime(), m_clock.wallTime());
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
    QMetaObject::invokeMethod(this, [this] { m_manager.screenBeat(); });
}

void AlarmService::screenReported(DeliveryReport report)
{
    QMetaObject::invokeMethod(
        this, [this, report = std::move(report)] { onReport(report); }, Qt::QueuedConnection);
}

void AlarmService::setPreferences(const AlarmPreferences &preferences)
{
    post([this, preferences] { m_manager.setPreferences(preferences); });
}

void AlarmService::woke()
{
    QMetaObject::invokeMethod(this, &AlarmService::woken);
}

void AlarmService::gapSeen(GapReportPtr shown)
{
    post([this, shown = std::move(shown)] {
        m_gaps.see(shown);
        if (m_manager.standsBy()) {
            ask({0, 0, AlarmRequest::Kind::Acknowledge, {}, alarm::Condition::Gap, 0});
        }
    });
}

void AlarmService::ask(AlarmRequest request)
{
    request.time = m_clock.wallTime();
    m_stores.addAlarmRequest(std::move(request)).then(this, [this](const Result<Done> &done) {
        if (!done) {
            Q_EMIT refused(QString::fromStdString(done.error().message()));
        }
    });
}

void AlarmService::ask(alarm::NoticeId notice, AlarmRequest::Kind kind)
{
    for (const std::string &account : m_manager.dispatcher().accountsOf(notice)) {
        AlarmRequest request;
        request.kind = kind;
        request.account = account;
        request.span = kind == AlarmRequest::Kind::Snooze ? AlarmManager::kNoticeSnooze : 0;
        ask(std::move(request));
    }
}

void AlarmService::onReport(const DeliveryReport &report)
{
    if (m_drill.delivered(report)) {
        runDrill(); // a way that failed hastens the next
    } else {
        m_manager.delivered(report);
    }
    Q_EMIT changed();
}

void AlarmService::onAction(alarm::NoticeId notice, NoticeAction action)
{
    const bool drill = m_drill.isOurs(notice);
    switch (action) {
    case NoticeAction::Open: Q_EMIT openWanted(); return;
    case NoticeAction::Snooze:
        if (drill) {
            answerDrill();
        } else {
            m_manager.standsBy() ? ask(notice, AlarmRequest::Kind::Snooze) : m_manager.snoozeNotice(notice);
        }
        break;
    case NoticeAction::Acknowledge:
        if (drill) {
            answerDrill();
        } else {
            m_manager.standsBy() ? ask(notice, AlarmRequest::Kind::Acknowledge) : m_manager.acknowledgeNotice(notice);
        }
        break;
    }
    Q_EMIT changed();
}

} // namespace plimsoll::monitor
