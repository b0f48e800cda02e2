// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/miniviewmodel.h"

#include "margin/assessment.h"
#include "ports/alarmrecords.h"
#include "viewmodels/alarms/alarmviews.h"
#include "viewmodels/common/accounttext.h"
#include "wording/alarmtext.h"

#include <algorithm>

namespace plimsoll::desktop {

using alarm::ActiveAlarm;
using alarm::Condition;
using alarm::State;
using viewmodels::RiskState;

namespace {

// Whether it climbs the ladder up to this window.
bool isLoud(const ActiveAlarm &active)
{
    return active.alarm.priority >= alarm::Priority::High && active.key.condition != Condition::NotDelivered;
}

/// What keeps the window open, worst first: unacknowledged alarms of the ladder, and what could not be delivered while
/// one of it is active.
std::vector<const ActiveAlarm *> urgent(const monitor::AlarmBoard &board)
{
    const bool anyActive = std::ranges::any_of(
        board.active, [](const ActiveAlarm &active) { return alarm::isActive(active.alarm.state) && isLoud(active); });
    std::vector<const ActiveAlarm *> found;
    for (const ActiveAlarm &active : board.active) {
        const bool counts = isLoud(active) || (anyActive && active.key.condition == Condition::NotDelivered);
        if (counts && !active.folded && alarm::isUnacknowledged(active.alarm.state)) {
            found.push_back(&active);
        }
    }
    return found;
}

} // namespace

MiniViewModel::MiniViewModel(monitor::AlarmCommands &alarms, monitor::SnapshotRelay &relay, const monitor::Clock &clock,
                             const viewmodels::DisplayFormat &format, QObject *parent)
    : QObject(parent)
    , m_alarms(alarms)
    , m_clock(clock)
    , m_format(format)
    , m_snapshot(relay.current())
{
    connect(&relay, &monitor::SnapshotRelay::snapshotReady, this, &MiniViewModel::take);
    m_testEnds.setSingleShot(true);
    connect(&m_testEnds, &QTimer::timeout, this, [this] {
        if (m_delivery && m_delivery->isTest) {
            end();
        }
    });
}

void MiniViewModel::present(const monitor::Delivery &delivery)
{
    const bool before = isWanted();
    if (before && delivery.isTest && !m_delivery->isTest) {
        return; // it is on the screen with something real: that is proof enough
    }
    m_delivery = delivery;
    m_presentedAt = m_clock.bootTime();
    if (delivery.isTest) {
        m_testEnds.start(kTestMs);
    }
    refresh();
    if (!before && isWanted()) {
        Q_EMIT wantedChanged();
    }
}

void MiniViewModel::take(const monitor::SnapshotPtr &snapshot)
{
    m_snapshot = snapshot;
    if (isWanted()) {
        refresh();
    }
}

void MiniViewModel::refresh()
{
    const monitor::AlarmBoard *board = m_snapshot ? m_snapshot->alarms.get() : nullptr;
    const auto alarms = board != nullptr && !m_delivery->isTest ? urgent(*board) : std::vector<const ActiveAlarm *>();
    if (alarms.empty()) {
        // A delivery comes by itself and may be ahead of the snapshot that knows its alarm.
        const bool isOlder = !m_snapshot || m_snapshot->bootTime <= m_presentedAt;
        const bool isDrill = board != nullptr && board->drill.running;
        if (m_delivery->isTest || isOlder || isDrill) {
            show(ownWords());
        } else {
            end();
        }
        return;
    }
    const ActiveAlarm &worst = *alarms.front();
    const margin::Verdict *verdict = worst.key.account.empty() ? nullptr : m_snapshot->find(worst.key.account);
    Shown shown = verdict != nullptr ? accountWords(worst, *verdict) : programWords(worst);
    shown.alarm = monitor::occurrenceId(worst.key, worst.alarm.occurrence);
    shown.account = QString::fromStdString(worst.key.account);
    shown.more = alarms.size() > 1 ? tr("+%1 more").arg(alarms.size() - 1) : QString();
    show(std::move(shown));
}

MiniViewModel::Shown MiniViewModel::ownWords() const
{
    Shown shown;
    shown.account = m_delivery->account;
    shown.title = m_delivery->text.title;
    shown.distance = m_delivery->text.body.section(u'\n', 0, 0);
    shown.save = m_delivery->text.body.section(u'\n', 1, 1);
    shown.canSnooze = m_delivery->canSnooze && !m_delivery->isTest;
    const auto condition = static_cast<Condition>(m_delivery->worstCondition);
    const bool isCall = !m_delivery->isTest && (condition == Condition::Call || condition == Condition::Critical);
    shown.state = isCall                                             ? RiskState::MarginCall
        : !m_delivery->isTest && condition == Condition::Liquidation ? RiskState::Liquidation
                                                                     : RiskState::Unknown;
    return shown;
}

// Of an alarm about the program itself: its own name, without the "+1 more" of the notice, and what the notice says
// about it where it leads that notice.
MiniViewModel::Shown MiniViewModel::programWords(const ActiveAlarm &active) const
{
    Shown shown = ownWords();
    if (static_cast<Condition>(m_delivery->worstCondition) != active.key.condition) {
        shown.distance.clear();
        shown.save.clear();
        shown.state = RiskState::Unknown;
    }
    const std::vector<alarm::Rule> &rules = m_snapshot->alarms->rules;
    shown.title = wording::conditionTitle(active.key, wording::ruleOf(rules, active.key.detail), m_format);
    return shown;
}

MiniViewModel::Shown MiniViewModel::accountWords(const ActiveAlarm &active, const margin::Verdict &verdict) const
{
    const margin::Account &account = *verdict.account;
    const margin::Assessment assessment = m_snapshot->describe(verdict);
    Shown shown;
    shown.state = viewmodels::riskStateOf(assessment);
    shown.title = viewmodels::accountLabel(account);
    shown.level = viewmodels::levelOrDash(m_format, assessment);
    shown.canSnooze = active.key.condition != Condition::Liquidation;
    if (active.alarm.state == State::ClearedUnacknowledged) {
        shown.distance = tr("It came and went. Nobody has seen it yet.");
        return shown;
    }
    const QString outlook = viewmodels::outlookOf(active, *m_snapshot, m_format);
    if (active.outlook.clearsAt) {
        shown.distance = outlook;
        return shown;
    }
    if (!assessment.level) {
        shown.distance = viewmodels::missingText(assessment);
        shown.save = tr("The level is unknown. Look at your exchange.");
        return shown;
    }
    const bool isPassed = assessment.distanceToLiquidation && !assessment.distanceToLiquidation->isPositive();
    if (active.key.condition == Condition::Liquidation && !isPassed) { // it may have been sold for all that we know
        shown.state = RiskState::Liquidation;
        shown.distance = wording::liquidationReachedText();
        shown.save = wording::liquidationAdvice();
        return shown;
    }
    shown.distance = !outlook.isEmpty() ? outlook
        : isPassed                      ? tr("At or below the liquidation ratio")
                   : tr("%1 to liquidation").arg(m_format.percent(assessment.distanceToLiquidation));
    const auto &deposit = assessment.toInitial.deposit;
    shown.save = deposit && deposit->isPositive()
        ? tr("Adding %1 %2 brings it to %3")
              .arg(m_format.money(deposit, account.quoteAsset, margin::Rounding::Up),
                   viewmodels::plainName(account.quoteAsset, 20),
                   viewmodels::ratioText(m_format, account.thresholds.initial))
        : tr("Look at your exchange.");
    return shown;
}

void MiniViewModel::show(Shown shown)
{
    if (shown == m_shown) {
        return;
    }
    if (m_shownAt == 0 || shown.alarm != m_shown.alarm || shown.account != m_shown.account) {
        m_shownAt = m_clock.bootTime();
    }
    m_shown = std::move(shown);
    Q_EMIT changed();
}

void MiniViewModel::end()
{
    if (m_delivery) {
        m_delivery.reset();
        m_shown = {};
        m_shownAt = 0;
        m_testEnds.stop();
        Q_EMIT wantedChanged();
    }
}

bool MiniViewModel::settled() const
{
    return isWanted() && m_clock.bootTime() - m_shownAt > kShownMs;
}

void MiniViewModel::open()
{
    Q_EMIT openRequested();
}

void MiniViewModel::snooze()
{
    if (settled() && m_shown.canSnooze) {
        m_alarms.snoozeAlarms(m_shown.account.toStdString(), kSnooze);
    }
}

// A test concerns no alarm: there is nothing to acknowledge but the window itself.
void MiniViewModel::acknowledge()
{
    if (!settled()) {
        return;
    }
    if (m_delivery->isTest) {
        end();
    } else {
        m_alarms.acknowledgeAlarms(m_shown.account.toStdString(), std::nullopt);
    }
}

} // namespace plimsoll::desktop
