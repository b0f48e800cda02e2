// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/app/dashboardviewmodel.h"

#include "viewmodels/accounts/accounttotals.h"
#include "viewmodels/accounts/margincallviewmodel.h"
#include "viewmodels/chart/historyviewmodel.h"
#include "viewmodels/common/accounttext.h"
#include "viewmodels/common/silence.h"
#include "wording/alarmtext.h"
#include "wording/reasontext.h"

#include <algorithm>
#include <utility>

namespace plimsoll::viewmodels {

using monitor::FeedState;

DashboardViewModel::DashboardViewModel(monitor::SnapshotRelay &relay, const monitor::Clock &clock,
                                       const DisplayFormat &format, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_format(format)
    , m_cross(new AccountListModel(this))
    , m_rows(new AccountRows(this))
    , m_counts(new RowListModel<StateCount>(this))
    , m_chips(new RowListModel<AccountChip>(this))
    , m_arrived(clock.bootTime())
{
    connect(&relay, &monitor::SnapshotRelay::snapshotReady, this, &DashboardViewModel::take);
    connect(&m_timer, &QTimer::timeout, this, &DashboardViewModel::tick);
    m_timer.start(1000);
    if (relay.current()) {
        take(relay.current());
    } else {
        show();
    }
}

QString DashboardViewModel::accountIdAt(int index) const
{
    for (const AccountListModel *model : {m_cross, m_rows->model()}) {
        if (index >= 0 && index < model->count()) {
            return model->rows()[static_cast<std::size_t>(index)].accountId;
        }
        index -= model->count();
    }
    return {};
}

void DashboardViewModel::setHistory(const HistoryViewModel &history)
{
    m_history = &history;
    m_accountsOf.reset();
    m_shownAt = 0;
}

void DashboardViewModel::setCalls(const MarginCallViewModel &calls)
{
    m_calls = &calls;
    connect(&calls, &MarginCallViewModel::dated, this, &DashboardViewModel::showAnew);
    m_accountsOf.reset();
    m_shownAt = 0;
}

void DashboardViewModel::showAnew()
{
    m_accountsOf.reset();
    m_shownAt = 0;
    show();
}

void DashboardViewModel::tick()
{
    if (m_clock.bootTime() - m_shownAt >= m_timer.interval()) {
        show();
    }
}

void DashboardViewModel::take(const monitor::SnapshotPtr &snapshot)
{
    m_snapshot = snapshot;
    // The age counts from the decision, not from its arrival: a queue that delivers old news late is silence too.
    m_arrived = std::min(snapshot->bootTime, m_clock.bootTime());
    show();
}

void DashboardViewModel::show()
{
    Shown shown;
    const BootTime now = m_clock.bootTime();
    const std::int64_t silence = now - m_arrived;
    m_shownAt = now;
    if (m_snapshot) {
        shown.loaded = m_snapshot->loaded;
        shown.sourceText = wording::reasonText(plainName(m_snapshot->source.toStdString()));
        showFeed(shown, *m_snapshot, now);
        if (accountsMoved(silence > kSilenceMs)) {
            showAccounts(shown, *m_snapshot, silence > kSilenceMs ? std::optional(silence) : std::nullopt);
        } else {
            static_cast<Summary &>(shown) = m_shown;
        }
        if (!shown.hasAccounts) { // no level waits for these prices; the words beside the dot suffice
            shown.bannerText.clear();
        }
    } else {
        shown.feedText = tr("Starting");
    }
    if (silence > kSilenceMs) {
        showSilence(shown, silence);
    }
    shown.windowTitle = shown.worstId.isEmpty()
        ? tr("Plimsoll")
        : tr("%1 %2 %3 – Plimsoll").arg(shown.worstLabel, shown.worstLevelText, stateWord(shown.worstState));
    const bool isRetold = std::exchange(m_shown.feedText, shown.feedText) != shown.feedText;
    const bool isOther = !(shown == m_shown);
    m_shown = shown;
    if (isRetold) {
        Q_EMIT feedTextChanged();
    }
    if (isOther) {
        Q_EMIT changed();
    }
}

bool DashboardViewModel::accountsMoved(bool isSilent) const
{
    return isSilent || m_wasSilent || m_missesPast || m_accountsOf == nullptr
        || m_clock.bootTime() - m_accountsAt >= kAgeStepMs || !m_snapshot->hasFiguresOf(*m_accountsOf);
}

const LastLevel *DashboardViewModel::lastLevelOf(const margin::Verdict &verdict, const monitor::RiskSnapshot &snapshot)
{
    const std::string &id = verdict.account->id;
    const auto found = m_lastLevels.find(id);
    if (found != m_lastLevels.end() || verdict.status != margin::Status::Unknown || m_history == nullptr) {
        return found == m_lastLevels.end() ? nullptr : &found->second;
    }
    const auto stored = m_history->lastKnown(id);
    if (!stored) {
        return nullptr;
    }
    constexpr margin::Int128 kUnit = 10'000'000'000; // a level of the history counts in 10^-8
    const auto level = margin::Decimal::fromMantissa(margin::Int128 {stored->level} * kUnit);
    const LastLevel last {wording::alarmLevelText(m_format, level, &verdict.account->thresholds),
                          snapshot.bootTime - (snapshot.wallTime - stored->time)};
    return &m_lastLevels.emplace(id, last).first->second;
}

void DashboardViewModel::remember(const AccountView &view, const margin::Verdict &verdict,
                                  const monitor::RiskSnapshot &snapshot)
{
    if (verdict.status == margin::Status::Unknown) {
        return;
    }
    if (!view.hasLevel) { // nothing is owed any more: what it was says nothing
        m_lastLevels.erase(verdict.account->id);
        return;
    }
    const auto priced = lastPriceTime(snapshot.describe(verdict));
    m_lastLevels[verdict.account->id] = {view.levelText, priced.value_or(snapshot.bootTime)};
}

void DashboardViewModel::showAccounts(Shown &shown, const monitor::RiskSnapshot &snapshot,
                                      std::optional<std::int64_t> silence)
{
    m_accountsOf = m_snapshot;
    m_accountsAt = m_clock.bootTime();
    m_wasSilent = silence.has_value();
    m_missesPast = false;
    std::vector<AccountView> cross;
    std::vector<AccountView> isolated;
    for (std::size_t i = 0; i < snapshot.verdicts.size(); ++i) {
        const margin::Verdict &verdict = snapshot.verdicts[i];
        if (verdict.account) {
            const LastLevel *last = lastLevelOf(verdict, snapshot);
            m_missesPast = m_missesPast || (verdict.status == margin::Status::Unknown && last == nullptr);
            const bool inCall = verdict.status == margin::Status::MarginCall
                || verdict.status == margin::Status::Liquidation;
            const auto since = inCall && m_calls != nullptr ? m_calls->calledSince(verdict.account->id, verdict.status)
                                                            : std::nullopt;
            AccountView view = makeAccountView(verdict, {snapshot, m_format, m_clock.bootTime(), silence, last, since});
            remember(view, verdict, snapshot);
            (view.isCross ? cross : isolated).push_back(std::move(view));
        }
    }
    std::stable_sort(isolated.begin(), isolated.end(), isMoreUrgent);
    std::vector<const AccountView *> all;
    for (const auto *views : {&cross, &isolated}) {
        for (const AccountView &view : *views) {
            all.push_back(&view);
        }
    }
    summarise(shown, std::move(all));
    m_cross->setRows(std::move(cross));
    const QString totals = totalsText(isolated, m_format);
    m_rows->setViews(std::move(isolated), m_clock.bootTime(), totals);
}

void DashboardViewModel::summarise(Shown &shown, std::vector<const AccountView *> views)
{
    std::ranges::stable_sort(views, [](const auto *a, const auto *b) { return isMoreUrgent(*a, *b); });
    shown.hasAccounts = !views.empty();
    shown.totalText = views.size() == 1 ? tr("of 1 account") : tr("of %1 accounts").arg(views.size());
    if (shown.hasAccounts) {
        const AccountView &worst = *views.front();
        shown.worstId = worst.accountId;
        shown.worstLabel = worst.label;
        shown.worstLevelText = worst.levelText;
        shown.worstState = worst.state;
    }
    std::vector<StateCount> counts;
    for (const RiskState state :
         {RiskState::Liquidation, RiskState::MarginCall, RiskState::Unknown, RiskState::EarlyWarning, RiskState::Normal,
          RiskState::NoDebt, RiskState::Liquidated}) {
        if (const auto count = std::ranges::count(views, state, &AccountView::state)) {
            counts.push_back({state, static_cast<int>(count)});
        }
    }
    m_counts->setRows(std::move(counts));
    std::vector<AccountChip> chips;
    chips.reserve(views.size());
    for (const AccountView *view : views) {
        chips.push_back({view->accountId, view->title, view->stateWord, view->levelText, view->state});
    }
    m_chips->setRows(std::move(chips));
}

RowRoles<AccountChip> AccountChip::roles()
{
    return {{"accountId", &AccountChip::accountId},
            {"title", &AccountChip::title},
            {"stateWord", &AccountChip::stateWord},
            {"levelText", &AccountChip::levelText},
            {"riskState", &AccountChip::state}};
}

RowRoles<StateCount> StateCount::roles()
{
    return {{"riskState", &StateCount::state}, {"count", &StateCount::count}};
}

void DashboardViewModel::showFeed(Shown &shown, const monitor::RiskSnapshot &snapshot, BootTime now) const
{
    const monitor::FeedStatus &feed = snapshot.feed;
    // An outage begins with the last price, not when it was found out.
    const QString since = feed.lastAnswer > 0 ? momentText(feed.lastAnswer, snapshot, m_format)
                                              : m_format.moment(feed.since, snapshot.wallTime);
    const QString age = feed.lastAnswer > 0 ? m_format.age(now - feed.lastAnswer) : tr("no prices yet");
    const auto told = [&](Freshness freshness, const QString &word) {
        shown.freshness = freshness;
        shown.feedText = tr("%1 · %2").arg(word, age);
    };
    shown.bannerDetail = wording::reasonText(plainName(feed.detail.toStdString(), 200));
    switch (feed.state) {
    case FeedState::Starting: told(Freshness::Late, tr("Starting")); break;
    case FeedState::Live: told(Freshness::Live, tr("Live")); break;
    case FeedState::Late:
        told(Freshness::Late, tr("Late"));
        shown.bannerText = tr("Prices are late: the last answer came %1 ago").arg(age);
        shown.bannerState = RiskState::EarlyWarning;
        break;
    case FeedState::Stale:
        told(Freshness::Stale, tr("Out of date"));
        shown.bannerText = tr("Prices are out of date since %1. Levels are unknown until they come again.").arg(since);
        break;
    case FeedState::Offline:
        told(Freshness::Offline, tr("Offline"));
        shown.bannerText = tr("No prices since %1. Levels are unknown until they come again.").arg(since);
        break;
    case FeedState::RateLimited:
        told(Freshness::Late, tr("Paused"));
        shown.bannerText =
            tr("The exchange asked for a pause until %1").arg(m_format.moment(feed.retryAt, snapshot.wallTime));
        shown.bannerState = RiskState::EarlyWarning;
        break;
    }
}

void DashboardViewModel::showSilence(Shown &shown, std::int64_t silence) const
{
    shown.freshness = Freshness::Offline;
    shown.feedText = tr("Not updating · %1").arg(m_format.age(silence));
    shown.bannerText = m_snapshot
        ? tr("The program itself has not updated for %1. Nothing below is current.").arg(m_format.age(silence))
        : tr("Still waiting for the first figures after %1").arg(m_format.age(silence));
    shown.bannerDetail = tr("Restart Plimsoll if this does not go away, and look at your exchange.");
    shown.bannerState = RiskState::Unknown;
}

} // namespace plimsoll::viewmodels
