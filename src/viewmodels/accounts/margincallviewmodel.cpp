// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/accounts/margincallviewmodel.h"

#include "margin/assessment.h"
#include "viewmodels/accounts/margincalltext.h"
#include "viewmodels/alarms/alarmviews.h"
#include "viewmodels/common/silence.h"
#include "wording/alarmtext.h"

#include <algorithm>
#include <tuple>

namespace plimsoll::viewmodels {

using margin::Status;

MarginCallViewModel::MarginCallViewModel(const Services &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_format(services.format)
    , m_accounts(new MarginCallModel(this))
    , m_book(services.format)
{
    connect(&services.relay, &monitor::SnapshotRelay::snapshotReady, this, &MarginCallViewModel::take);
    connect(&m_timer, &QTimer::timeout, this, &MarginCallViewModel::tick);
    m_timer.start(1000);
    if (services.relay.current()) {
        take(services.relay.current());
    }
}

void MarginCallViewModel::take(const monitor::SnapshotPtr &snapshot)
{
    m_snapshot = snapshot->alarms ? std::make_shared<const monitor::RiskSnapshot>(inTimeOf(m_services.clock, *snapshot))
                                  : snapshot;
    if (!snapshot->loaded) {
        return;
    }
    m_book.follow(*m_snapshot, m_services.clock.bootTime());
    for (const std::string &id : m_book.takeUndated()) {
        askSince(id);
    }
    show();
}

void MarginCallViewModel::askSince(const std::string &id)
{
    constexpr int kEnough = 20;
    m_services.stores.statusHistory(id, kEnough)
        .then(this, [this, id](const Result<std::vector<monitor::StatusRecord>> &records) {
            if (!records) {
                return; // what is shown stays without its time
            }
            std::map<Status, WallTime> latest;
            for (const monitor::StatusRecord &record : *records) {
                if (record.from && record.from != record.to) { // a first evaluation is this program's start
                    latest[record.to] = std::max(latest[record.to], record.time);
                }
            }
            for (const auto &[stage, since] : latest) {
                m_book.date(id, stage, since);
            }
            show();
            Q_EMIT dated();
        });
}

std::optional<WallTime> MarginCallViewModel::calledSince(const std::string &account, Status status) const
{
    const auto found = m_book.entries().find(account);
    const bool known = found != m_book.entries().end() && found->second.endedAt == 0 && found->second.now == status
        && found->second.stage == status;
    return known ? std::optional(found->second.since) : std::nullopt;
}

void MarginCallViewModel::onStatusChanged(const monitor::StatusEvent &event)
{
    if (!m_snapshot || m_snapshot->alarms || m_snapshot->find(event.account) == nullptr) {
        return; // the first snapshot will tell, or its alarms
    }
    if (m_book.cross(event.account, event.to, event.time, m_services.clock.bootTime())) {
        show();
    }
}

void MarginCallViewModel::acknowledge()
{
    if (!wasShown()) {
        return;
    }
    m_services.alarms.acknowledgeAlarms("*", std::nullopt);
    if (m_snapshot && m_snapshot->alarms) {
        const bool anyActive = std::ranges::any_of(m_book.alarms(),
                                                   [](const CallAlarm &alarm) { return alarm::isActive(alarm.state); });
        Q_EMIT acknowledged(anyActive ? tr("Acknowledged. It comes back when it gets worse, or when its time is over.")
                                      : tr("Seen. None of these alarms is active any more."));
    }
    answer();
}

void MarginCallViewModel::snooze(int minutes)
{
    const std::chrono::minutes span(minutes);
    if (!wasShown() || minutes <= 0 || !snoozable(std::chrono::milliseconds(span).count())) {
        return;
    }
    for (const auto &[id, entry] : m_book.entries()) {
        if (entry.endedAt == 0) {
            m_services.alarms.snoozeAlarms(id, span);
        }
    }
    answer();
}

void MarginCallViewModel::answer()
{
    m_book.answer();
    show();
}

void MarginCallViewModel::forgetAcknowledgement()
{
    m_book.forgetAnswers();
    if (m_snapshot && m_snapshot->loaded && m_snapshot->alarms) {
        m_book.follow(*m_snapshot, m_services.clock.bootTime());
        show();
    }
}

void MarginCallViewModel::open()
{
    m_book.open(m_services.clock.bootTime());
    show();
}

void MarginCallViewModel::fold(bool folded)
{
    m_folded = folded;
    Q_EMIT changed();
}

void MarginCallViewModel::expand(const QString &accountId)
{
    m_expanded = accountId;
    show();
}

void MarginCallViewModel::choose(const QString &accountId, int way)
{
    if (way >= Deposit && way <= Sell) {
        m_ways[accountId] = way;
        show();
    }
}

void MarginCallViewModel::tick()
{
    if (isOpen()) {
        show();
    }
}

bool MarginCallViewModel::wasShown() const
{
    return isOpen() && m_services.clock.bootTime() - m_book.shownAt() > kShownMs;
}

bool MarginCallViewModel::snoozable(alarm::Ms span) const
{
    const auto isActive = [](const CallAlarm &alarm) { return alarm::isActive(alarm.state); };
    const auto refuses = [span](const CallAlarm &alarm) {
        return alarm::isActive(alarm.state) && alarm.snoozeMax < span;
    };
    return std::ranges::any_of(m_book.alarms(), isActive) && std::ranges::none_of(m_book.alarms(), refuses);
}

QString MarginCallViewModel::ownAlarmText(const std::string &id) const
{
    const QString outlook = outlookOf(id, *m_snapshot, m_format);
    if (!outlook.isEmpty()) {
        return outlook + u'.';
    }
    const CallAlarm *alarm = m_book.alarmOf(id);
    if (alarm == nullptr) {
        return {};
    }
    if (alarm->key.condition == alarm::Condition::Liquidation) {
        return wording::liquidationReachedText() + u' ' + wording::liquidationAdvice();
    }
    const alarm::Rule *rule = wording::ruleOf(boardOf(m_snapshot).rules, alarm->key.detail);
    return wording::conditionTitle(alarm->key, rule, m_format, alarm->byPace) + u'.';
}

// Whether the account's own alarm close to liquidation is active, by the level and not only by its pace.
bool MarginCallViewModel::isClose(const std::string &id) const
{
    return std::ranges::any_of(m_book.alarms(), [&id](const CallAlarm &alarm) {
        return alarm.key.account == id && alarm.key.condition == alarm::Condition::Critical
            && alarm::isActive(alarm.state) && !alarm.byPace;
    });
}

std::int64_t MarginCallViewModel::age() const
{
    return m_snapshot ? std::max<std::int64_t>(m_services.clock.bootTime() - m_snapshot->bootTime, 0) : 0;
}

MarginCallView MarginCallViewModel::endedView(const std::string &id, const CallBook::Entry &entry) const
{
    MarginCallView view;
    view.accountId = QString::fromStdString(id);
    view.active = false;
    view.state = entry.now == Status::Liquidated ? RiskState::Liquidated : RiskState::Normal;
    view.headline = entry.endText;
    view.sinceText = m_format.moment(entry.endedAt, m_snapshot->wallTime);
    return view;
}

MarginCallView MarginCallViewModel::viewOf(const std::string &id, const CallBook::Entry &entry,
                                           const margin::Verdict &verdict) const
{
    MarginCallView view = marginCallView(verdict, *m_snapshot, m_format, m_services.clock.bootTime());
    if (age() > kSilenceMs) { // figures that do not move are not news
        view.state = RiskState::Unknown;
    }
    view.sinceText = tr("since %1").arg(m_format.moment(entry.since, m_snapshot->wallTime));
    const bool inCall = entry.now == Status::MarginCall || entry.now == Status::Liquidation;
    const bool waits = m_snapshot->alarms && isAboutToClear(id, *m_snapshot);
    if (!inCall && view.state != RiskState::Unknown && !waits) { // an alarm of one's own, or of a level that falls fast
        view.lossText = ownAlarmText(id);
    }
    if (view.state == RiskState::MarginCall && !waits && isClose(id)) { // as the alarm says it everywhere else
        view.headline = tr("%1: close to liquidation").arg(view.headline);
    }
    return view;
}

void MarginCallViewModel::show()
{
    struct Sorted {
        std::tuple<int, margin::Decimal, std::string> rank;
        MarginCallView view;
    };
    std::vector<Sorted> sorted;
    for (const auto &[id, entry] : m_book.entries()) {
        const margin::Verdict *verdict = m_snapshot->find(id);
        if (entry.endedAt != 0 || verdict == nullptr) {
            sorted.push_back({{9, {}, id}, endedView(id, entry)});
            continue;
        }
        const auto distance = m_snapshot->describe(*verdict).distanceToLiquidation;
        const int stage = entry.now == Status::Liquidation ? 0 : entry.now == Status::MarginCall ? 1 : 2;
        sorted.push_back({{stage, distance.value_or(margin::Decimal()), id}, viewOf(id, entry, *verdict)});
    }
    std::ranges::sort(sorted, {}, &Sorted::rank);
    std::vector<MarginCallView> views;
    views.reserve(sorted.size());
    for (Sorted &row : sorted) {
        views.push_back(std::move(row.view));
    }
    addChoices(views);
    unfoldForNews();
    m_activeCount = static_cast<int>(std::ranges::count(views, true, &MarginCallView::active));
    m_barText = views.empty() ? QString()
                              : QStringLiteral("%1 %2").arg(views.front().title, views.front().levelText).trimmed();
    m_hasActive = std::ranges::any_of(views, &MarginCallView::active);
    m_worstState = views.empty() ? RiskState::Normal : views.front().state;
    m_title = views.size() > 1 ? tr("%1 accounts need attention").arg(views.size()) : QString();
    m_updatedText = tr("updated %1 ago").arg(m_format.age(age()));
    m_accounts->setRows(std::move(views));
    Q_EMIT changed();
}

void MarginCallViewModel::addChoices(std::vector<MarginCallView> &views)
{
    const bool isListed = std::ranges::any_of(
        views, [this](const MarginCallView &view) { return view.active && view.accountId == m_expanded; });
    for (MarginCallView &view : views) {
        view.expanded = view.active && (isListed ? view.accountId == m_expanded : &view == &views.front());
        const auto chosen = m_ways.find(view.accountId);
        view.way = chosen == m_ways.end() ? Deposit : chosen->second;
        if (!view.depositText.isEmpty()) {
            view.wayText = view.way == Repay ? tr("Repay %1…").arg(view.repayText)
                : view.way == Sell           ? tr("Sell and repay…")
                                             : tr("Top up %1…").arg(view.depositText);
        }
    }
}

// The sheet that somebody folded comes back with the next step of the ladder, as it would have come if it were closed.
void MarginCallViewModel::unfoldForNews()
{
    int notices = 0;
    for (const CallAlarm &alarm : m_book.alarms()) {
        notices += alarm.state == alarm::State::ActiveUnacknowledged ? alarm.notices : 0;
    }
    const std::pair told(m_book.shownAt(), notices);
    if (told.first != m_told.first || told.second > m_told.second) {
        m_folded = false;
    }
    m_told = told;
}

} // namespace plimsoll::viewmodels
