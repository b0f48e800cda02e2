// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/chart/chartevents.h"

#include <algorithm>
#include <iterator>

namespace plimsoll::viewmodels {

namespace {

constexpr int kMost = 5000; // changes of status and of bars, and rows of the journal: the newest
constexpr double kAfter = 15'000; // ms; prices have answered until then

// The level at a moment; where it was not known just then, that shortly afterwards, else the last one before.
std::optional<double> heldAround(const LevelStretches &line, double time)
{
    for (const double moment : {time, time + kAfter}) {
        if (const auto level = levelAt(line, moment)) {
            return level;
        }
    }
    const auto next = std::ranges::find_if(line, [time](const LevelStretch &one) { return one.first().x() > time; });
    return next == line.begin() ? std::nullopt : std::optional(std::prev(next)->last().y());
}

} // namespace

ChartEvents::ChartEvents(monitor::Stores &stores, const DisplayFormat &format, ChartWindow &window, QObject *parent)
    : QObject(parent)
    , m_stores(stores)
    , m_format(format)
    , m_window(window)
    , m_marks(new ChartEventModel(this))
{
}

void ChartEvents::setShown(bool shown)
{
    if (m_shown != shown) {
        m_shown = shown;
        Q_EMIT placesWanted();
        Q_EMIT changed();
    }
}

void ChartEvents::setMarkStep(double step)
{
    if (step > 0 && step != m_markStep) {
        m_markStep = step;
        QMetaObject::invokeMethod(this, &ChartEvents::placesWanted, Qt::QueuedConnection); // it comes from the layout
    }
}

QString ChartEvents::currentText() const
{
    const auto found = std::ranges::find(m_events, m_current, &ChartEvent::eventId);
    return found == m_events.end() ? QString() : found->text;
}

QPointF ChartEvents::currentPlace() const
{
    const ChartEvent *mark = m_marks->find(m_current);
    return mark == nullptr ? QPointF() : QPointF(mark->share, mark->place);
}

void ChartEvents::load(const std::string &account)
{
    if (account != m_account) {
        m_account = account;
        m_statuses.clear();
        m_bars.clear();
        m_rows.clear();
        m_current.clear();
        join();
    }
    if (account.empty()) {
        return;
    }
    m_stores.statusHistory(account, kMost)
        .then(this, [this, account](const Result<std::vector<monitor::StatusRecord>> &statuses) {
            if (statuses && account == m_account) {
                m_statuses = *statuses;
                join();
            }
        });
    m_stores.barChanges(account, kMost)
        .then(this, [this, account](const Result<std::vector<monitor::BarChange>> &changes) {
            if (changes && account == m_account) {
                m_bars = *changes;
                join();
            }
        });
    m_stores.journal({account, {}, kMost, true})
        .then(this, [this, account](const Result<std::vector<monitor::JournalRow>> &rows) {
            if (rows && account == m_account) {
                m_rows = *rows;
                join();
            }
        });
}

void ChartEvents::join()
{
    m_events = eventsOf(m_statuses, m_format);
    std::ranges::copy(eventsOf(m_rows, m_format), std::back_inserter(m_events));
    std::ranges::copy(eventsOf(m_bars, m_format), std::back_inserter(m_events));
    std::ranges::stable_sort(m_events, {}, &ChartEvent::time);
    Q_EMIT placesWanted();
    Q_EMIT changed();
}

void ChartEvents::place(const LevelStretches &line, const ChartScale &scale, double call)
{
    std::vector<ChartEvent> inside;
    for (ChartEvent event : m_events) {
        event.share = (event.time - m_window.from()) / m_window.span();
        if (!m_shown || event.share < 0 || event.share > 1) {
            continue;
        }
        const auto level = heldAround(line, event.time);
        event.place = level ? std::clamp(scale.place(*level, call), 0.0, 1.0) : 0;
        event.isCurrent = event.eventId == m_current;
        inside.push_back(std::move(event));
    }
    // The one stepped to, then the most important ones, keep their marks; others near them are told with them.
    std::ranges::stable_sort(inside, {},
                             [](const ChartEvent &event) { return std::pair(!event.isCurrent, event.kind); });
    std::vector<ChartEvent> marks;
    for (ChartEvent &event : inside) {
        const auto near = std::ranges::find_if(
            marks, [&](const ChartEvent &mark) { return std::abs(mark.share - event.share) < m_markStep; });
        near == marks.end() ? marks.push_back(std::move(event)) : void(++near->folded);
    }
    std::ranges::stable_sort(marks, {}, &ChartEvent::time);
    m_marks->setRows(std::move(marks));
}

QString ChartEvents::gapText(const TimeSpan &gap) const
{
    return viewmodels::gapText(gap, m_statuses, m_format);
}

void ChartEvents::step(int by)
{
    if (m_events.empty()) {
        return;
    }
    auto at = std::ranges::find(m_events, m_current, &ChartEvent::eventId) - m_events.begin();
    if (at == std::ssize(m_events)) { // from the right edge backwards, from the left edge onwards
        const double edge = by < 0 ? m_window.to() : m_window.from();
        at = std::ranges::lower_bound(m_events, edge, {}, &ChartEvent::time) - m_events.begin() - (by > 0 ? 1 : 0);
    }
    at = std::clamp<std::ptrdiff_t>(at + by, 0, std::ssize(m_events) - 1);
    show(m_events[static_cast<std::size_t>(at)]);
}

void ChartEvents::select(const QString &eventId)
{
    const auto found = std::ranges::find(m_events, eventId, &ChartEvent::eventId);
    if (found != m_events.end()) {
        show(*found);
    }
}

void ChartEvents::show(const ChartEvent &event)
{
    m_current = event.eventId;
    if (event.time < m_window.from() || event.time > m_window.to()) {
        m_window.show(event.time - m_window.span() / 2, event.time + m_window.span() / 2);
    }
    Q_EMIT placesWanted();
    Q_EMIT changed();
}

void ChartEvents::leave()
{
    if (!m_current.isEmpty()) {
        m_current.clear();
        Q_EMIT placesWanted();
        Q_EMIT changed();
    }
}

} // namespace plimsoll::viewmodels
