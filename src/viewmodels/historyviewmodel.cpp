// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/historyviewmodel.h"

#include "margin/assessment.h"
#include "viewmodels/accounttext.h"
#include "viewmodels/thinning.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <set>

namespace plimsoll::viewmodels {

namespace {

constexpr double kSecond = 1000.0;
constexpr double kHour = 3600.0 * kSecond;
constexpr int kMostStored = 2000;
constexpr std::size_t kMostKept = 20'000;
constexpr double kLevelUnit = 1e8; // LevelPoint::level

double rangeMs(int range)
{
    switch (range) {
    case HistoryViewModel::Hour:
        return kHour;
    case HistoryViewModel::Day:
        return 24 * kHour;
    case HistoryViewModel::Week:
        return 7 * 24 * kHour;
    default:
        return 0; // without bound
    }
}

/// "call 1.10": one line per distinct bar, whoever it belongs to.
void addBars(std::vector<HistoryLine> &lines, const margin::Thresholds &bars, std::set<QString> &present, const DisplayFormat &format)
{
    const auto add = [&](margin::Decimal ratio, HistoryLineModel::Kind kind, const QString &name) {
        HistoryLine line;
        line.lineId = QStringLiteral("bar %1 %2").arg(static_cast<int>(kind)).arg(QString::fromStdString(ratio.toString()));
        line.name = name.arg(ratioText(format, ratio));
        line.kind = kind;
        line.riskState = static_cast<int>(kind == HistoryLineModel::CallBar ? RiskState::MarginCall : RiskState::Liquidation);
        line.value = ratio.toDoubleForPlot();
        if (present.insert(line.lineId).second) {
            lines.push_back(line);
        }
    };
    add(bars.marginCall, HistoryLineModel::CallBar, HistoryViewModel::tr("call %1"));
    add(bars.liquidation, HistoryLineModel::LiquidationBar, HistoryViewModel::tr("liquidation %1"));
}

} // namespace

HistoryViewModel::HistoryViewModel(monitor::Stores &stores, monitor::SnapshotRelay &relay, const monitor::Clock &clock,
                                   const DisplayFormat &format, bool example, QObject *parent)
    : QObject(parent)
    , m_stores(stores)
    , m_clock(clock)
    , m_format(format)
    , m_example(example)
    , m_storyEnd(static_cast<double>(clock.wallMs()))
    , m_lines(new HistoryLineModel(this))
    , m_range(example ? All : Day)
{
    connect(&relay, &monitor::SnapshotRelay::snapshotReady, this, &HistoryViewModel::take);
    if (relay.current()) {
        take(relay.current());
    }
}

QStringList HistoryViewModel::rangeNames() const
{
    return {tr("1 h"), tr("24 h"), tr("7 d"), tr("All")};
}

void HistoryViewModel::setRange(int range)
{
    m_range = std::clamp<int>(range, Hour, All);
    for (const auto &[account, points] : m_points) {
        load(account);
    }
    fit();
}

QString HistoryViewModel::emptyText() const
{
    return m_points.empty() ? tr("Levels appear here once there is an account with debt.")
                            : tr("No level in this range yet. A point is kept for every change.");
}

QString HistoryViewModel::startText() const
{
    return m_isEmpty ? QString() : m_format.moment(static_cast<std::int64_t>(m_minX), static_cast<std::int64_t>(m_maxX));
}

QString HistoryViewModel::endText() const
{
    return m_isEmpty ? QString() : tr("now, %1").arg(m_format.moment(static_cast<std::int64_t>(m_maxX), static_cast<std::int64_t>(m_maxX)));
}

QList<QPointF> HistoryViewModel::points(const QString &lineId, int pixels) const
{
    for (const HistoryLine &line : m_lines->rows()) {
        if (line.lineId == lineId && line.kind != HistoryLineModel::Level) {
            return {{m_minX, line.value}, {m_maxX, line.value}};
        }
    }
    const auto found = m_points.find(lineId.toStdString());
    if (found == m_points.end()) {
        return {};
    }
    QList<QPointF> inRange;
    for (const QPointF &point : found->second) {
        if (point.x() >= m_minX && point.x() <= m_maxX) {
            inRange << QPointF(point.x(), std::clamp(point.y(), m_minY, m_maxY));
        }
    }
    return thinned(inRange, std::max(2, 2 * pixels));
}

void HistoryViewModel::take(const monitor::SnapshotPtr &snapshot)
{
    m_snapshot = snapshot;
    if (!snapshot->loaded) {
        return;
    }
    static const margin::Rates kNoRates;
    const auto time = static_cast<double>(m_example ? snapshot->wallTime : m_clock.wallMs());
    const bool counts = !m_example || time <= m_storyEnd; // the engine's own beat is not part of the story
    std::erase_if(m_points, [&](const auto &line) { return snapshot->find(line.first) == nullptr; });
    for (std::size_t i = 0; i < snapshot->verdicts.size(); ++i) {
        const margin::Verdict &verdict = snapshot->verdicts[i];
        if (!verdict.account) {
            continue;
        }
        const auto [line, isNew] = m_points.try_emplace(verdict.account->id);
        const auto level = margin::assess(*verdict.account, snapshot->rates ? *snapshot->rates : kNoRates).level;
        if (level && counts) { // a gap is drawn straight; the card says that the level is unknown
            m_example ? appendStory(line->second, time, level->toDoubleForPlot()) : append(line->second, time, level->toDoubleForPlot());
        }
        if (isNew) {
            load(verdict.account->id);
        }
    }
    showLines();
    fit();
}

void HistoryViewModel::append(std::vector<QPointF> &points, double time, double level)
{
    if (!points.empty() && time - points.back().x() < kSecond) { // also where the wall clock was set back
        points.back().setY(time < points.back().x() ? level : std::min(points.back().y(), level));
        return;
    }
    const bool flat = points.size() >= 2 && points.back().y() == level && points[points.size() - 2].y() == level;
    if (flat) {
        points.back().setX(time);
    } else {
        points.emplace_back(time, level);
    }
    if (points.size() > kMostKept) {
        const QList<QPointF> fewer = thinned(QList<QPointF>(points.begin(), points.end()), static_cast<int>(kMostKept / 2));
        points.assign(fewer.begin(), fewer.end());
    }
}

void HistoryViewModel::appendStory(std::vector<QPointF> &points, double time, double level)
{
    std::erase_if(points, [time](const QPointF &point) { return point.x() >= time; });
    points.emplace_back(time, level);
}

void HistoryViewModel::load(const std::string &account)
{
    if (m_example) {
        return;
    }
    const std::int64_t now = m_clock.wallMs();
    const auto span = static_cast<std::int64_t>(rangeMs(m_range));
    m_stores.levelHistory(account, span == 0 ? 0 : now - span, now, kMostStored)
        .then(this, [this, account](const Result<std::vector<monitor::LevelPoint>> &stored) {
            if (stored && m_points.contains(account)) {
                merge(account, *stored);
            }
        });
}

void HistoryViewModel::merge(const std::string &account, const std::vector<monitor::LevelPoint> &stored)
{
    std::vector<QPointF> &points = m_points[account];
    std::map<double, double> all; // points kept here are finer than stored ones of the same time
    for (const monitor::LevelPoint &point : stored) {
        if (point.level) {
            all[static_cast<double>(point.time)] = static_cast<double>(*point.level) / kLevelUnit;
        }
    }
    for (const QPointF &point : points) {
        all[point.x()] = point.y();
    }
    points.clear();
    for (const auto &[time, level] : all) {
        points.emplace_back(time, level);
    }
    fit();
}

void HistoryViewModel::showLines()
{
    static const margin::Rates kNoRates;
    std::vector<HistoryLine> lines;
    std::vector<HistoryLine> bars;
    std::set<QString> present;
    std::map<int, int> shades;
    for (std::size_t i = 0; i < m_snapshot->verdicts.size(); ++i) {
        const margin::Verdict &verdict = m_snapshot->verdicts[i];
        if (!verdict.account) {
            continue;
        }
        const auto assessment = margin::assess(*verdict.account, m_snapshot->rates ? *m_snapshot->rates : kNoRates);
        HistoryLine line;
        line.lineId = QString::fromStdString(verdict.account->id);
        line.name = accountTitle(*verdict.account);
        line.riskState = static_cast<int>(riskStateOf(*verdict.account, assessment));
        line.isCross = verdict.account->mode == margin::MarginMode::Cross;
        line.shade = line.isCross ? 0 : shades[line.riskState]++;
        lines.push_back(line);
        if (verdict.account->hasDebt()) {
            addBars(bars, verdict.account->thresholds, present, m_format);
        }
    }
    lines.insert(lines.end(), bars.begin(), bars.end());
    m_lines->setRows(std::move(lines));
}

void HistoryViewModel::fit()
{
    const double span = rangeMs(m_range);
    double last = m_example ? 0 : static_cast<double>(m_clock.wallMs());
    for (const auto &[account, points] : m_points) {
        last = std::max(last, points.empty() ? last : points.back().x());
    }
    double first = last;
    double lowest = std::numeric_limits<double>::max();
    double highest = std::numeric_limits<double>::lowest();
    for (const auto &[account, points] : m_points) {
        for (const QPointF &point : points) {
            if (span == 0 || point.x() >= last - span) {
                first = std::min(first, point.x());
                lowest = std::min(lowest, point.y());
                highest = std::max(highest, point.y());
            }
        }
    }
    m_isEmpty = lowest > highest;
    m_minX = std::max(first, span == 0 ? first : last - span);
    m_maxX = std::max(last, m_minX + kSecond);
    if (!m_isEmpty) {
        fitLevels(lowest, highest);
    }
    Q_EMIT pointsChanged();
}

void HistoryViewModel::fitLevels(double lowest, double highest)
{
    constexpr double kCeiling = 3; // above it nobody is in danger, and one rich account must not flatten the others
    for (const HistoryLine &line : m_lines->rows()) {
        if (line.kind != HistoryLineModel::Level) {
            lowest = std::min(lowest, line.value);
            highest = std::max(highest, line.value);
        }
    }
    highest = std::max(std::min(highest, kCeiling), lowest + 0.01);
    double step = 0.01;
    for (const double wider : std::array {0.01, 0.02, 0.05, 0.1, 0.15, 0.25, 0.5, 1.0}) {
        step = wider;
        if ((highest - lowest) / step <= 5) {
            break;
        }
    }
    m_minY = std::floor(lowest / step + 1e-9) * step;
    m_maxY = std::ceil(highest / step - 1e-9) * step;
    m_tickCount = std::clamp(static_cast<int>(std::lround((m_maxY - m_minY) / step)) + 1, 2, 12);
}

} // namespace plimsoll::viewmodels
