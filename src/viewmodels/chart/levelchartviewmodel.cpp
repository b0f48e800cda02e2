// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/chart/levelchartviewmodel.h"

#include "viewmodels/chart/axistime.h"
#include "viewmodels/chart/historyviewmodel.h"
#include "viewmodels/common/accounttext.h"
#include "viewmodels/common/choices.h"
#include "wording/alarmtext.h"
#include "wording/axislabels.h"

#include <QtCore/QCoreApplication>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <set>

namespace plimsoll::viewmodels {

namespace {

constexpr double kStaleEdge = 5'000; // "now" moves on without new levels too; ms
constexpr double kLevelUnit = 1e8;
// An account that could lose more than this before its call is in no danger: it must not flatten the others.
constexpr double kNear = 0.25;
constexpr double kMutedDepth = -0.5; // in distance; how far below its call a muted account is followed
constexpr double kDeepest = -5;
constexpr double kShortestGap = 60'000; // ms; a poll or two that failed are not worth a word
constexpr int kTogether = 30; // ms
constexpr int kMostTicks = 7;
constexpr int kMostNamed = 3;
constexpr int kLongestName = 26; // characters beside the end of a line; the list of accounts has all of it

// The side of a bar that a level is on is decided in units of the history, as both were rounded: down.
double plotted(margin::Decimal ratio)
{
    constexpr margin::Int128 kUnit = 10'000'000'000; // mantissa of 10^-8
    return static_cast<double>(static_cast<std::int64_t>(ratio.mantissa() / kUnit)) / kLevelUnit;
}

std::optional<double> lastLevel(const LevelStretches &stretches, double from, double to)
{
    for (auto stretch = stretches.rbegin(); stretch != stretches.rend(); ++stretch) {
        if (stretch->first().x() <= to) {
            return stretch->last().x() < from ? std::nullopt : levelAt(stretches, std::min(to, stretch->last().x()));
        }
    }
    return std::nullopt;
}

} // namespace

QString levelTextOf(const DisplayFormat &format, double level, const margin::Thresholds *bars)
{
    constexpr margin::Int128 kUnit = 10'000'000'000;
    return wording::alarmLevelText(
        format, margin::Decimal::fromMantissa(margin::Int128 {std::llround(level * kLevelUnit)} * kUnit), bars);
}

LevelChartViewModel::LevelChartViewModel(HistoryViewModel &history, monitor::Stores &stores,
                                         const monitor::Clock &clock, const DisplayFormat &format, bool example,
                                         QObject *parent)
    : QObject(parent)
    , m_history(history)
    , m_clock(clock)
    , m_format(format)
    , m_example(example)
    , m_window(new ChartWindow(this))
    , m_lines(new ChartLineModel(this))
    , m_labels(new ChartLineModel(this))
    , m_levels(new ChartLevels(stores, this))
    , m_overview(new ChartOverview(stores, clock, this))
    , m_events(new ChartEvents(stores, format, *m_window, this))
    , m_curve(new ChartCurve(stores, format, example, this))
    , m_cursor(new ChartCursor(*this))
    , m_exporter(new LevelExport(*this, stores, example))
    , m_range(example ? HistoryViewModel::All : HistoryViewModel::Day)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(kTogether);
    connect(&m_soon, &QTimer::timeout, this, &LevelChartViewModel::onLevels);
    connect(m_levels, &ChartLevels::loaded, this, &LevelChartViewModel::onLoaded);
    connect(m_levels, &ChartLevels::grown, this, &LevelChartViewModel::refresh);
    connect(m_overview, &ChartOverview::changed, this, &LevelChartViewModel::onLevels);
    connect(m_events, &ChartEvents::placesWanted, this, &LevelChartViewModel::refresh);
    connect(m_curve, &ChartCurve::drawWanted, this, &LevelChartViewModel::refresh);
    connect(m_window, &ChartWindow::moved, this, [this] {
        m_range = -1;
        wantLevels();
        refresh();
    });
}

void LevelChartViewModel::setActive(bool active)
{
    if (m_active != active) {
        m_active = active;
        moveWhole();
        take(m_snapshot);
        Q_EMIT changed();
    }
}

QStringList LevelChartViewModel::accountNames() const
{
    QStringList names;
    for (const AccountHead &head : m_heads) {
        names << nameOf(head);
    }
    return names;
}

// Two people may have an account of the same pair.
QString LevelChartViewModel::nameOf(const AccountHead &head) const
{
    const bool alone = m_titles.value(head.title) <= 1;
    return alone ? head.title : head.title + QStringLiteral(" · ") + (head.name.isEmpty() ? head.accountId : head.name);
}

int LevelChartViewModel::accountIndex() const
{
    const auto found = std::ranges::find(m_heads, QString::fromStdString(m_chosen), &AccountHead::accountId);
    return found == m_heads.end() ? -1 : static_cast<int>(found - m_heads.begin());
}

void LevelChartViewModel::setAccountIndex(int index)
{
    if (index >= 0 && index < std::ssize(m_heads)) {
        choose(m_heads[static_cast<std::size_t>(index)].accountId);
    }
}

void LevelChartViewModel::choose(const QString &account)
{
    m_chosen = account.toStdString();
    m_hasChosen = true;
    std::erase(m_compared, m_chosen);
    wantLevels();
    followEvents();
    refresh();
}

QList<bool> LevelChartViewModel::compared() const
{
    QList<bool> all;
    for (const AccountHead &head : m_heads) {
        all << (indexIn(m_compared, head.accountId.toStdString()) >= 0);
    }
    return all;
}

void LevelChartViewModel::compare(int index, bool on)
{
    if (index < 0 || index >= std::ssize(m_heads)) {
        return;
    }
    const std::string account = m_heads[static_cast<std::size_t>(index)].accountId.toStdString();
    std::erase(m_compared, account);
    if (on && account != m_chosen) {
        m_compared.push_back(account);
    }
    if (std::ssize(m_compared) > kMostCompared) {
        m_compared.erase(m_compared.begin());
    }
    refresh();
}

QStringList LevelChartViewModel::axisNames() const
{
    return {tr("Level"), tr("Distance to call")};
}

ChartAxis LevelChartViewModel::axis() const
{
    if (m_chosenAxis) {
        return *m_chosenAxis;
    }
    std::set<margin::Decimal> calls;
    for (const margin::Account *account : accountsOf(m_snapshot)) {
        if (account->hasDebt()) {
            calls.insert(account->thresholds.marginCall);
        }
    }
    return calls.size() > 1 ? ChartAxis::Distance : ChartAxis::Level;
}

int LevelChartViewModel::axisIndex() const
{
    return static_cast<int>(axis());
}

void LevelChartViewModel::setAxisIndex(int index)
{
    m_chosenAxis = index == static_cast<int>(ChartAxis::Distance) ? ChartAxis::Distance : ChartAxis::Level;
    refresh();
}

void LevelChartViewModel::setRange(int range)
{
    m_history.setRange(range);
}

void LevelChartViewModel::showRange(int range)
{
    m_range = range;
    m_levels->forget();
    moveWhole();
    refresh();
}

QString LevelChartViewModel::emptyText() const
{
    return m_lines->count() == 0 ? tr("Levels appear here once there is an account with debt.")
                                 : tr("No level in this range yet. A point is kept for every change.");
}

QString LevelChartViewModel::zonesText() const
{
    const ChartLine *line = chosen();
    const auto differs = [&](const ChartLine &other) {
        return axis() == ChartAxis::Level && (other.call != line->call || other.liquidation != line->liquidation);
    };
    return line != nullptr && std::ranges::any_of(m_lines->rows(), differs)
        ? tr("zones are those of %1; the muted accounts have other bars").arg(line->title)
        : QString();
}

QString LevelChartViewModel::summary() const
{
    const ChartLine *line = chosen();
    const auto extent = line ? extentOf(stretches(line->lineId), m_window->from(), m_window->to()) : std::nullopt;
    if (!extent) {
        return emptyText();
    }
    const auto &bars = m_snapshot->find(m_chosen)->account->thresholds;
    return tr("%1: %2. From %3 to %4 the lowest level is %5, the highest %6; call at %7.")
        .arg(line->title, line->valueText, fromText(), toText(), levelTextOf(m_format, extent->lowest, &bars),
             levelTextOf(m_format, extent->highest, &bars), ratioText(m_format, bars.marginCall));
}

void LevelChartViewModel::setLabelStep(double step)
{
    if (step > 0 && step != m_labelStep) {
        m_labelStep = step;
        QMetaObject::invokeMethod(this, &LevelChartViewModel::refresh,
                                  Qt::QueuedConnection); // it comes from the layout
    }
}

const ChartLine *LevelChartViewModel::chosen() const
{
    const auto found = std::ranges::find(m_lines->rows(), static_cast<int>(ChartLine::Chosen), &ChartLine::part);
    return found == m_lines->rows().end() ? nullptr : &*found;
}

LevelStretches LevelChartViewModel::stretches(const QString &lineId) const
{
    return readsStores() && m_levels->width() > 0 ? m_levels->stretches(lineId.toStdString())
                                                  : m_history.stretches(lineId);
}

monitor::LevelTrack LevelChartViewModel::track(const QString &lineId) const
{
    return m_history.track(lineId);
}

LevelStretches LevelChartViewModel::wholeStretches() const
{
    return m_example ? m_history.stretches(QString::fromStdString(m_chosen)) : m_overview->stretches();
}

std::vector<TimeSpan> LevelChartViewModel::gaps() const
{
    const ChartLine *line = chosen();
    return line == nullptr ? std::vector<TimeSpan>()
                           : gapsOf(stretches(line->lineId), m_window->from(), m_window->to(), kShortestGap);
}

QString LevelChartViewModel::gapTextAt(double time) const
{
    for (const TimeSpan &gap : gapsOf(wholeStretches(), m_window->first(), m_window->last(), 0)) {
        if (gap.from <= time && time <= gap.to) {
            return m_events->gapText(gap);
        }
    }
    return tr("not known");
}

QString LevelChartViewModel::levelText(const QString &lineId, double level) const
{
    const margin::Verdict *verdict = m_snapshot->find(lineId.toStdString());
    return levelTextOf(m_format, level, verdict == nullptr ? nullptr : &verdict->account->thresholds);
}

QString LevelChartViewModel::distanceText(double level, double call) const
{
    return percentText(m_format.locale(), ChartScale::valueOf(ChartAxis::Distance, level, call), 1);
}

void LevelChartViewModel::take(const monitor::SnapshotPtr &snapshot)
{
    m_snapshot = snapshot;
    if (snapshot && snapshot->loaded) {
        m_curve->remember(*snapshot);
    }
    if (!m_active || !snapshot || !snapshot->loaded) {
        m_headsOf.reset();
        return;
    }
    if (m_headsOf && snapshot->hasFiguresOf(*m_headsOf)) { // nothing but time has passed
        if (isBehind()) {
            onLevels();
        }
        return;
    }
    m_headsOf = snapshot;
    std::vector<std::string> ids;
    for (const margin::Account *account : accountsOf(snapshot)) {
        if (account->hasDebt() || !m_history.stretches(QString::fromStdString(account->id)).isEmpty()) {
            ids.push_back(account->id);
        }
    }
    m_heads = accountHeads(*snapshot, ids, m_format);
    m_titles.clear();
    for (const AccountHead &head : m_heads) {
        ++m_titles[head.title];
    }
    followChoice();
    followEvents();
    if (isBehind()) {
        moveWhole();
    }
    refresh();
}

bool LevelChartViewModel::isBehind() const
{
    return axisTime(m_clock.wallTime()) - m_window->last() >= kStaleEdge;
}

void LevelChartViewModel::followChoice()
{
    std::erase_if(m_compared, [this](const std::string &id) { return m_snapshot->find(id) == nullptr; });
    m_hasChosen = m_hasChosen && accountIndex() >= 0;
    if (!m_hasChosen) {
        const std::string most = m_heads.empty() ? std::string() : m_heads.front().accountId.toStdString();
        if (most != m_chosen) {
            m_chosen = most;
            wantLevels();
        }
    }
}

// Accounts are shared by identity: another pointer means that something was booked.
void LevelChartViewModel::followEvents()
{
    const margin::Verdict *verdict = m_snapshot ? m_snapshot->find(m_chosen) : nullptr;
    m_curve->follow(verdict == nullptr ? nullptr : verdict->account);
    if (verdict == nullptr) {
        m_events->load({});
        return;
    }
    std::pair now {verdict->account, verdict->status};
    if (now != m_seen) {
        m_seen = std::move(now);
        m_events->load(m_chosen);
    }
}

void LevelChartViewModel::append(const monitor::HistoryBatch &batch)
{
    m_curve->append(batch);
    m_levels->append(batch);
    m_overview->append(batch);
}

void LevelChartViewModel::onLevels()
{
    moveWhole();
    refresh();
}

// The chosen one at once, the others as they come, together.
void LevelChartViewModel::onLoaded(const std::string &account)
{
    m_headsOf.reset(); // an account without a level now may have had one
    if (account == m_chosen) {
        onLevels();
    } else if (!m_soon.isActive()) {
        m_soon.start();
    }
}

void LevelChartViewModel::moveWhole()
{
    TimeSpan known = m_history.extent();
    if (const LevelStretches whole = wholeStretches(); !whole.isEmpty() && known.to != 0) {
        known.from = std::min(known.from, whole.first().first().x());
    }
    const double now = m_example ? known.to : axisTime(m_clock.wallTime());
    m_window->setWhole(known.to == 0 ? now : known.from, std::max(now, known.to));
    if (m_range >= 0) {
        m_window->showLast(HistoryViewModel::rangeMs(m_range));
    }
}

void LevelChartViewModel::wantLevels()
{
    if (!m_active || m_example) {
        return;
    }
    m_overview->show(m_chosen);
    if (!readsStores()) {
        return;
    }
    std::vector<std::string> accounts {m_chosen};
    for (const AccountHead &head : m_heads) {
        addOnce(accounts, head.accountId.toStdString());
    }
    m_levels->want(std::move(accounts), m_window->from(), m_window->to());
}

void LevelChartViewModel::refresh()
{
    if (!m_active || !m_snapshot) {
        return;
    }
    std::vector<ChartLine> lines = makeLines();
    fit(lines);
    std::vector<ChartLine> labelled;
    std::ranges::copy_if(lines, std::back_inserter(labelled), &ChartLine::isLabelled);
    m_labels->setRows(std::move(labelled));
    m_lines->setRows(std::move(lines));
    if (const ChartLine *line = chosen()) {
        m_events->place(stretches(line->lineId), m_scale, line->call);
        m_curve->draw(stretches(line->lineId), m_window->from(), m_window->to());
    }
    m_cursor->refresh();
    Q_EMIT changed();
}

std::vector<ChartLine> LevelChartViewModel::makeLines() const
{
    std::vector<ChartLine> lines;
    for (const AccountHead &head : m_heads) {
        const margin::Verdict *verdict = m_snapshot->find(head.accountId.toStdString());
        if (verdict == nullptr) {
            continue;
        }
        const std::string &id = verdict->account->id;
        const int rank = indexIn(m_compared, id);
        ChartLine line;
        line.lineId = head.accountId;
        line.title = plainName(nameOf(head).toStdString(), kLongestName);
        line.valueText = !head.hasLevel     ? head.stateWord
            : axis() == ChartAxis::Distance ? m_format.percent(head.distance)
                                            : head.levelText;
        line.riskState = static_cast<int>(head.state);
        line.part = id == m_chosen ? ChartLine::Chosen : rank >= 0 ? rank + 1 : ChartLine::Muted;
        const margin::Thresholds &bars = verdict->account->thresholds;
        line.call = plotted(bars.marginCall);
        line.liquidation = plotted(bars.liquidation);
        line.initial = plotted(bars.initial);
        line.callText = ratioText(m_format, bars.marginCall);
        line.liquidationText = ratioText(m_format, bars.liquidation);
        line.initialText = ratioText(m_format, bars.initial);
        lines.push_back(std::move(line));
    }
    return lines;
}

void LevelChartViewModel::fit(std::vector<ChartLine> &lines)
{
    fitScale(lines);
    for (ChartLine &line : lines) {
        const auto level = lastLevel(stretches(line.lineId), m_window->from(), m_window->to());
        line.isLabelled = level.has_value();
        if (level) {
            line.linePlace = m_scale.place(*level, line.call);
            if (!m_window->followsEnd()) { // what it was then, not what it is now
                line.valueText = m_scale.axis() == ChartAxis::Level ? levelText(line.lineId, *level)
                                                                    : distanceText(*level, line.call);
            }
        }
    }
    nameOutside(lines);
    placeLabels(lines);
}

void LevelChartViewModel::fitScale(const std::vector<ChartLine> &lines)
{
    const ChartAxis counts = axis();
    const bool isDistance = counts == ChartAxis::Distance;
    double lowest = std::numeric_limits<double>::max();
    double highest = std::numeric_limits<double>::lowest();
    const auto include = [&](double low, double high) {
        lowest = std::min(lowest, low);
        highest = std::max(highest, high);
    };
    m_isEmpty = true;
    std::vector<LevelExtent> muted;
    double near = isDistance ? kNear : 0;
    for (const ChartLine &line : lines) {
        const auto extent = extentOf(stretches(line.lineId), m_window->from(), m_window->to());
        double own = near;
        if (extent) {
            const LevelExtent values {ChartScale::valueOf(counts, extent->lowest, line.call),
                                      ChartScale::valueOf(counts, extent->highest, line.call)};
            m_isEmpty = false;
            own = values.highest;
            if (line.part == ChartLine::Muted) {
                muted.push_back(values);
            } else {
                include(std::max(values.lowest, isDistance ? kDeepest : 0), values.highest);
            }
        }
        if (line.part == ChartLine::Chosen) {
            near = isDistance ? kNear : line.call / (1 - kNear);
            if (own < 2 * near) { // far above its bars nobody needs them, and they would flatten its line
                include(ChartScale::valueOf(counts, line.liquidation, line.call),
                        ChartScale::valueOf(counts, line.initial, line.call));
            }
        }
    }
    const double ceiling = std::max(near, highest);
    for (const LevelExtent &values : muted) {
        if (values.lowest <= ceiling) {
            include(isDistance ? std::max(values.lowest, kMutedDepth) : values.lowest,
                    std::min(values.highest, ceiling));
        }
    }
    if (lowest <= highest) {
        m_scale = ChartScale(counts, lowest, highest, kMostTicks);
    }
}

void LevelChartViewModel::placeLabels(std::vector<ChartLine> &lines) const
{
    const auto most = static_cast<std::ptrdiff_t>(1 / m_labelStep);
    std::vector<ChartLine *> labelled;
    for (ChartLine &line : lines) {
        line.isLabelled = line.isLabelled && line.linePlace >= 0 && line.linePlace <= 1;
        if (line.isLabelled) {
            labelled.push_back(&line);
        }
    }
    // The chosen one and those compared with it first; of the others the most urgent, in whose order they come.
    std::ranges::stable_sort(labelled, {}, [](const ChartLine *line) { return line->part == ChartLine::Muted; });
    for (auto left = most; left < std::ssize(labelled); ++left) {
        labelled[static_cast<std::size_t>(left)]->isLabelled = false;
    }
    labelled.resize(static_cast<std::size_t>(std::min(most, std::ssize(labelled))));
    std::ranges::stable_sort(labelled, {}, &ChartLine::linePlace);
    std::vector<double> wanted;
    std::ranges::transform(labelled, std::back_inserter(wanted), &ChartLine::linePlace);
    const std::vector<double> places = wording::movedApart(wanted, m_labelStep, m_labelStep / 2, 1 - m_labelStep / 2);
    for (std::size_t i = 0; i < labelled.size(); ++i) {
        labelled[i]->place = places[i];
    }
}

void LevelChartViewModel::nameOutside(const std::vector<ChartLine> &lines)
{
    QStringList above;
    QStringList below;
    for (const ChartLine &line : lines) {
        if (line.isLabelled && (line.linePlace > 1 || line.linePlace < 0)) {
            (line.linePlace > 1 ? above : below) << line.title + u' ' + line.valueText;
        }
    }
    const auto named = [](const QStringList &all) {
        const auto more = static_cast<int>(all.size()) - kMostNamed;
        const QString first = all.first(std::min<qsizetype>(all.size(), kMostNamed)).join(QStringLiteral(", "));
        return more > 0 ? first + u' ' + tr("and %n more", nullptr, more) : first;
    };
    QStringList sentences;
    QStringList counts;
    if (!below.isEmpty()) {
        sentences << tr("below this range: %1").arg(named(below));
        counts << (below.size() == 1 ? sentences.back() : tr("%1 accounts below this range").arg(below.size()));
    }
    if (!above.isEmpty()) {
        sentences << tr("above this range: %1").arg(named(above));
        counts << (above.size() == 1 ? sentences.back() : tr("%1 accounts above this range").arg(above.size()));
    }
    m_outsideCount = counts.join(QStringLiteral(" · "));
    m_outside = sentences.join(QStringLiteral(" · "));
}

} // namespace plimsoll::viewmodels
