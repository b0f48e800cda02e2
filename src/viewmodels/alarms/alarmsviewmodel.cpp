// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/alarms/alarmsviewmodel.h"

#include "viewmodels/alarms/alarmviews.h"
#include "viewmodels/alarms/callalarms.h"

#include <algorithm>
#include <utility>

namespace plimsoll::viewmodels {

AlarmsViewModel::AlarmsViewModel(const Services &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_format(services.format)
    , m_active(new AlarmListModel(this))
    , m_history(new AlarmHistoryViewModel(services.stores, services.relay, services.format, this))
    , m_why(new AlarmWhyViewModel(services.relay, services.format, this))
{
    connect(&services.relay, &monitor::SnapshotRelay::snapshotReady, this, &AlarmsViewModel::take);
    connect(m_history, &AlarmHistoryViewModel::explained, m_why, &AlarmWhyViewModel::open);
    connect(&m_beat, &QTimer::timeout, this, [this] { m_services.alarms.beatScreen(); });
    m_beat.start(kBeatMs);
    m_services.alarms.beatScreen();
    m_confirm.setSingleShot(true);
    m_confirm.setInterval(0); // after what follows from changed() was done
    connect(&m_confirm, &QTimer::timeout, this, &AlarmsViewModel::confirmShown);
    if (services.relay.current()) {
        take(services.relay.current());
    }
}

void AlarmsViewModel::take(const monitor::SnapshotPtr &snapshot)
{
    const monitor::RiskSnapshot here = inTimeOf(m_services.clock, *snapshot);
    std::vector<AlarmView> views = alarmViews(here, m_format);
    const monitor::AlarmBoard &board = boardOf(snapshot);
    Shown shown;
    shown.unacknowledged = board.unacknowledged;
    shown.canUndo = board.canUndo;
    const auto spoken = [](const AlarmView &view) { return view.unacknowledged; };
    const auto worst = std::ranges::find_if(views, spoken);
    if (board.unacknowledged > 0 && worst != views.end()) {
        shown.worstState = worst->riskState;
        shown.countText = tr("Alarms not acknowledged: %1").arg(m_format.locale().toString(board.unacknowledged));
        shown.barText = board.unacknowledged > 1
            ? tr("%1, and %2 more").arg(worst->headline, m_format.locale().toString(board.unacknowledged - 1))
            : worst->headline;
        shown.barDetail = worst->remark.isEmpty() ? worst->sinceText
                                                  : tr("%1 · %2").arg(worst->sinceText, worst->remark);
    }
    const std::vector<CallAlarm> calls = callAlarms(board);
    shown.onlyCalls = std::ranges::all_of(board.active, [&calls](const alarm::ActiveAlarm &active) {
        return active.folded || !alarm::isUnacknowledged(active.alarm.state)
            || std::ranges::count(calls, active.key, &CallAlarm::key) > 0;
    });
    m_active->setRows(std::move(views));
    if (!(shown == m_shown)) {
        m_shown = shown;
        Q_EMIT changed();
    }
}

void AlarmsViewModel::acknowledge(const QString &rowId)
{
    if (const AlarmView *row = m_active->find(rowId); row != nullptr && row->canAcknowledge) {
        m_services.alarms.acknowledgeAlarms(row->key.account, row->key.condition);
        Q_EMIT acknowledged(tr("Acknowledged: %1").arg(row->title));
    }
}

void AlarmsViewModel::acknowledgeAll()
{
    const auto can = [](const AlarmView &row) { return row.canAcknowledge; };
    if (std::ranges::any_of(m_active->rows(), can)) {
        m_services.alarms.acknowledgeAlarms("*", std::nullopt);
        Q_EMIT acknowledged(tr("All alarms were acknowledged."));
    }
}

void AlarmsViewModel::undoAcknowledge()
{
    m_services.alarms.undoAcknowledge();
    Q_EMIT undone();
}

void AlarmsViewModel::snooze(const QString &rowId, int minutes)
{
    const AlarmView *row = m_active->find(rowId);
    if (row != nullptr && minutes > 0 && (minutes > 5 ? row->canSnoozeLong : row->canSnooze)) {
        m_services.alarms.snoozeAlarms(row->key.account, std::chrono::minutes(minutes));
    }
}

void AlarmsViewModel::handled(const QString &rowId)
{
    if (const AlarmView *row = m_active->find(rowId); row != nullptr && row->canHandle) {
        m_services.alarms.alarmHandled(row->key.account);
    }
}

void AlarmsViewModel::explain(const QString &rowId)
{
    const AlarmView *row = m_active->find(rowId);
    if (row == nullptr) {
        return;
    }
    monitor::AlarmHistoryFilter filter;
    filter.account = row->key.account;
    filter.condition = row->key.condition;
    filter.limit = 200;
    const auto isMoment = [key = row->key, occurrence = row->occurrence](const monitor::AlarmEventRow &event) {
        return event.key == key && event.occurrence == occurrence && event.cause == alarm::Cause::Raised;
    };
    m_services.stores.alarmHistory(filter).then(
        this, [this, isMoment](const Result<std::vector<monitor::AlarmEventRow>> &events) {
            if (!events) {
                m_why->openFailed(events.error());
                return;
            }
            const auto found = std::ranges::find_if(*events, isMoment);
            found != events->end() ? m_why->open(*found) : m_why->openMissing();
        });
}

void AlarmsViewModel::openPage()
{
    Q_EMIT pageWanted();
}

void AlarmsViewModel::onNotice(const monitor::Delivery &delivery)
{
    if (delivery.channel == alarm::Channel::Screen) {
        m_awaited.push_back({delivery, m_services.clock.bootTime()});
        m_confirm.start();
    }
}

// Reaching this means that the event loop of the screen runs and has worked off what changed; a window that hangs never
// gets here.
void AlarmsViewModel::confirmShown()
{
    for (const Awaited &awaited : std::exchange(m_awaited, {})) {
        monitor::DeliveryReport report;
        report.notice = awaited.delivery.notice;
        report.channel = alarm::Channel::Screen;
        report.delivered = true;
        report.isTest = awaited.delivery.isTest;
        report.detail = QStringLiteral("the window");
        report.tookMs = m_services.clock.bootTime() - awaited.since;
        m_services.alarms.screenReported(report);
    }
}

} // namespace plimsoll::viewmodels
